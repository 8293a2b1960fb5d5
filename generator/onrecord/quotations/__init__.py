"""Quotations: the words that an editor puts into somebody's mouth, proven in the passages that are given as evidence."""

from onrecord.quotations.checking import CheckedProse, ProseChecker
from onrecord.quotations.key_points import is_key_points
from onrecord.quotations.markup import PLACEABLE

__all__ = ["PLACEABLE", "CheckedProse", "ProseChecker", "is_key_points"]
