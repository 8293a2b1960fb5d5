"""Tables of a chapter: who holds what, figures, what happened when, and what the sources are."""

from collections.abc import Iterable, Sequence

from onrecord.pages.card import Mention
from onrecord.pages.event_rows import EventRow, Events
from onrecord.pages.figure_rows import FigureGroup, FigureRow
from onrecord.pages.positions import Position
from onrecord.pages.source_rows import SourceRow
from onrecord.printing.cards import print_mention, quiet
from onrecord.printing.nodes import Block, Inline, inside, joined, paragraph, table, words_node
from onrecord.printing.places import Places

_BREAK: Inline = {"k": "break"}


def print_positions(rows: Sequence[Position], places: Places) -> list[Block]:
    """Print a row for each actor, with their words or their silence."""
    if not rows:
        return []
    cells: list[list[list[Inline]]] = [
        [[row.side], _named(places.link(row.speaker), row.role), _mentions(row, places)] for row in rows
    ]
    return [table((places.say.SIDE, places.say.SPEAKER, places.say.WORDS), cells, (13, 25, 62))]


def _named(name: Inline, role: str) -> list[Inline]:
    return [inside("strong", [name]), *([_BREAK, *quiet(role)] if role else [])]


def _mentions(row: Position, places: Places) -> list[Inline]:
    if not row.quotes and not row.reported:
        return [inside("quiet", [places.say.NOT_HEARD_CELL])]
    quotes = _lines(row.quotes, places)
    reported = _lines(row.reported, places)
    told = (
        [*([_BREAK] if quotes and reported else []), *quiet(places.say.REPORTED_WORDS), _BREAK, *reported]
        if reported
        else []
    )
    return [*quotes, *told]


def _lines(mentions: Iterable[Mention], places: Places) -> list[Inline]:
    found: list[Inline] = []
    for each in mentions:
        found += [*([_BREAK] if found else []), *print_mention(each, places)]
    return found


def print_figures(groups: Sequence[FigureGroup], places: Places) -> list[Block]:
    """Print a table for each status and unit, so that no goal stands among reports."""
    blocks: list[Block] = []
    for group in groups:
        title = ", ".join(part for part in (group.status, places.say.IN_UNIT.format(unit=group.unit)) if part)
        head = (places.say.AS_WRITTEN, places.say.VALUE, places.say.WHAT, places.say.PERIOD, places.say.CLAIMED_WHERE)
        rows = [_figure(each, places) for each in group.rows]
        blocks.append({**table(head, rows, (16, 18, 33, 13, 28)), "caption": [title[:1].upper() + title[1:]]})
    return blocks


def _figure(row: FigureRow, places: Places) -> list[list[Inline]]:
    speaker = places.link(row.speaker) if row.speaker else places.say.SOURCE_VOICE
    note = [_BREAK, *quiet(row.note)] if row.note else []
    return [
        [words_node(row.words, row.language)],
        [row.amount or inside("quiet", [places.say.NOT_READ])],
        [row.what if row.what != row.words else inside("quiet", [places.say.NOT_STATED]), *note],
        [row.period],
        [speaker, f", {row.said_on}", _BREAK, places.place(row.place.address), *_basis(row)],
    ]


def _basis(row: FigureRow) -> list[Inline]:
    return [_BREAK, *quiet(row.basis)] if row.basis else []


def print_events(events: Events, places: Places, *, has_topics: bool = False) -> list[Block]:
    """Print what happened when, the undated apart."""
    widths = (18, 46, 13, 23)
    head = (places.say.WHEN, places.say.WHAT_HAPPENED, places.say.STATUS, places.say.WHERE)
    dated = [row for year in events.years for row in year.rows]
    blocks: list[Block] = []
    if dated:
        rows = [_event(each, places, has_topics=has_topics) for each in dated]
        blocks.append(table(head, rows, widths))
    if events.undated:
        rows = [_event(each, places, has_topics=has_topics) for each in events.undated]
        blocks.append({**table(head, rows, widths), "caption": [f"{places.say.UNDATED}. {places.say.UNDATED_NOTE}"]})
    return blocks


def _event(row: EventRow, places: Places, *, has_topics: bool) -> list[list[Inline]]:
    topics = joined(([places.link(each)] for each in row.topics), ", ") if has_topics else []
    return [
        [row.when],
        [row.what, *([_BREAK, inside("quiet", topics)] if topics else [])],
        [row.status],
        [places.place(row.place.address)],
    ]


def print_source_rows(rows: Sequence[SourceRow], places: Places) -> list[Block]:
    """Print a line for each source that a chapter rests on."""
    if not rows:
        return []
    cells: list[list[list[Inline]]] = [
        [[places.source(row.reference.address)], _source(row), [row.date], [row.counts]] for row in rows
    ]
    return [table((places.say.SOURCE, places.say.TITLE, places.say.DATE, places.say.EVIDENCE), cells, (15, 51, 16, 18))]


def _source(row: SourceRow) -> list[Inline]:
    about = ", ".join(part for part in (row.publisher, row.kind) if part)
    return [
        words_node(row.reference.label, row.reference.language),
        *([_BREAK, *quiet(about)] if about else []),
        *([_BREAK, *quiet(row.translation)] if row.translation else []),
        *([_BREAK, *quiet(row.own_release)] if row.own_release else []),
    ]


def lines(texts: Iterable[str]) -> list[Block]:
    """Print sentences, each a paragraph of its own, empty ones left out."""
    return [paragraph([text]) for text in texts if text]
