"""Every place where words stand in a text, equal under the matching contract."""

from collections.abc import Iterator

from onrecord.anchoring.edges import is_cut
from onrecord.anchoring.folding import FoldedText, fold_words
from onrecord.locations import Span
from onrecord.values import value


@value
class Hits:
    """Where words stand: whole, and where only as part of a longer word or number."""

    whole: tuple[Span, ...] = ()
    cut: tuple[Span, ...] = ()


def find_words(text: FoldedText, words: str, within: Span | None = None) -> Hits:
    """Find every place of the words, in order, overlapping ones too; `within` narrows the search (code points of the original)."""
    whole: list[Span] = []
    cut: list[Span] = []
    for span, is_cut_here in _places(text, fold_words(words), within):
        (cut if is_cut_here else whole).append(span)
    return Hits(tuple(whole), tuple(cut))


def _places(text: FoldedText, wanted: str, within: Span | None) -> Iterator[tuple[Span, bool]]:
    if not wanted:
        return
    low, high = (0, len(text.folded)) if within is None else (text.index_of(within.start), text.index_of(within.end))
    start = text.folded.find(wanted, low, high)
    while start >= 0:
        end = start + len(wanted)
        span = text.span_of(start, end)
        if span is not None and (within is None or within.holds(span)):
            yield span, is_cut(text, start, end, span)
        start = text.folded.find(wanted, start + 1, high)


def follows(text: FoldedText, span: Span, prefix: str) -> bool:
    """Tell whether the words of a prefix stand right before a span."""
    wanted = fold_words(prefix)
    end = text.index_of(span.start)
    return text.folded[max(0, end - len(wanted) - 1) : end].rstrip(" ").endswith(wanted)


def precedes(text: FoldedText, span: Span, suffix: str) -> bool:
    """Tell whether the words of a suffix stand right behind a span."""
    wanted = fold_words(suffix)
    start = text.index_of(span.end)
    return text.folded[start : start + len(wanted) + 1].lstrip(" ").startswith(wanted)
