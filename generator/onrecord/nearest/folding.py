"""Put aside what a reader overlooks, so that likeness can be measured.

This folding is wider than the matching contract on purpose, and must never be used to accept words.
"""

import unicodedata
from functools import lru_cache

import regex

from onrecord import contract

_ALIKE = {
    "-": contract.DASHES,
    "'": contract.SINGLE_MARKS,
    '"': contract.DOUBLE_MARKS,
    " ": contract.WHITE_SPACE,
}
_SHAPES = {plain: "".join(sorted(alike - {plain})) for plain, alike in _ALIKE.items()}
_TABLE = str.maketrans({shape: plain for plain, shapes in _SHAPES.items() for shape in shapes})

_SKIPPED = regex.compile(f"[{''.join(sorted(contract.SKIPPED))}]+")
_UNSEEN = regex.compile(r"[\p{Mn}\p{Cf}]+")


@lru_cache(maxsize=2)  # the quotes of one source are looked for one after the other
def fold_in_place(text: str) -> str:
    """Fold case and the shape of marks and blanks; each code point stays where it is."""
    folded = text.replace("\u0130", "i").lower()  # the one letter whose lower case is longer
    for plain, shapes in _SHAPES.items():
        for shape in shapes:
            folded = folded.replace(shape, plain)  # ten times as fast as `translate` on 10 MB
    return folded


def fold(words: str) -> str:
    """Fold case, accents, spacing, the shape of marks and all that cannot be seen; positions are lost."""
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKD", words.translate(_TABLE)))
    return " ".join(plain.casefold().split())


def drop_skipped(words: str) -> str:
    """Drop what the matching contract skips, and compose accents (NFC)."""
    return unicodedata.normalize("NFC", _SKIPPED.sub("", words))


def fold_equal(word: str) -> str:
    """Fold a word only as far as the matching contract holds it equal."""
    return word.translate(_TABLE).replace(contract.ELLIPSIS, "...")
