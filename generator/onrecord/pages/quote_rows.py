"""Passages as rows of a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Passage
from onrecord.pages.calendar import date_words
from onrecord.pages.card import kind_of, state_words
from onrecord.pages.index import DossierIndex
from onrecord.pages.places import place_of
from onrecord.pages.references import Reference, source_reference, speaker_reference, topic_reference
from onrecord.pages.words import Words, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """A passage in the table."""

    id: str
    """Its address."""
    kind: str
    words: Words
    speaker: Reference | None
    role: str
    date: str
    iso_date: str
    source: Reference
    place: Reference
    topics: tuple[Reference, ...]
    state: str
    speaker_id: str
    source_key: str
    topic_ids: tuple[str, ...]
    """What the filters go by, and what the address of a filtered list holds."""


def plan_quote_rows(passages: Sequence[Passage], index: DossierIndex) -> tuple[QuoteRow, ...]:
    """Put each passage in a row."""
    return tuple(
        QuoteRow(
            id=each.address,
            kind=kind_of(each),
            words=words_of(each),
            speaker=speaker_reference(each.speaker) if each.speaker else None,
            role=each.role.title if each.role else "",
            date=date_words(each.source.date, index.say),
            iso_date=str(each.source.date),
            source=source_reference(each.source),
            place=place_of(each, index),
            topics=tuple(topic_reference(topic) for topic in each.topics),
            state=state_words(each, index.say),
            speaker_id=each.speaker.id if each.speaker else "",
            source_key=each.source.key,
            topic_ids=tuple(topic.id for topic in each.topics),
        )
        for each in passages
    )
