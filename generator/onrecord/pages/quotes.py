"""All quotes in one plain table, and all statements in another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord import urls
from onrecord.model import Passage
from onrecord.pages.calendar import date_words
from onrecord.pages.card import kind_of, state_words
from onrecord.pages.index import DossierIndex
from onrecord.pages.places import place_of
from onrecord.pages.references import Reference, source_reference, speaker_reference, topic_reference
from onrecord.pages.wording import Wording
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a filter can be set to."""

    value: str
    label: str
    language: str = ""
    """Of the label, where it is a source's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A property that passages can be chosen by."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotesPage:
    """What the page of all quotes shows."""

    address: str
    title: str
    description: str
    counts: str
    filters: tuple[Filter, ...]
    quotes: tuple[QuoteRow, ...]
    statements: tuple[QuoteRow, ...]


def plan_quotes(index: DossierIndex) -> QuotesPage:
    """Plan the page of all quotes; parts stand in their wholes."""
    wholes = [each for each in index.dossier.passages if each.whole is None]
    return QuotesPage(
        address=urls.QUOTES,
        title=index.say.ALL_QUOTES,
        description=f"{index.say.ALL_QUOTES}: {index.dossier.title}",
        counts=index.say.count_quotes(sum(each.is_quote for each in wholes)),
        filters=_filters(wholes, index.say),
        quotes=_rows([each for each in wholes if each.is_quote], index),
        statements=_rows([each for each in wholes if not each.is_quote], index),
    )


def _rows(passages: Sequence[Passage], index: DossierIndex) -> tuple[QuoteRow, ...]:
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


def _filters(passages: Sequence[Passage], say: Wording) -> tuple[Filter, ...]:
    """Offer what the passages have, in the order of its name; what gives no choice is left out."""
    topics = (topic for each in passages for topic in each.topics)
    speakers = (each.speaker for each in passages if each.speaker)
    sources = (each.source for each in passages)
    filters = (
        _filter("speaker", say.SPEAKER, (Choice(value=each.id, label=each.name) for each in speakers)),
        _filter("topic", say.TOPIC, (Choice(value=each.id, label=each.label) for each in topics)),
        _filter(
            "source",
            say.SOURCE,
            (Choice(value=each.key, label=each.title, language=each.language) for each in sources),
        ),
        _filter("kind", say.KIND, (Choice(value=kind, label=say.DRAWN_KINDS[kind]) for kind in map(kind_of, passages))),
    )
    return tuple(each for each in filters if len(each.choices) > 1)


def _filter(name: str, label: str, choices: Iterable[Choice]) -> Filter:
    return Filter(name=name, label=label, choices=tuple(sorted(set(choices), key=lambda each: each.label.casefold())))
