"""Words as search compares them: without case and without marks above letters. `offline_search.js` folds alike."""

import unicodedata

import regex

_MARKS = regex.compile(r"\p{M}+")
_WORD = regex.compile(r"[\p{L}\p{N}]+")


def fold(text: str) -> str:
    """Fold a text: NFKD, lower case, combining marks dropped (`Ёлка` becomes `елка`)."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", text).lower())


def words_in(text: str) -> list[str]:
    """List the folded words of a text: its runs of letters and digits."""
    return list(_WORD.findall(fold(text)))
