"""Every selector of a record, in one order: whoever asks them all again knows which answer belongs to which."""

from collections.abc import Callable, Iterable

from onrecord.anchoring import Anchor, Miss, Selector
from onrecord.locations import Span, Written
from onrecord.records import PartEntry, RecordEntry

Ask = Callable[[Selector, Span | None], Anchor | Miss]


def ask_all(entry: RecordEntry, ask: Ask) -> None:
    """Ask for all words of a record; what lies in a passage is asked for only where the passage was found."""
    for words in (*entry.noise, *entry.left_out):
        ask(Selector(pieces=(words.text,)), None)
    for keyed in (*entry.quotes, *entry.statements):
        whole = _ask_passage(keyed.entry, None, ask)
        for part in keyed.entry.parts:
            _ask_passage(part.entry, whole, ask)


def _ask_passage(entry: PartEntry, within: Span | None, ask: Ask) -> Span | None:
    """Ask for a passage and what lies in it; give where it stands, from its first word to its last."""
    selector = selector_of(entry)
    found = ask(selector, within) if selector is not None else None
    if not isinstance(found, Anchor):
        return None
    inside = Span(found.spans[0].start, found.spans[-1].end)
    for words in _words_inside(entry):
        ask(Selector(pieces=(words.text,)), inside)
    return inside


def _words_inside(entry: PartEntry) -> Iterable[Written]:
    yield from entry.sic
    yield from (figure.text for figure in entry.figures if figure.text.text)


def selector_of(entry: PartEntry) -> Selector | None:
    """Make the selector of a passage; None where a problem has left some of its words empty."""
    pieces = tuple(each.text for each in entry.text)
    if not pieces or not all(pieces):
        return None
    prefix = entry.prefix.text if entry.prefix is not None else ""
    suffix = entry.suffix.text if entry.suffix is not None else ""
    return Selector(pieces=pieces, prefix=prefix, suffix=suffix)
