"""Page furniture that repeats: where the words of one `noise` stand several times, each that fills its lines is meant.

A running head stands on every page; a share button stands above and below. Their words inside a sentence are no furniture.
"""

from onrecord.anchoring import Miss
from onrecord.locations import Span


def whole_lines(text: str, miss: Miss) -> tuple[Span, ...]:
    """Give those places of ambiguous words that have no other words on their lines (spans of the canonical text)."""
    return tuple(span for span in miss.places if _fills_lines(text, span))


def _fills_lines(text: str, span: Span) -> bool:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return not text[start : span.start].strip() and not text[span.end : end if end >= 0 else len(text)].strip()
