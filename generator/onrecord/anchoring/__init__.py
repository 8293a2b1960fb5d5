"""Anchoring: prove that the words of a selector stand in a source, by the matching contract and nothing looser."""

from onrecord.anchoring.anchoring import anchor
from onrecord.anchoring.describing import describe
from onrecord.anchoring.finding import Hits, find_words
from onrecord.anchoring.folding import FoldedText, fold, fold_words
from onrecord.anchoring.selectors import Anchor, Miss, Reason, Selector

__all__ = [
    "Anchor",
    "FoldedText",
    "Hits",
    "Miss",
    "Reason",
    "Selector",
    "anchor",
    "describe",
    "find_words",
    "fold",
    "fold_words",
]
