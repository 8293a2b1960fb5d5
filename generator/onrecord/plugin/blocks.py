"""A page as one Markdown text, in which finished HTML is only marked by a line that stands for it.

The editor's prose and the headings go through the site's own Markdown extensions; quoted words never do. A place is a
block of its own: a mark that occurs nowhere in the prose, and the number of the block.
"""

import re
from collections.abc import Callable
from itertools import count
from xml.etree import ElementTree as etree

from markdown import Extension, Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from onrecord.rendered import Block, Heading, HtmlBlock, ProseBlock
from onrecord.urls import ids_in

Part = Block | Heading


def find_mark(blocks: tuple[Block, ...]) -> str:
    """Choose a word that occurs in no block of prose."""
    prose = "\n".join(block.markdown for block in blocks if isinstance(block, ProseBlock))
    return next(mark for number in count() if (mark := f"onrecordplace{number}x") not in prose)


def compose(blocks: tuple[Block, ...], mark: str) -> str:
    """Join the blocks to one Markdown text, with a place instead of everything that is not prose."""
    parts = (
        block.markdown.strip("\n") if isinstance(block, ProseBlock) else f"{mark}{number}"
        for number, block in enumerate(blocks)
    )
    return "\n\n".join(parts) + "\n"


def fill(html: str, blocks: tuple[Block, ...], mark: str) -> str:
    """Put finished HTML into its places; KeyError where a place is lost or stands twice."""
    places = re.findall(rf'<div data-place="{mark}(\d+)"></div>', html)
    expected = [str(number) for number, block in enumerate(blocks) if isinstance(block, HtmlBlock)]
    if sorted(places) != sorted(expected):
        raise KeyError(f"places {expected} became {places}")
    return re.sub(rf'<div data-place="{mark}(\d+)"></div>', lambda place: _html_of(blocks[int(place[1])]), html)


def _html_of(block: Block) -> str:
    if not isinstance(block, HtmlBlock):
        raise TypeError(block)
    return block.html


class PlacesExtension(Extension):
    """Teach Python-Markdown the places of one page."""

    def __init__(self, blocks: tuple[Block, ...], mark: str) -> None:
        """Take the blocks that the places stand for."""
        super().__init__()
        self._blocks = blocks
        self._mark = mark

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the name is Python-Markdown's
        """Read places before anything else, and keep the ids of finished HTML from being given again."""
        md.parser.blockprocessors.register(_Places(md.parser, self._blocks, self._mark), "onrecord-places", 1000)
        reserved = etree.Element("div")
        for each in self._ids():
            etree.SubElement(reserved, "span", id=each)
        md.treeprocessors.register(_Reserve(reserved), "onrecord-reserve", 5.5)  # `toc` is at 5, MkDocs' check too
        md.treeprocessors.register(_Release(reserved), "onrecord-release", 4.5)

    def _ids(self) -> tuple[str, ...]:
        texts = (_raw_html_of(block) for block in self._blocks)
        return tuple(dict.fromkeys(each for text in texts for each in ids_in(text)))


def _raw_html_of(block: Block) -> str:
    match block:
        case HtmlBlock(html=html):
            return html
        case ProseBlock(markdown=markdown):
            return markdown
        case Heading():
            return ""


class _Places(BlockProcessor):
    """Turn each place into its heading, or into an element to be filled after the conversion."""

    def __init__(self, parser: BlockParser, blocks: tuple[Block, ...], mark: str) -> None:
        super().__init__(parser)
        self._blocks = blocks
        self._mark = mark
        self._place = re.compile(rf"\s*{mark}(\d+)\s*")

    def test(self, parent: etree.Element, block: str) -> bool:
        del parent
        return self._place.fullmatch(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> bool:
        number = int(self._place.sub(r"\1", blocks.pop(0)))
        block = self._blocks[number]
        if isinstance(block, Heading):
            _add_heading(parent, block)
        else:
            etree.SubElement(parent, "div", {"data-place": f"{self._mark}{number}"})
        return True


def _add_heading(parent: etree.Element, heading: Heading) -> None:
    element = etree.SubElement(parent, f"h{heading.level}", {"id": heading.id} if heading.id else {})
    element.text = AtomicString(heading.text.replace("&", f"{AMP_SUBSTITUTE}amp;"))


class _Reserve(Treeprocessor):
    """Show the ids that are taken to whatever gives ids to headings."""

    def __init__(self, reserved: etree.Element) -> None:
        super().__init__()
        self._reserved = reserved

    def run(self, root: etree.Element) -> None:
        root.append(self._reserved)


class _Release(_Reserve):
    """Take them away again."""

    def run(self, root: etree.Element) -> None:
        root.remove(self._reserved)
