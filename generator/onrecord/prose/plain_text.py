"""Plain text that was derived from a file of the author's, with the map back to where each character came from.

Most stretches stand for as many characters of the file, one for one; the others (an entity, an escaped mark) are
indivisible, and any part of them stands for the whole.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from onrecord.locations import Span


class Piece(NamedTuple):
    """A stretch of plain text, and the stretch of the file that it was read from (code points)."""

    text: str
    start: int
    end: int
    is_code: bool = False
    """Whether it is the inside of a code span, where marks are only characters."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text with its markup removed; `starts[i]` is where `pieces[i]` begins in `text`."""

    text: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]

    def file_span(self, start: int, end: int) -> Span:
        """Map a stretch of the plain text, empty ones too, to the file's canonical text."""
        if not self.pieces:
            raise ValueError("an empty text stands for nothing")
        first = self._file_position(min(start, len(self.text) - 1))
        last = self._file_position(max(start, end - 1))
        return Span(first.start, last.end if end > start else first.start)

    def is_code(self, position: int) -> bool:
        """Tell whether a character is inside a code span."""
        return self.pieces[bisect_right(self.starts, position) - 1].is_code

    def code_spans(self) -> tuple[Span, ...]:
        """List the stretches of plain text that are code."""
        return tuple(
            Span(start, start + len(piece.text))
            for start, piece in zip(self.starts, self.pieces, strict=True)
            if piece.is_code
        )

    def _file_position(self, position: int) -> Span:
        index = bisect_right(self.starts, position) - 1
        piece = self.pieces[index]
        if len(piece.text) != piece.end - piece.start:
            return Span(piece.start, piece.end)
        start = piece.start + position - self.starts[index]
        return Span(start, start + 1)


def join_pieces(pieces: Iterable[Piece]) -> PlainText:
    """Put pieces together, leaving out empty ones."""
    kept = tuple(piece for piece in pieces if piece.text)
    starts = tuple(accumulate((len(piece.text) for piece in kept), initial=0))[: len(kept)]
    return PlainText("".join(piece.text for piece in kept), kept, starts)


def truncate(plain: PlainText, length: int) -> PlainText:
    """Keep the first characters of a plain text."""
    kept: list[Piece] = []
    for start, piece in zip(plain.starts, plain.pieces, strict=True):
        words = piece.text[: max(0, length - start)]
        is_whole = len(words) == len(piece.text)
        kept.append(piece if is_whole else Piece(words, piece.start, piece.start + len(words), piece.is_code))
    return join_pieces(kept)


def join_plain(plains: Iterable[PlainText]) -> tuple[PlainText, tuple[int, ...]]:
    """Put texts below each other, a line end between them; gives the whole, and where each of them begins in it."""
    pieces: list[Piece] = []
    starts: list[int] = []
    length = 0
    for plain in plains:
        if pieces and plain.pieces:
            pieces.append(Piece("\n", pieces[-1].end, plain.pieces[0].start))
            length += 1
        starts.append(length)
        pieces += plain.pieces
        length += len(plain.text)
    return join_pieces(pieces), tuple(starts)
