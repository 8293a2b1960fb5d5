"""What the editor places by a comment on a line of its own, `<!-- onrecord: figures -->`, and other raw HTML.

Comments are nothing to a reader of the Markdown, so GitHub, Obsidian and Pandoc show the prose undisturbed.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.locations import Span
from onrecord.model import Placement

_PLACEMENT = re.compile(r"<!--[ \t]*onrecord:[ \t]*([^\n<>]*?)[ \t]*-->")
_COMMENT_OR_TAG = re.compile(r"<!--(?:.*?-->|.*)|<[^<>]*>", re.DOTALL)


class HtmlPart(NamedTuple):
    """A stretch of raw HTML."""

    span: Span
    """In whole lines where it is a block."""
    html: str
    """Without the marks of what it stands in."""
    is_alone: bool
    """Whether it is a block in no other block."""
    is_block: bool


class Html(NamedTuple):
    """Everything of interest in raw HTML, in order."""

    placements: tuple[Placement, ...]
    misplaced: tuple[Span, ...]
    raw: tuple[Span, ...]


def read_html(text: str, parts: Iterable[HtmlPart]) -> Html:
    """Find placements, and blocks of HTML that hold words."""
    placements, misplaced, raw = [], [], []
    for part in parts:
        found = list(_placements(text, part.span))
        if part.is_alone and _PLACEMENT.fullmatch(part.html.strip()):
            placements += found
        else:
            misplaced += [placement.span for placement in found]
        if part.is_block and _COMMENT_OR_TAG.sub("", part.html).strip():
            raw.append(part.span)
    return Html(tuple(placements), tuple(misplaced), tuple(raw))


def _placements(text: str, span: Span) -> Iterator[Placement]:
    for match in _PLACEMENT.finditer(text, span.start, span.end):
        yield Placement(name=match[1].replace(" ", "-"), span=Span(match.start(), match.end()))
