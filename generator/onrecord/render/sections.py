"""Sections: a heading with a stable id and the block below it.

The ids of our own sections hold a colon, which no key can hold, so they never meet the anchor of a passage.
"""

from collections.abc import Iterable

from onrecord.pages.paging import Pager
from onrecord.pages.wording import Wording
from onrecord.render.environment import render_block
from onrecord.rendered import Block, Heading


def heading(title: str, name: str, level: int = 2, *, is_searched: bool = True) -> Heading:
    """Make a heading whose id is `section:` and the name."""
    return Heading(level, title, f"section:{name}", is_searched=is_searched)


def section(say: Wording, title: str, name: str, template: str, **values: object) -> tuple[Block, ...]:
    """Make a heading with a block below it."""
    return heading(title, name), render_block(say, template, None, **values)


def repeated_section(say: Wording, title: str, name: str, template: str, **values: object) -> tuple[Block, ...]:
    """Make a section of what is found elsewhere, such as the words of passages, which have records of their own."""
    return heading(title, name, is_searched=False), render_block(say, template, None, **values)


def pager_blocks(say: Wording, pagers: Iterable[Pager], name: str) -> tuple[Block, ...]:
    """Give the way to the rest of a list; nothing where there is no more."""
    return tuple(render_block(say, "pager", pager=each, parent=None) for each in pagers if each.name == name)
