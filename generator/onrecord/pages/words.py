"""Words of a source as a page shows them: cut by position, never copied, with what is beside them kept apart."""

import re
from dataclasses import dataclass

from onrecord.locations import Span
from onrecord.model import Passage
from onrecord.pages.segments import cut_segments

_BLANKS = re.compile(r"\s+")
_OPENING = re.compile(r"\s*\S+(?:\s+\S+){0,8}")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a piece that is shown in one way."""

    text: str
    is_sic: bool = False
    """Whether it is a slip of the source that must stay."""
    is_break: bool = False
    """Whether it is the blank lines between two paragraphs."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An unbroken stretch of a passage; its runs joined are the source's characters."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Give all of its characters."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a passage: one piece, or several with gaps between them."""

    pieces: tuple[Piece, ...]
    language: str

    @property
    def text(self) -> str:
        """Give the words as plain text on one line, gaps marked."""
        return " […] ".join(" ".join(piece.text.split()) for piece in self.pieces)


def words_of(passage: Passage) -> Words:
    """Cut the words of a passage from its source."""
    pieces = tuple(_piece(passage, span) for span in passage.spans)
    return Words(pieces=pieces, language=passage.source.language)


def opening_of(passage: Passage) -> tuple[str, bool]:
    """Cut the first nine words of a passage, and tell whether there are more."""
    first = passage.pieces[0]
    match = _OPENING.match(first)
    opening = match[0].strip() if match else ""
    return opening, len(passage.spans) > 1 or opening != first.strip()


def sic_words(passage: Passage) -> tuple[str, ...]:
    """Cut the slips of a passage, each with the words before and after it that it has on its line and in the passage."""
    pieces = ((piece, slip) for slip in passage.sic for piece in passage.spans if piece.overlaps(slip))
    return tuple(_with_neighbours(passage.source.text, slip, piece) for piece, slip in pieces)


def _piece(passage: Passage, span: Span) -> Piece:
    text = passage.source.text
    blanks = _BLANKS.finditer(text, span.start, span.end)
    breaks = [Span(run.start(), run.end()) for run in blanks if run[0].count("\n") > 1]
    slips = [(each, "sic") for each in passage.sic if each.overlaps(span)]
    segments = cut_segments(span, [*slips, *((each, "break") for each in breaks)])
    return Piece(
        tuple(
            Run(text[each.span.start : each.span.end], "sic" in each.covers, "break" in each.covers)
            for each in segments
        )
    )


def _with_neighbours(text: str, span: Span, piece: Span) -> str:
    before = re.search(r"\S*[^\S\n]*\S*\Z", text[max(piece.start, span.start - 40) : span.start])
    after = re.match(r"\S*[^\S\n]*\S*", text[span.end : min(piece.end, span.end + 40)])
    return (before[0] if before else "") + text[span.start : span.end] + (after[0] if after else "")
