"""stub"""

from dataclasses import dataclass
from onrecord.locations import Span
from rapidfuzz import fuzz

CHANGED_THRESHOLD = 0.6


@dataclass(frozen=True, slots=True)
class Nearest:
    span: Span
    similarity: float


def find_nearest(wanted, text):
    if not wanted or not text:
        return None
    al = fuzz.partial_ratio_alignment(wanted, text)
    if al is None:
        return None
    return Nearest(Span(al.dest_start, al.dest_end), al.score / 100)
