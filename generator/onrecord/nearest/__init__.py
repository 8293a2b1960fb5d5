"""Explain a miss: where the nearest words stand in a source, and what differs.

Nothing here accepts anything. A similarity of 1 still says only that the words are equal once case, accents,
spacing and the shape of marks are put aside; whether they are proven is for anchoring alone to say.
"""

from onrecord.nearest.difference import Run, describe_difference, diff_words
from onrecord.nearest.search import CHANGED_THRESHOLD, Nearest, find_nearest

__all__ = ["CHANGED_THRESHOLD", "Nearest", "Run", "describe_difference", "diff_words", "find_nearest"]
