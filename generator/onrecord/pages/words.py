"""Words of a source as a page shows them: cut by position, never copied, with what is beside them kept apart."""

import re
from dataclasses import dataclass

from onrecord.languages import Direction, direction_of
from onrecord.locations import Span
from onrecord.model import Passage
from onrecord.pages.segments import cut_segments

_WORD_BEFORE = re.compile(r"\S{0,40}[^\S\n]{0,9}\S{0,40}$")
_WORD_AFTER = re.compile(r"\S{0,40}[^\S\n]{0,9}\S{0,40}")
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
    direction: Direction
    """Which way they run."""

    @property
    def text(self) -> str:
        """Give the words as plain text on one line, gaps marked."""
        return " […] ".join(" ".join(piece.text.split()) for piece in self.pieces)


def words_of(passage: Passage) -> Words:
    """Cut the words of a passage from its source."""
    pieces = tuple(_piece(passage, span) for span in passage.spans)
    language = passage.source.language
    direction = direction_of("".join(passage.pieces), language)
    return Words(pieces=pieces, language=language, direction=direction)


def opening_of(passage: Passage) -> tuple[str, bool]:
    """Cut the first nine words of a passage, and tell whether there are more."""
    first = passage.pieces[0]
    match = _OPENING.match(first)
    opening = match[0].strip() if match else ""
    return opening, len(passage.spans) > 1 or opening != first.strip()


def sic_words(passage: Passage) -> tuple[str, ...]:
    """Cut the slips of a passage, each with the word before and after it where they are on the same line."""
    return tuple(_with_neighbours(passage, span) for span in passage.sic)


def _piece(passage: Passage, span: Span) -> Piece:
    text = passage.source.text
    if not passage.sic and "\n" not in (words := text[span.start : span.end]):
        return Piece((Run(words),))
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


def _with_neighbours(passage: Passage, slip: Span) -> str:
    """Widen a slip by the word on either side, as far as its piece goes."""
    text, piece = passage.source.text, next(span for span in passage.spans if span.overlaps(slip))
    before = _WORD_BEFORE.search(text, max(piece.start, slip.start - 90), slip.start)
    after = _WORD_AFTER.match(text, slip.end, piece.end)
    return text[before.start() if before else slip.start : after.end() if after else slip.end]
