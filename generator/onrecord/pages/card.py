"""The card of a passage: its words, and everything that a reader needs to weigh them.

A card is the same wherever it stands; only the topics it is "also in" depend on the page.
"""

from dataclasses import dataclass

from onrecord.model import Link, Passage, Topic
from onrecord.pages.calendar import date_words
from onrecord.pages.copies import Copies, plan_copies
from onrecord.pages.earlier import earlier_words
from onrecord.pages.figure_rows import FigureRow, figure_row
from onrecord.pages.index import DossierIndex
from onrecord.pages.places import place_of
from onrecord.pages.references import (
    Reference,
    passage_reference,
    source_reference,
    speaker_reference,
    topic_reference,
)
from onrecord.pages.wording import Wording, WordsByName
from onrecord.pages.words import Words, opening_of, sic_words, words_of
from onrecord.urls import citation_address, passage_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A passage named in passing: its opening words and where it is."""

    opening: str
    has_more: bool
    is_quote: bool
    language: str
    speaker: str
    """Empty where the source speaks."""
    place: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """A link as read from one of its ends."""

    relation: str
    other: Mention
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Everything that is shown of one passage."""

    id: str
    """On the pages that show cards: the passage's address."""
    key: str
    web_address: str
    """Of the passage in its source; empty where the site has none."""
    kind: str
    """`quote`, `paraphrase` or `narration`: what it is drawn as."""
    words: Words
    state: str
    slips: tuple[str, ...]
    context: str
    note: str
    speaker: Reference | None
    role: str
    date: str
    iso_date: str
    source: Reference
    publisher: str
    source_kind: str
    earlier: str
    """A sentence where the source has newer words."""
    place: Reference
    """Labelled with the paragraphs, such as `¶ 6`."""
    figures: tuple[FigureRow, ...]
    links: tuple[LinkLine, ...]
    other_topics: tuple[Reference, ...]
    whole: Reference | None
    parts: tuple[Reference, ...]
    mentions: tuple[Reference, ...]
    citations: Reference
    """Where its citations stand; labelled with what that is."""
    copies: Copies | None
    """Every form that it is taken away in, where there is no script that brings them."""


def plan_card(passage: Passage, index: DossierIndex, topic: Topic | None = None) -> Card:
    """Say all there is to say of a passage, on the page of `topic` where one is given."""
    source = passage.source
    return Card(
        id=passage.address,
        key=passage.key,
        web_address=index.publication.url_of(passage_address(source.key, passage.key)),
        kind=kind_of(passage),
        words=words_of(passage),
        state=state_words(passage, index.say),
        slips=sic_words(passage),
        context=passage.context,
        note=passage.note,
        speaker=speaker_reference(passage.speaker) if passage.speaker else None,
        role=passage.role.title if passage.role else "",
        date=date_words(source.date, index.say),
        iso_date=str(source.date),
        source=source_reference(source),
        earlier=earlier_words(source, index.say),
        publisher=source.publisher,
        source_kind=source.kind,
        place=place_of(passage, index),
        figures=tuple(figure_row(figure, index) for figure in index.figures_in(passage)),
        links=link_lines(passage, index),
        other_topics=tuple(topic_reference(each) for each in passage.topics if topic is None or each.id != topic.id),
        whole=passage_reference(passage.whole) if passage.whole else None,
        parts=tuple(passage_reference(part) for part in index.parts_of(passage)),
        mentions=tuple(speaker_reference(each) for each in passage.mentions),
        citations=Reference(label=index.say.SEE_IN_SOURCE, address=citation_address(source.key, passage.key)),
        copies=plan_copies(passage, index) if index.publication.is_one_file else None,
    )


def kind_of(passage: Passage) -> str:
    """Tell direct speech, paraphrase and narration apart."""
    if passage.is_quote:
        return "quote"
    return "paraphrase" if passage.speaker else "narration"


def state_words(passage: Passage, say: Wording) -> str:
    """Say in what sense the words are the source's."""
    if not passage.is_quote:
        return say.REPORTED if passage.speaker else say.SOURCE_VOICE
    return say.WITH_OMISSIONS if len(passage.spans) > 1 else say.WORD_FOR_WORD


def plan_mention(passage: Passage) -> Mention:
    """Name a passage by its opening words."""
    opening, has_more = opening_of(passage)
    return Mention(
        opening=opening,
        has_more=has_more,
        is_quote=passage.is_quote,
        language=passage.source.language,
        speaker=passage.speaker.name if passage.speaker else "",
        place=passage_reference(passage),
    )


def link_lines(passage: Passage, index: DossierIndex) -> tuple[LinkLine, ...]:
    """Read the links of a passage from its own end: those that start here, then those that end here."""
    say = index.say
    forwards = tuple(_link_line(link, say.RELATIONS, link.end) for link in index.links_from(passage))
    return forwards + tuple(_link_line(link, say.BACK_RELATIONS, link.start) for link in index.links_to(passage))


def _link_line(link: Link, relations: WordsByName, other: Passage) -> LinkLine:
    return LinkLine(relation=relations[link.relation], other=plan_mention(other), because=link.because)
