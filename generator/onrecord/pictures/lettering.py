"""How much room words take, without a font: a careful guess that no usual sans-serif exceeds.

The widths are those of DejaVu Sans, the widest of the faces that browsers fall back to, rounded up.
"""

import unicodedata

MORE = "…"

_NARROW = frozenset("iljtfrI.,:;'’‘|!()[]·-/ \N{NO-BREAK SPACE}")
_WIDE = frozenset("mwMWQ@%—≈жшщюфмыЖШЩЮФМЫДОСЮ")


def width_of(text: str, size: float) -> float:
    """Guess the width of words in a font of this size, in the unit of the size."""
    return round(sum(map(_width, text)) * size, 2)


def fit_words(text: str, size: float, room: float) -> str:
    """Shorten words that are too long for a room; an ellipsis stands for what is left out."""
    if width_of(text, size) <= room:
        return text
    kept = text
    while kept and width_of(kept + MORE, size) > room:
        kept = kept[:-1]
    while kept and unicodedata.combining(text[len(kept)]):
        kept = kept[:-1]
    return kept.rstrip() + MORE


def _width(character: str) -> float:
    if character in _NARROW:
        return 0.43
    if character in _WIDE:
        return 1.0
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn"}:
        return 0.0
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return 1.05
    if ord(character) >= 0x0590:  # noqa: PLR2004  scripts whose letters no table here knows
        return 1.0
    return 0.78 if character.isupper() else 0.68 if ord(character) >= 0x0400 else 0.65  # noqa: PLR2004  Cyrillic
