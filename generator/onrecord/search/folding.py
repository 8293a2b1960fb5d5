"""Words as search compares them: without case and without marks above letters. The search script folds alike."""

import unicodedata
from functools import lru_cache

import regex

_MARKS = regex.compile(r"\p{M}+")
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_REMEMBERED = 1 << 17
"""Runs without blanks of which the words are kept; a language has fewer that are common."""


def fold(text: str) -> str:
    """Fold a text: NFKD, lower case, combining marks dropped (`Ёлка` becomes `елка`)."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", text).lower())


def words_in(text: str) -> list[str]:
    """List the folded words of a text: its runs of letters and digits."""
    return [word for run in text.split() for word in _words_of(run)]


def word_set(text: str) -> set[str]:
    """Give the folded words of a text, each once; time is linear in its length, and most is spent on new runs."""
    return {word for run in set(text.split()) for word in _words_of(run)}


@lru_cache(maxsize=_REMEMBERED)
def _words_of(run: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(run)))
