"""Where words may be cut out of a source: never inside a character, a word or a number.

`2 percent` is not in `12 percent`, `able` is not in `unable`, `1` is not in `1.5`, `5` is not in `-5`, and `can` is not in `can't`.
"""

from functools import lru_cache

import regex

from onrecord import contract
from onrecord.anchoring.folding import FoldedText
from onrecord.locations import Span

_CLUSTER = regex.compile(r"\X")
_LOWEST_EXTENDER = "\u0300"
_LOOK_BACK = 64


def is_cut(text: FoldedText, start: int, end: int, span: Span) -> bool:
    """Tell whether the stretch of folded text, which is `span` in the original, has an edge where none may be."""
    return (
        _divides(text, start)
        or _divides(text, end)
        or divides_cluster(text.original, span.start)
        or divides_cluster(text.original, span.end)
    )


def divides_cluster(text: str, position: int) -> bool:
    """Tell whether a position lies inside a grapheme cluster (UAX #29, extended)."""
    if not 0 < position < len(text) or (text[position] < _LOWEST_EXTENDER and text[position - 1] < _LOWEST_EXTENDER):
        return False
    start = position - 1
    while start > max(0, position - _LOOK_BACK) and not text[start].isascii():
        start -= 1
    return position not in {match.end() for match in _CLUSTER.finditer(text, start, position + 1)}


def _divides(text: FoldedText, index: int) -> bool:
    folded = text.folded
    if not 0 < index < len(folded):
        return False
    before, after = folded[index - 1], folded[index]
    if _is_word_character(before) and _is_word_character(after):
        return True
    return _divides_number(text, index, before, after) or _divides_negation(folded, index)


@lru_cache(maxsize=4096)  # texts are made of few characters
def _is_word_character(character: str) -> bool:
    return contract.WORD_CHARACTER.match(character) is not None


def _divides_number(text: FoldedText, index: int, before: str, after: str) -> bool:
    folded = text.folded
    if _joins_digits(text, index - 1) or _joins_digits(text, index):
        return True
    if after.isdecimal():
        is_after_mark = before in contract.SIGNS or _is_currency(before)
        return is_after_mark or (before == " " and index > 1 and _is_currency(folded[index - 2]))
    return before in contract.SIGNS and _is_currency(after) and folded[index + 1 : index + 2].isdecimal()


def _joins_digits(text: FoldedText, index: int) -> bool:
    """Tell whether the character at `index` joins two digits to one number."""
    folded = text.folded
    if not 0 < index < len(folded) - 1 or not (folded[index - 1].isdecimal() and folded[index + 1].isdecimal()):
        return False
    if folded[index] in contract.SEPARATORS:
        return True
    original = text.span_of(index, index + 1)
    return original is not None and text.original[original.start : original.end] in contract.THIN_SPACES


@lru_cache(maxsize=4096)
def _is_currency(character: str) -> bool:
    return contract.CURRENCY.match(character) is not None


def _divides_negation(folded: str, index: int) -> bool:
    return folded[index - 1] in "nN" and contract.NEGATION_TAIL.match(folded, index) is not None
