"""Words in double quotation marks, line by line, however the marks are set: what may be speech.

`marks` tells where a quotation stands that is set well; here marks of two kinds that close each other, marks that nobody
closed and doubled single ones are read as a reader would, because a source is as it is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

import regex

from onrecord.locations import Span

_MARK = regex.compile(r"[\"“”„‟«»]|''|‘‘|’’|``")
_OPENING = frozenset("„‟«")
_DOUBLED = ("''", "’’")
_CLOSERS = {
    '"': ('"', "”", "“", *_DOUBLED),
    "“": ("”", '"', *_DOUBLED),
    "„": ("“", "”", "‟", '"'),
    "‟": ("”", '"'),
    "«": ("»",),
    "”": ("”", '"'),
    "''": ("''",),
    "``": ("''",),
    "‘‘": ("’’",),
}
_BEFORE_OPENING = regex.compile(r"[\s(\[{\p{Pd}/…'‘“„«:>]")
_BETWEEN_DASHES = regex.compile(r"[,!?…](?P<told>\s*+[—–-]\s++(?=\p{Ll})[^—–«»]{3,120}?\s*+[—–-]\s)")

_DIALOGUE = regex.compile(r"\s*+[—–-]\s++(?=[\p{Lu}\p{N}«“\"…])")
_TOLD_LAST = regex.compile(r"[,!?…](?P<told>\s*+[—–-]\s++(?=\p{Ll})[^—–«»]{3,160}+)$")


class Closing(Enum):
    """How a quotation ends."""

    CLOSED = "closed"
    OPEN = "never closed"
    ORPHAN = "never opened"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks within one line."""

    span: Span
    """With the marks."""
    inside: Span
    """Without them."""
    closing: Closing = Closing.CLOSED


def split_told(text: str, quoted: Quoted, is_tag: Callable[[str], bool]) -> tuple[Quoted, ...]:
    """Cut a quotation where the reporter interrupts it without closing its marks: `«…, — сказал Орлов. — …»`.

    `is_tag` tells of the words between two dashes whether they are the reporter's.
    """
    pieces: list[Quoted] = []
    start, inside = quoted.span.start, quoted.inside.start
    for match in _BETWEEN_DASHES.finditer(text, quoted.inside.start, quoted.inside.end):
        if is_tag(match["told"]):
            pieces.append(Quoted(Span(start, match.start("told")), Span(inside, match.start("told"))))
            start = inside = match.end("told")
    return (*pieces, Quoted(Span(start, quoted.span.end), Span(inside, quoted.inside.end), quoted.closing))


def find_dialogue(text: str, start: int, end: int, is_tag: Callable[[str], bool]) -> tuple[Quoted, ...]:
    """Find the speech of a line of dialogue that a dash opens: `— Слова, — сказал Орлов. — Ещё слова.`; none without a tag."""
    dash = _DIALOGUE.match(text, start, end)
    if dash is None:
        return ()
    *pieces, last = split_told(text, Quoted(Span(start, end), Span(dash.end(), end)), is_tag)
    told = _TOLD_LAST.search(text, last.inside.start, end)
    if told is not None and is_tag(told["told"]):
        at = told.start("told")
        return (*pieces, Quoted(Span(last.span.start, at), Span(last.inside.start, at)))
    return (*pieces, last) if pieces else ()


def find_quoted(text: str, start: int, end: int) -> tuple[Quoted, ...]:
    """Find the outermost quotations of a line, in order."""
    reader = _Reader(text, start, end)
    for match in _MARK.finditer(text, start, end):
        reader.take(match[0], match.start(), match.end())
    return tuple(reader.finish())


class _Reader:
    """The marks that are open, and what was found."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._open: list[tuple[str, int, int]] = []
        self._inner = 0
        self._found: list[Quoted] = []

    def take(self, mark: str, at: int, after: int) -> None:
        if self._closes(mark, at, after):
            self._close(mark, at, after)
        elif self._opens(mark, at, after):
            self._open.append((mark, at, after))
        elif not self._found and mark != '"' and not self._open:
            self._found.append(Quoted(Span(self._start, after), Span(self._start, at), Closing.ORPHAN))

    def finish(self) -> Iterator[Quoted]:
        yield from self._found
        if self._open:
            _, at, inside = self._open[0]
            closer = self._inner
            is_shared = len(self._open) == 1 and closer and not self._text[closer + 1 : self._end].strip()
            if is_shared:  # `“one “two”` has one closing mark for both
                yield Quoted(Span(at, closer + 1), Span(inside, closer))
            else:
                yield Quoted(Span(at, self._end), Span(inside, self._end), Closing.OPEN)

    def _close(self, mark: str, at: int, after: int) -> None:
        level = next(n for n in range(len(self._open) - 1, -1, -1) if mark in _CLOSERS.get(self._open[n][0], ()))
        _, opened, inside = self._open[level]
        del self._open[level:]
        if not self._open:
            self._found.append(Quoted(Span(opened, after), Span(inside, at)))
            self._inner = 0
        else:
            self._inner = at

    def _closes(self, mark: str, at: int, after: int) -> bool:
        if not any(mark in _CLOSERS.get(opened, ()) for opened, _, _ in self._open):
            return False
        return not self._is_before_words(at, after) or (mark in "”»" and mark not in self._open[-1][0])

    def _opens(self, mark: str, at: int, after: int) -> bool:
        if mark in _OPENING or mark in {"``", "‘‘"}:
            return True
        return mark not in {"»", "’’"} and (self._is_before_words(at, after) or mark == "“")

    def _is_before_words(self, at: int, after: int) -> bool:
        """Tell whether a mark stands where words begin."""
        before = self._text[at - 1 : at] if at > self._start else " "
        behind = self._text[after : after + 1] if after < self._end else " "
        return _BEFORE_OPENING.match(before) is not None and not behind.isspace()
