"""Keys for what other programs name as they like: from its name where that has Latin letters, else numbered."""

import re
import unicodedata
from collections.abc import Container

from onrecord.forms import KEY

_OTHER = re.compile("[^a-z0-9]+")
_ENDING = re.compile(r"\.(?:txt|md|docx?|odt|rtf|pdf|html?|epub|srt|vtt)$", re.IGNORECASE)
_LONGEST = 40


def without_ending(name: str) -> str:
    """Leave out the ending of a file that a name has."""
    return _ENDING.sub("", name)


def make_key(name: str, fallback: str, taken: Container[str]) -> str:
    """Make a key that is not taken from a name, as `mabel-2ieme` from `Mabêl 2ième.txt`."""
    plain = unicodedata.normalize("NFKD", without_ending(name)).encode("ascii", "ignore").decode().lower()
    stem = _OTHER.sub("-", plain).strip("-")
    if len(stem) > _LONGEST:
        stem = stem[:_LONGEST].rpartition("-")[0] or stem[:_LONGEST]
    if not KEY.admits(stem) or sum(map(str.isalnum, name)) > 3 * len(stem):
        return free_key(fallback, taken, first=1)
    return stem if stem not in taken else free_key(stem, taken, first=2)


def free_key(stem: str, taken: Container[str], first: int) -> str:
    """Give the first of `stem-1`, `stem-2` … that is not taken."""
    number = first
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


class KeyNumbers:
    """Gives keys such as `s01`, `s02` … that are not taken, the next one each time."""

    def __init__(self, taken: Container[str]) -> None:
        """Begin at 1; `taken` may grow meanwhile."""
        self._taken = taken
        self._last: dict[str, int] = {}

    def next(self, letter: str) -> str:
        """Give the next key that begins with a letter."""
        number = self._last.get(letter, 0) + 1
        while f"{letter}{number:02}" in self._taken:
            number += 1
        self._last[letter] = number
        return f"{letter}{number:02}"
