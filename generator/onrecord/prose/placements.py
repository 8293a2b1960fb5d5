"""What the editor places by a comment on a line of its own, `<!-- onrecord: figures -->`, and other raw HTML.

Comments are nothing to a reader of the Markdown, so GitHub, Obsidian and Pandoc show the prose undisturbed.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.locations import Span
from onrecord.model import Placement

_LIKE_PLACEMENT = re.compile(r"<!--[ \t]*(?P<word>[A-Za-z-]{5,14})[ \t]*:[ \t]*(?P<name>[a-z-]+)[ \t]*-->")
"""A comment that may be meant for us and has another word before its colon."""
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
    misspelt: tuple[tuple[str, Placement], ...]
    """Comments that may be meant as placements: the word before the colon, and what they would place."""
    raw: tuple[Span, ...]


def read_html(text: str, parts: Iterable[HtmlPart]) -> Html:
    """Find placements, and blocks of HTML that hold words."""
    placements, misplaced, misspelt, raw = [], [], [], []
    for part in parts:
        found = list(_placements(text, part.span))
        if part.is_alone and _PLACEMENT.fullmatch(part.html.strip()):
            placements += found
        else:
            misplaced += [placement.span for placement in found]
        misspelt += [] if found else list(_like_placements(text, part.span))
        if part.is_block and _COMMENT_OR_TAG.sub("", part.html).strip():
            raw.append(part.span)
    return Html(tuple(placements), tuple(misplaced), tuple(misspelt), tuple(raw))


def _placements(text: str, span: Span) -> Iterator[Placement]:
    for match in _PLACEMENT.finditer(text, span.start, span.end):
        yield Placement(name=match[1].replace(" ", "-"), span=Span(match.start(), match.end()))


def _like_placements(text: str, span: Span) -> Iterator[tuple[str, Placement]]:
    for match in _LIKE_PLACEMENT.finditer(text, span.start, span.end):
        yield match["word"], Placement(name=match["name"], span=Span(match.start(), match.end()))
