"""The passages of a record as what is asked of a newer text."""

from collections.abc import Iterator

from onrecord.anchoring import Anchor, FoldedText, anchor, fold
from onrecord.changes import Asked
from onrecord.locations import Span
from onrecord.proving import selector_of
from onrecord.records import PartEntry, RecordEntry


def ask_of(entry: RecordEntry, text: str) -> tuple[Asked, ...]:
    """List the passages of a record, each part behind its whole, with where they stand in the text."""
    folded = fold(text)
    return tuple(_ask_all(entry, folded))


def _ask_all(entry: RecordEntry, text: FoldedText) -> Iterator[Asked]:
    for keyed in (*entry.quotes, *entry.statements):
        whole = _ask(keyed.key.text, keyed.entry, text, None)
        if whole is None:
            continue
        yield whole
        within = Span(whole.spans[0].start, whole.spans[-1].end) if whole.spans else None
        for part in keyed.entry.parts:
            asked = _ask(keyed.key.text + part.key.text, part.entry, text, within, whole.key)
            if asked is not None:
                yield asked


def _ask(key: str, entry: PartEntry, text: FoldedText, within: Span | None, whole: str = "") -> Asked | None:
    selector = selector_of(entry)
    if selector is None:
        return None
    found = anchor(selector, text, within)
    return Asked(key=key, selector=selector, spans=found.spans if isinstance(found, Anchor) else (), whole=whole)
