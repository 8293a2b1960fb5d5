"""Quotation marks in a text, paired: the usual ones of English, German, French, Russian and their neighbours.

A mark that opens in one language closes in another (`“` closes `„`, `»` opens `«` in German books), so each is read by what
is open before it and by the characters around it. Single marks are mostly apostrophes and pair only where they
clearly can; a double mark without a partner is worth a word to the author.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

import regex

_CLOSERS = {
    '"': '"\u201c\u201d',
    "\u201c": '\u201d\u201c"',
    "\u201d": '\u201d"',
    "\u201e": '\u201c\u201d"\u201f',
    "\u201f": '\u201d"',
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab\u00bb",
    "'": "'\u2019",
    "\u2018": "\u2019'",
    "\u201a": "\u2018\u2019'",
    "\u201b": "\u2019'",
    "\u2039": "\u203a",
    "\u203a": "\u2039\u203a",
}
"""Every mark that may open a quotation, with those that may close it."""

_ALWAYS_OPENING = frozenset("\u201e\u201f\u201a\u201b")
_ANGLES = frozenset("\u00ab\u00bb\u2039\u203a")
"""French sets blanks between these and the words, so a blank beside them tells nothing."""
_SINGLE = frozenset("'\u2018\u2019\u201a\u201b\u2039\u203a")
_APOSTROPHES = frozenset("'\u2019")
_MARK = regex.compile("['\"\u2018\u2019" + "".join(_CLOSERS) + "]")
_BEFORE_OPENING = frozenset("([{/-\u2010\u2011\u2012\u2013\u2014\u2015\u00bf\u00a1'" + "".join(_CLOSERS))
_MOST_APOSTROPHES = 8
_MOST_OPEN = 50
_ONE_LETTER = 2
"""How far apart the marks of `rock 'n' roll` are, which quote nothing."""


class Pair(NamedTuple):
    """Where the opening mark is, and where the closing one."""

    opening: int
    closing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """The quotation marks of a text."""

    outer: tuple[Pair, ...]
    """Pairs that lie in no other, in order."""
    inner: tuple[Pair, ...]
    """Pairs inside those, in order."""
    alone: tuple[int, ...]
    """Double marks without a partner."""


def find_pairs(text: str, ignored: Collection[int] = ()) -> Pairs:
    """Pair the quotation marks of a text; `ignored` are positions of marks that are none."""
    marks = tuple(match.start() for match in _MARK.finditer(text) if match.start() not in ignored)
    reader = _PairReader(text, marks)
    for index in range(len(marks)):
        reader.take(index)
    return reader.result()


class _PairReader:
    """The marks that are open, outermost first, and what has been paired so far."""

    def __init__(self, text: str, marks: tuple[int, ...]) -> None:
        self._text = text
        self._marks = marks
        self._open: list[int] = []
        self._pairs: list[Pair] = []
        self._alone: list[int] = []

    def take(self, index: int) -> None:
        position = self._marks[index]
        partner = self._partner(position)
        if partner is not None and self._closes(index, self._open[partner]):
            self._close(partner, position)
        elif self._opens(position):
            self._open.append(position)
        elif self._text[position] not in _SINGLE and not self._is_inch(position):
            self._alone.append(position)

    def result(self) -> Pairs:
        outer: list[Pair] = []
        inner: list[Pair] = []
        end = -1
        for pair in sorted(self._pairs):
            (outer if pair.opening > end else inner).append(pair)
            end = max(end, pair.closing)
        alone = [*self._alone, *(each for each in self._open if self._text[each] not in _SINGLE)]
        return Pairs(outer=tuple(outer), inner=tuple(inner), alone=tuple(sorted(alone)))

    def _close(self, partner: int, position: int) -> None:
        pair = Pair(self._open[partner], position)
        if self._text[position] not in _APOSTROPHES or position - pair.opening > _ONE_LETTER:
            self._pairs.append(pair)
        self._alone += [each for each in self._open[partner + 1 :] if self._text[each] not in _SINGLE]
        del self._open[partner:]

    def _partner(self, position: int) -> int | None:
        """Find the innermost open mark that this one may close; a single one never reaches beyond a double one."""
        mark = self._text[position]
        for index in range(len(self._open) - 1, max(-1, len(self._open) - _MOST_OPEN), -1):
            opening = self._text[self._open[index]]
            if mark in _CLOSERS[opening]:
                return index
            if mark in _SINGLE and opening not in _SINGLE:
                return None
        return None

    def _closes(self, index: int, opening: int) -> bool:
        position = self._marks[index]
        mark = self._text[position]
        if mark in _APOSTROPHES:
            return self._is_behind_words(position) and not self._is_possessive(index)
        if mark in _ANGLES and mark != self._text[opening]:
            return True
        return self._is_behind_words(position) or not self._is_before_words(position)

    def _opens(self, position: int) -> bool:
        mark = self._text[position]
        if mark in _ALWAYS_OPENING or mark in {"\u00ab", "\u2039"}:
            return True
        return mark in _CLOSERS and self._is_before_words(position)

    def _is_before_words(self, position: int) -> bool:
        """Tell whether a mark stands where words begin."""
        before, after = self._around(position)
        return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()

    def _is_behind_words(self, position: int) -> bool:
        """Tell whether a mark stands where words end."""
        before, after = self._around(position)
        return not before.isspace() and not after.isalnum() and before not in "([{"

    def _is_possessive(self, index: int) -> bool:
        """Tell an apostrophe behind a plural from a closing mark, where another mark may close instead."""
        position = self._marks[index]
        if self._text[position - 1 : position] != "s" or not self._text[position + 1 : position + 3].strip().isalpha():
            return False
        for later in self._marks[index + 1 : index + _MOST_APOSTROPHES]:
            if self._text[later] not in _APOSTROPHES or self._is_before_words(later):
                return False
            if self._is_behind_words(later):
                return True
        return False

    def _is_inch(self, position: int) -> bool:
        return self._text[position] == '"' and self._around(position)[0].isdigit()

    def _around(self, position: int) -> tuple[str, str]:
        before = self._text[position - 1] if position else " "
        after = self._text[position + 1] if position + 1 < len(self._text) else " "
        return before, after
