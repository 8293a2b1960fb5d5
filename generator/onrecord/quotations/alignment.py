"""Lay the literals of a quotation over the words of its passage, in order, so that every gap is one that may be.

Where words stand more than once, the tightest arrangement is taken: what was left out is then the least that it can be.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.locations import Span
from onrecord.quotations.editorial import Gap, Reading, count_words
from onrecord.quotations.passage_words import PassageWords, Place, Places
from onrecord.quotations.weights import find_weighty, sentence_ends

MOST_WORDS_REPLACED = 4
_LONGEST_REPLACED = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledGap:
    """A gap, and what the source has there."""

    gap: Gap
    span: Span
    """In the source."""
    is_between_pieces: bool
    """Whether the words before it are of another piece of the passage than those behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Where each literal stands in the source, and what the gaps between them hold."""

    places: tuple[Place, ...]
    filled: tuple[FilledGap, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """A literal placed, with the best placing of those before it."""

    place: Place
    start: int
    previous: "_Step | None"


def align(reading: Reading, found: Sequence[Places], words: PassageWords, *, is_lax: bool = False) -> Alignment | None:
    """Arrange the places of the literals (`found`); None where there is no arrangement.

    A lax arrangement lets brackets stand for anything, and serves to say what they would have to stand for.
    """
    steps = [_Step(place, place.span.start, None) for place in found[0].whole]
    for gap, places in zip(reading.gaps[1:-1], found[1:], strict=True):
        follow = _follow_omission if gap.omission or is_lax else _follow_replacement
        behind = _Behind(steps, words)
        steps = [step for place in places.whole for step in follow(behind, place)]
    if not steps:
        return None
    tightest = min(steps, key=lambda step: (step.place.span.end - step.start, step.start))
    return _result(reading, tightest)


def is_replaceable(text: str) -> bool:
    """Tell whether brackets may stand for some words of a source: 0 to 4, of one sentence, none of them weighty."""
    return _is_short(text) and not find_weighty(text) and not sentence_ends(text)


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_REPLACED and count_words(text) <= MOST_WORDS_REPLACED


class _Behind:
    """The placings of the literal before, which are in the order of their ends."""

    def __init__(self, steps: list[_Step], words: PassageWords) -> None:
        self.steps = steps
        self.ends = [step.place.span.end for step in self.steps]
        self.words = words

    def nearest(self, start: int) -> Iterator[_Step]:
        """Give those that end at `start` or before, nearest first."""
        for index in range(bisect_right(self.ends, start) - 1, -1, -1):
            yield self.steps[index]


def _follow_omission(behind: _Behind, place: Place) -> Iterator[_Step]:
    for step in behind.nearest(place.span.start):
        yield _Step(place, step.start, step)
        return


def _follow_replacement(behind: _Behind, place: Place) -> Iterator[_Step]:
    for step in behind.nearest(place.span.start):
        text = behind.words.text_between(step.place.span.end, place.span.start)
        if step.place.piece != place.piece or not _is_short(text):
            return
        if is_replaceable(text):
            yield _Step(place, step.start, step)
            return


def _result(reading: Reading, last: _Step) -> Alignment:
    places = []
    step: _Step | None = last
    while step is not None:
        places.append(step.place)
        step = step.previous
    places.reverse()
    filled = tuple(
        FilledGap(
            gap=gap,
            span=Span(before.span.end, behind.span.start),
            is_between_pieces=before.piece != behind.piece,
        )
        for gap, (before, behind) in zip(reading.gaps[1:-1], pairwise(places), strict=True)
    )
    return Alignment(places=tuple(places), filled=filled)
