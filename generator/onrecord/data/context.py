"""The words around a passage, as a text quote selector gives them: whole words, and enough to tell it from its like."""

import re

from onrecord.anchoring import FoldedText, describe
from onrecord.locations import Span

ENOUGH = 32
"""How many code points of context are given at least, where the text has them."""

_WORD_BEHIND = re.compile(r"\s*\S+")
_WINDOW = 4096
"""How far one word is looked for; a longer one is cut there."""


def prefix_and_suffix(text: FoldedText, span: Span) -> tuple[str, str]:
    """Cut the words before and behind a span from the text, blanks between included."""
    proven = describe(text, span)
    start = _grow_before(text.original, span.start, span.start - len(proven.prefix))
    end = _grow_behind(text.original, span.end, span.end + len(proven.suffix))
    return text.original[start : span.start], text.original[span.end : end]


def _grow_before(text: str, edge: int, start: int) -> int:
    while edge - start < ENOUGH:
        low = max(0, start - _WINDOW)
        before = text[low:start].rstrip()
        if not before:
            break
        start = low + len(before) - len(before.rsplit(None, 1)[-1])
    return start


def _grow_behind(text: str, edge: int, end: int) -> int:
    while end - edge < ENOUGH and (match := _WORD_BEHIND.match(text, end, end + _WINDOW)):
        end = match.end()
    return end
