"""The page of a source: where it is from, its text with every passage marked, and a note on each."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from onrecord import urls
from onrecord.model import Passage, Source
from onrecord.pages import wording as say
from onrecord.pages.calendar import date_words, known_date_words
from onrecord.pages.card import LinkLine, kind_of, link_lines, place_words, state_words
from onrecord.pages.index import DossierIndex
from onrecord.pages.references import Reference, passage_reference, speaker_reference, topic_reference
from onrecord.pages.source_text import TextParagraph, plan_text
from onrecord.pages.words import sic_words


@dataclass(frozen=True, slots=True, kw_only=True)
class UseLine:
    """A briefing that cites a passage, and the citations themselves."""

    topic: Reference
    places: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginNote:
    """What is said of one passage beside the text."""

    row: int
    """Of the paragraph that the passage begins in."""
    key: str
    kind: str
    kind_words: str
    state: str
    paragraphs: str
    place: Reference
    speaker: Reference | None
    role: str
    topics: tuple[Reference, ...]
    context: str
    note: str
    slips: tuple[str, ...]
    mentions: tuple[Reference, ...]
    whole: Reference | None
    links: tuple[LinkLine, ...]
    uses: tuple[UseLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who took part, and whether they are quoted."""

    speaker: Reference
    role: str
    is_heard: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """What the page of a source shows."""

    address: str
    title: str
    description: str
    edit_path: PurePosixPath
    publisher: str
    kind: str
    date: str
    iso_date: str
    date_basis: str
    url: str
    archive_url: str
    retrieved: str
    language: str
    translation: str
    note: str
    sha256: str
    own_release: str
    """A sentence where the publisher is the speaker's own office; empty where that does not show."""
    participants: tuple[Participant, ...]
    paragraphs: tuple[TextParagraph, ...]
    notes: tuple[MarginNote, ...]


def plan_source(source: Source, index: DossierIndex) -> SourcePage:
    """Plan the page of a source."""
    passages = index.in_source(source)
    return SourcePage(
        address=urls.source_address(source.key),
        title=source.title,
        description=say.describe_source(source.title, source.publisher, date_words(source.date)),
        edit_path=PurePosixPath(source.location.path),
        publisher=source.publisher,
        kind=source.kind,
        date=date_words(source.date),
        iso_date=str(source.date),
        date_basis=source.date_basis,
        url=source.url,
        archive_url=source.archive_url,
        retrieved=known_date_words(source.retrieved),
        language=source.language,
        translation=source.translation,
        note=source.note,
        sha256=source.sha256,
        own_release=_own_release(source, passages),
        participants=_participants(source, passages),
        paragraphs=plan_text(source, index),
        notes=tuple(_margin_note(each, index) for each in passages),
    )


def _own_release(source: Source, passages: tuple[Passage, ...]) -> str:
    """Compare the publisher's name with the offices of those quoted: `President of the Republic of Belarus, …`."""
    for passage in passages:
        if passage.is_quote and passage.role and source.publisher.casefold().startswith(passage.role.title.casefold()):
            return say.OWN_RELEASE.format(role=passage.role.title)
    return ""


def _participants(source: Source, passages: tuple[Passage, ...]) -> tuple[Participant, ...]:
    heard = {each.speaker.id for each in passages if each.is_quote and each.speaker}
    roles = ((each, each.role_on(source.date)) for each in source.participants)
    return tuple(
        Participant(speaker=speaker_reference(each), role=role.title if role else "", is_heard=each.id in heard)
        for each, role in roles
    )


def _margin_note(passage: Passage, index: DossierIndex) -> MarginNote:
    return MarginNote(
        row=index.paragraph_at(passage.source, passage.start) + 1,
        key=passage.key,
        kind=kind_of(passage),
        kind_words=say.KINDS[passage.kind],
        state=state_words(passage),
        paragraphs=place_words(passage, index),
        place=passage_reference(passage),
        speaker=speaker_reference(passage.speaker) if passage.speaker else None,
        role=passage.role.title if passage.role else "",
        topics=tuple(topic_reference(topic) for topic in passage.topics),
        context=passage.context,
        note=passage.note,
        slips=sic_words(passage),
        mentions=tuple(speaker_reference(each) for each in passage.mentions),
        whole=passage_reference(passage.whole) if passage.whole else None,
        links=link_lines(passage, index),
        uses=_uses(passage, index),
    )


def _uses(passage: Passage, index: DossierIndex) -> tuple[UseLine, ...]:
    places: dict[str, list[Reference]] = {}
    topics = {}
    for use in index.uses_of(passage):
        topic = topic_reference(use.briefing.topic)
        topics[topic.address] = topic
        place = Reference(label=str(use.number), address=f"{topic.address}#use:{use.number}")
        places.setdefault(topic.address, []).append(place)
    return tuple(UseLine(topic=topics[address], places=tuple(found)) for address, found in places.items())
