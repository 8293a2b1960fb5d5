"""Paragraphs of two texts laid beside each other: those that both have once, and of the others those that are most alike.

It decides only which passages are called moved, so that likeness will do.
"""

import re
from bisect import bisect_right
from collections import Counter

from rapidfuzz import fuzz, process

from onrecord.anchoring import fold_words
from onrecord.changes.order import Pair

_ALIKE = 60
"""In percent."""
_MOST_COMPARED = 300
_RUN = re.compile(r"^[^\S\n]*\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*", re.MULTILINE)


class Paragraphs:
    """The runs of lines of a text that are not blank, by their numbers from 0."""

    def __init__(self, text: str) -> None:
        """Divide a canonical text."""
        found = list(_RUN.finditer(text))
        self._starts = [match.start() for match in found]
        words = [fold_words(match[0]) for match in found]
        times = Counter(words)
        self.once = {each: number for number, each in enumerate(words) if times[each] == 1}
        """By their words, folded."""

    def number_at(self, position: int) -> int:
        """Say which paragraph holds a position."""
        return max(0, bisect_right(self._starts, position) - 1)

    def pairs_with(self, other: "Paragraphs") -> set[Pair]:
        """Pair the paragraphs that stand in both texts."""
        same = {(number, other.once[words]) for words, number in self.once.items() if words in other.once}
        return same | self._alike(other)

    def _alike(self, other: "Paragraphs") -> set[Pair]:
        """Pair paragraphs that were altered; where there are very many, nobody looks."""
        ours = {number: words for words, number in self.once.items() if words not in other.once}
        theirs = {number: words for words, number in other.once.items() if words not in self.once}
        if max(len(ours), len(theirs)) > _MOST_COMPARED:
            return set()
        best = (
            (number, process.extractOne(words, theirs, scorer=fuzz.ratio, score_cutoff=_ALIKE))
            for number, words in ours.items()
        )
        return {(number, found[2]) for number, found in best if found is not None}
