"""Text folded by the matching contract, with the map back to where every character came from.

Most characters fold one to one, so the map holds only the uneven places: runs of blanks, skipped characters,
ellipses, and clusters that change under NFC.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from onrecord import contract
from onrecord.locations import Span

_FOLDS = (
    *((each, " ") for each in sorted(contract.WHITE_SPACE - {" "})),
    *((each, "-") for each in sorted(contract.DASHES - {"-"})),
    *((each, '"') for each in sorted(contract.DOUBLE_MARKS - {'"'})),
    *((each, "'") for each in sorted(contract.SINGLE_MARKS - {"'"})),
)
"""What stands for what, one to one; to look for each in turn takes a tenth of what `str.translate` does."""
_FOLDED = re.compile("[{}]".format(re.escape("".join(character for character, _ in _FOLDS))))
_SKIPPED = "".join(sorted(contract.SKIPPED))
_UNEVEN_ALONE = (*contract.SKIPPED, contract.ELLIPSIS)
_UNEVEN = regex.compile(rf"[ {_SKIPPED}]{{2,}}|[{_SKIPPED}]|{contract.ELLIPSIS}")
_UNEVEN_OR_CLUSTER = regex.compile(rf"[ {_SKIPPED}]{{2,}}|[{_SKIPPED}]|{contract.ELLIPSIS}|\X")


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A canonical text, its folded form, and the uneven places between the two.

    The four tuples run side by side, one entry an uneven place: `folded_starts[i]` to `folded_ends[i]` in `folded` stands
    for `original_starts[i]` to `original_ends[i]` in `original` (code points, half-open).
    """

    original: str
    folded: str
    folded_starts: tuple[int, ...]
    folded_ends: tuple[int, ...]
    original_starts: tuple[int, ...]
    original_ends: tuple[int, ...]

    def span_of(self, start: int, end: int) -> Span | None:
        """Map a non-empty stretch of the folded text back; None where an edge lies inside one original character."""
        first, last = self._original_of(start), self._original_of(end - 1)
        is_whole = self._begins(start) and self._finishes(end)
        return Span(first[0], last[1]) if is_whole else None

    def index_of(self, position: int) -> int:
        """Map a position of the original to the first folded position at or behind it."""
        place = bisect_right(self.original_starts, position) - 1
        if place < 0:
            return position
        behind = position - self.original_ends[place]
        return self.folded_ends[place] + behind if behind >= 0 else self.folded_starts[place]

    def _place_of(self, index: int) -> int:
        return bisect_right(self.folded_starts, index) - 1

    def _original_of(self, index: int) -> tuple[int, int]:
        place = self._place_of(index)
        if place < 0:
            return index, index + 1
        if index < self.folded_ends[place]:
            return self.original_starts[place], self.original_ends[place]
        start = self.original_ends[place] + index - self.folded_ends[place]
        return start, start + 1

    def _begins(self, index: int) -> bool:
        place = self._place_of(index)
        return place < 0 or index == self.folded_starts[place] or index >= self.folded_ends[place]

    def _finishes(self, end: int) -> bool:
        place = bisect_left(self.folded_starts, end) - 1
        return place < 0 or end >= self.folded_ends[place]


def fold(text: str) -> FoldedText:
    """Fold a text by the matching contract."""
    folded: list[str] = []
    places: list[tuple[int, int, int, int]] = []
    position = length = 0
    translated = _translate(text)
    for start, end, replacement in _uneven_places(translated):
        folded += (translated[position:start], replacement)
        length += start - position
        places.append((length, length + len(replacement), start, end))
        length += len(replacement)
        position = end
    folded.append(translated[position:])
    columns = tuple(zip(*places, strict=True)) or ((), (), (), ())
    return FoldedText(text, "".join(folded), *columns)


def _translate(text: str) -> str:
    if _FOLDED.search(text) is None:
        return text
    for character, stand_in in _FOLDS:
        if character in text:
            text = text.replace(character, stand_in)
    return text


@lru_cache(maxsize=8)  # words that are missed are looked for in every other source, one after the other
def fold_words(words: str) -> str:
    """Fold words to look for: by the contract, without blanks at their edges."""
    translated = _translate(words)
    if "  " in translated or not translated.isascii():
        translated = fold(words).folded
    return translated.strip(" ")


def _uneven_places(translated: str) -> Iterator[tuple[int, int, str]]:
    is_composed = unicodedata.is_normalized("NFC", translated)
    if is_composed and not any(character in translated for character in _UNEVEN_ALONE):
        yield from _runs_of_blanks(translated)
        return
    pattern = _UNEVEN if is_composed else _UNEVEN_OR_CLUSTER
    for match in pattern.finditer(translated):
        replacement = _replacement(match[0])
        if replacement != match[0]:
            yield match.start(), match.end(), replacement


def _runs_of_blanks(translated: str) -> Iterator[tuple[int, int, str]]:
    start = translated.find("  ")
    while start >= 0:
        end = start + 2
        while translated.startswith(" ", end):
            end += 1
        yield start, end, " "
        start = translated.find("  ", end)


def _replacement(place: str) -> str:
    if place == contract.ELLIPSIS:
        return "..."
    if place.strip(_SKIPPED + " ") == "":
        return " " if " " in place else ""
    return unicodedata.normalize("NFC", place)
