"""Page furniture as `noise` of a record names it: the words of each run of it, such that they are found where they stand."""

from collections.abc import Iterator

from onrecord.anchoring import Anchor, FoldedText, Miss, Reason, Selector, anchor, fold
from onrecord.locations import Span
from onrecord.noise import whole_lines
from onrecord.yaml_words import is_printable

_LONGEST = 80
_EDGE = 40


def write_noise(text: str, spans: tuple[Span, ...]) -> tuple[tuple[str, ...], int]:
    """Name stretches of furniture of a canonical text, and count those that no words name.

    Neighbours are named together. Furniture that repeats, such as a running head, is named once.
    """
    folded = fold(text)
    named: dict[str, None] = {}
    lost = 0
    for run in _runs(text, spans):
        if words := _name(folded, Span(run[0].start, run[-1].end)):
            named[words] = None
            continue
        for span in run:
            words = _name(folded, span)
            lost += not words
            named |= {words: None} if words else {}
    return tuple(named), lost


def _runs(text: str, spans: tuple[Span, ...]) -> Iterator[list[Span]]:
    """Gather neighbours, between which there are only blanks."""
    run: list[Span] = []
    for span in sorted(spans):
        if run and text[run[-1].end : span.start].strip():
            yield run
            run = []
        run.append(span)
    if run:
        yield run


def _name(text: FoldedText, span: Span) -> str:
    """Find words that name a stretch: its first and last ones where it is long, else all; empty where none do."""
    words = " ".join(text.original[span.start : span.end].split())
    if not is_printable(words):
        return ""
    if len(words) > _LONGEST:
        first, last = words[:_EDGE].rpartition(" ")[0], words[-_EDGE:].partition(" ")[2]
        short = f"{first} … {last}"
        if first and last and _finds(text, short, span):
            return short
    return words if _finds(text, words, span) else ""


def _finds(text: FoldedText, words: str, span: Span) -> bool:
    found = anchor(Selector(pieces=(words,)), text)
    if isinstance(found, Anchor):
        return found.spans == (span,)
    return isinstance(found, Miss) and found.reason is Reason.AMBIGUOUS and span in whole_lines(text.original, found)
