"""Overlapping spans cut into flat segments, each of which knows all that covers it.

HTML elements nest and passages do not have to, so what is marked up is the segments. One sweep from left to right.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from onrecord.locations import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Segment(Generic[T]):
    """A stretch that is covered by the same things from its first character to its last."""

    span: Span
    covers: tuple[T, ...]
    """In the order in which they were given."""
    begins: tuple[T, ...]
    """Those of them that start here."""


def cut_segments(extent: Span, covers: Sequence[tuple[Span, T]], cuts: Iterable[int] = ()) -> tuple[Segment[T], ...]:
    """Cut the extent wherever a cover starts or ends, and at `cuts`; empty covers and what lies outside are ignored."""
    starting: dict[int, list[int]] = defaultdict(list)
    ending: dict[int, list[int]] = defaultdict(list)
    for number, (span, _) in enumerate(covers):
        if span.start < span.end and span.overlaps(extent):
            starting[max(span.start, extent.start)].append(number)
            ending[min(span.end, extent.end)].append(number)
    inside = {at for at in (*starting, *ending, *cuts) if extent.start < at < extent.end}
    return _sweep(sorted({extent.start, extent.end} | inside), covers, starting, ending)


def _sweep(
    edges: Sequence[int],
    covers: Sequence[tuple[Span, T]],
    starting: dict[int, list[int]],
    ending: dict[int, list[int]],
) -> tuple[Segment[T], ...]:
    active: set[int] = set()
    segments = []
    for start, end in pairwise(edges):
        active.difference_update(ending.get(start, ()))
        active.update(starting.get(start, ()))
        segments.append(
            Segment(
                Span(start, end),
                tuple(covers[number][1] for number in sorted(active)),
                tuple(covers[number][1] for number in starting.get(start, ())),
            )
        )
    return tuple(segments)
