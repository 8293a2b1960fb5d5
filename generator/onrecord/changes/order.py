"""Which paragraphs of a text stand in another order: those that some longest order, common to both texts, leaves out.

Of two paragraphs that changed places both are moved; of one that went elsewhere, it alone.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

Pair = tuple[int, int]
"""The number of a paragraph in the old text and in the new one."""


def find_moved(pairs: Iterable[Pair]) -> frozenset[Pair]:
    """Find the pairs that are out of order, in time `n log n`."""
    ordered = sorted(set(pairs))
    news = [new for _, new in ordered]
    before = _longest_ends(news)
    behind = _longest_ends([-new for new in reversed(news)])[::-1]
    longest = max(before, default=0)
    on_some = [one + other - 1 == longest for one, other in zip(before, behind, strict=True)]
    rivals = Counter(length for length, is_on in zip(before, on_some, strict=True) if is_on)
    return frozenset(
        pair for pair, is_on, length in zip(ordered, on_some, before, strict=True) if not is_on or rivals[length] > 1
    )


def _longest_ends(numbers: Sequence[int]) -> list[int]:
    """Give for each number the length of the longest run, not falling, that ends with it."""
    lasts: list[int] = []
    lengths: list[int] = []
    for number in numbers:
        at = bisect_right(lasts, number)
        lasts[at : at + 1] = [number]
        lengths.append(at + 1)
    return lengths
