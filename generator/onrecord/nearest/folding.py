"""Put aside what a reader overlooks, so that likeness can be measured.

This folding is wider than the matching contract on purpose, and must never be used to accept words.
"""

import unicodedata
from functools import lru_cache

import regex

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SINGLE_MARKS = "\u2018\u2019\u201a\u201b\u2039\u203a"
_DOUBLE_MARKS = "\u201c\u201d\u201e\u201f\u00ab\u00bb"
_BLANKS = "\t\n\v\f\r\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
_ALIKE = {_DASHES: "-", _SINGLE_MARKS: "'", _DOUBLE_MARKS: '"', _BLANKS: " "}
_SHAPES = str.maketrans({mark: plain for marks, plain in _ALIKE.items() for mark in marks})

_SKIPPED = regex.compile("[\u00ad\u200b\u2060\ufeff]+")
_UNSEEN = regex.compile(r"[\p{Mn}\p{Cf}]+")


@lru_cache(maxsize=2)  # the quotes of one source are looked for one after the other
def fold_in_place(text: str) -> str:
    """Fold case and the shape of marks and blanks; each code point stays where it is."""
    folded = text.replace("\u0130", "i").lower()  # the one letter whose lower case is longer
    for marks, plain in _ALIKE.items():
        for mark in marks:
            folded = folded.replace(mark, plain)  # ten times as fast as `translate` on 10 MB
    return folded


def fold(words: str) -> str:
    """Fold case, accents, spacing, the shape of marks and all that cannot be seen; positions are lost."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKD", words.translate(_SHAPES)))
    return " ".join(plain.casefold().split())


def drop_skipped(words: str) -> str:
    """Drop what the matching contract skips, and compose accents (NFC)."""
    return unicodedata.normalize("NFC", _SKIPPED.sub("", words))


def fold_equal(word: str) -> str:
    """Fold a word only as far as the matching contract holds it equal."""
    return word.translate(_SHAPES).replace("\u2026", "...")
