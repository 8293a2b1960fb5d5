"""The selector that names one span: its words, with as much before and behind as tells it from its like.

Follows Apache Annotator's `describeTextQuote` in growing the context, but by whole words, so that people can read it.
"""

import regex

from onrecord.anchoring.finding import find_words, follows, precedes
from onrecord.anchoring.folding import FoldedText
from onrecord.anchoring.selectors import Selector
from onrecord.locations import Span

_WORD_BEFORE = regex.compile(r"(?r)\S+\s*")
_WORD_BEHIND = regex.compile(r"\s*\S+")


def describe(text: FoldedText, span: Span) -> Selector:
    """Give the shortest selector of whole words that is proven at `span` alone (code points of the original)."""
    exact = text.original[span.start : span.end]
    rivals = [place for place in find_words(text, exact).whole if place != span]
    start, end = span.start, span.end
    while rivals:
        grown_start, grown_end = _word_before(text.original, start), _word_behind(text.original, end)
        if grown_start == start and grown_end == end:
            break
        start, rivals = _narrow_before(text, Span(grown_start, span.start), rivals)
        if rivals:
            end, rivals = _narrow_behind(text, Span(span.end, grown_end), rivals)
    prefix, suffix = text.original[start : span.start], text.original[span.end : end]
    return Selector(pieces=(exact,), prefix=prefix, suffix=suffix)


def _narrow_before(text: FoldedText, context: Span, rivals: list[Span]) -> tuple[int, list[Span]]:
    prefix = text.original[context.start : context.end]
    return context.start, [rival for rival in rivals if follows(text, rival, prefix)]


def _narrow_behind(text: FoldedText, context: Span, rivals: list[Span]) -> tuple[int, list[Span]]:
    suffix = text.original[context.start : context.end]
    return context.end, [rival for rival in rivals if precedes(text, rival, suffix)]


def _word_before(text: str, position: int) -> int:
    match = _WORD_BEFORE.search(text, 0, position)
    return match.start() if match else position


def _word_behind(text: str, position: int) -> int:
    match = _WORD_BEHIND.match(text, position)
    return match.end() if match else position
