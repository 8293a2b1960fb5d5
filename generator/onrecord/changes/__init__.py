"""What became of passages when their source was published anew: kept, moved, changed, lost or ambiguous.

A passage is kept or moved only if its words stand in the new text once, equal under the matching contract. Likeness says
which of the other three it is, and where to look.
"""

from onrecord.changes.comparing import Asked, Fate, Outcome, compare
from onrecord.changes.order import find_moved

__all__ = ["Asked", "Fate", "Outcome", "compare", "find_moved"]
