"""Events as rows: those with a date by year, those without one with their bounds."""

from dataclasses import dataclass
from itertools import groupby

from onrecord.model import Event
from onrecord.pages.calendar import date_order, date_words, phrase_words
from onrecord.pages.index import DossierIndex
from onrecord.pages.places import place_of
from onrecord.pages.references import Reference, source_reference, topic_reference
from onrecord.pages.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """Something that happened or shall happen, dated only as far as its source dates it."""

    when: str
    iso: str
    """The date for machines; empty where there is none."""
    what: str
    status: str
    status_key: str
    topics: tuple[Reference, ...]
    place: Reference
    source: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class EventYear:
    """The events of one year, in order."""

    year: str
    rows: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """What a timeline shows."""

    years: tuple[EventYear, ...]
    undated: tuple[EventRow, ...]

    def __bool__(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(self.years or self.undated)


def arrange_events(events: tuple[Event, ...], index: DossierIndex) -> Events:
    """Put dated events in order and in years; leave the undated ones as they are."""
    dated = sorted(
        ((each.date, each) for each in events if each.date is not None), key=lambda each: date_order(each[0])
    )
    years = tuple(
        EventYear(year=str(year), rows=tuple(_event_row(event, index) for _, event in group))
        for year, group in groupby(dated, key=lambda each: each[0].year)
    )
    return Events(years=years, undated=tuple(_event_row(each, index) for each in events if each.date is None))


def _event_row(event: Event, index: DossierIndex) -> EventRow:
    return EventRow(
        when=_when(event, index.say),
        iso=str(event.date or ""),
        what=event.what,
        status=index.say.EVENT_STATUSES.get(event.status, event.status),
        status_key=event.status,
        topics=tuple(topic_reference(topic) for topic in event.topics),
        place=place_of(event.passage, index),
        source=source_reference(event.passage.source),
    )


def _when(event: Event, say: Wording) -> str:
    if event.date is not None:
        return date_words(event.date, say)
    after = say.AFTER.format(date=phrase_words(event.after, say)) if event.after else ""
    before = say.BEFORE.format(date=phrase_words(event.before, say)) if event.before else ""
    return " ".join(part for part in (after, before) if part) or say.UNDATED_WHEN
