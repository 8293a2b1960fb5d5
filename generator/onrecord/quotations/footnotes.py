"""Every mark of a footnote has its footnote; a mark without one is printed as it stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.locations import Span
from onrecord.problems import UNKNOWN_FOOTNOTE, Problem
from onrecord.prose import Prose

_MARK = re.compile(r"\[\^(?P<name>[^\s\[\]^]{1,60})\](?!:)")
_FOOTNOTE = re.compile(r"^[ >]*\[\^(?P<name>[^\s\[\]^]{1,60})\]:", re.MULTILINE)


def check_footnotes(prose: Prose) -> Iterator[Problem]:
    """Find marks of footnotes that are not defined (B220); marks in code, and behind a backslash, are words."""
    text = prose.file.text
    defined = {match["name"] for match in _FOOTNOTE.finditer(text, prose.start)}
    words = sorted((piece.start, piece.end) for block in prose.blocks for piece in block.plain.pieces)
    marks = {match.span(): match for block in prose.blocks for match in _MARK.finditer(text, *_edges(block.span))}
    for (start, end), match in sorted(marks.items()):
        if match["name"] not in defined and not _is_among(words, start):
            yield Problem(
                kind=UNKNOWN_FOOTNOTE,
                location=prose.locate(Span(start, end)),
                message=f"footnote `{match[0]}` is not defined, so its mark is printed as it stands",
                hint=f"write it on a line of its own: `{match[0]}: …`",
            )


def _edges(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_among(words: list[tuple[int, int]], position: int) -> bool:
    before = bisect_right(words, position, key=lambda each: each[0])
    return before > 0 and position < words[before - 1][1]
