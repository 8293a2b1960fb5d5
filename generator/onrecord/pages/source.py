"""The page of a source: where it is from, its text with every passage marked, and a note on each."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from onrecord import urls
from onrecord.model import Passage, Source
from onrecord.pages.calendar import date_words, known_date_words
from onrecord.pages.card import LinkLine, kind_of, link_lines, state_words
from onrecord.pages.copies import Form, plan_citations
from onrecord.pages.index import DossierIndex
from onrecord.pages.own_release import own_release
from onrecord.pages.places import place_words
from onrecord.pages.references import Reference, passage_reference, speaker_reference, topic_reference
from onrecord.pages.sentences import sentence_at
from onrecord.pages.source_text import TextParagraph, plan_text
from onrecord.pages.versions import OlderVersion, Replacement, plan_older, plan_replacement
from onrecord.pages.wording import Wording
from onrecord.pages.words import sic_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """A citation of a passage, and the sentence that it is made in."""

    place: Reference
    sentence: str
    """Plain text; empty where the passage was placed by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UseLine:
    """A briefing that cites a passage, and the citations themselves."""

    topic: Reference
    places: tuple[Citing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginNote:
    """What is said of one passage beside the text."""

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
    language: str
    """Of the slips."""
    mentions: tuple[Reference, ...]
    whole: Reference | None
    spans: str
    """Where its words are, in code points of the text: `12-45 60-71`, the end not included."""
    links: tuple[LinkLine, ...]
    uses: tuple[UseLine, ...]
    citations: tuple[Form, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """The notes on the passages that begin in one paragraph."""

    row: int
    """Of the paragraph."""
    notes: tuple[MarginNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAddress:
    """Where the document is, or was, on the web."""

    term: str
    url: str
    is_link: bool
    """Whether it may be followed: only `http` and `https` are, whatever the record says."""


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
    web_addresses: tuple[WebAddress, ...]
    retrieved: str
    language: str
    translation: str
    note: str
    sha256: str
    is_verifiable: bool
    """Whether a browser can make the stored bytes from the text: their lines all end alike."""
    own_release: str
    """A sentence where an official publisher quotes its own side; empty where that does not show."""
    participants: tuple[Participant, ...]
    paragraphs: tuple[TextParagraph, ...]
    note_rows: tuple[NoteRow, ...]
    original: str
    older: tuple[OlderVersion, ...]
    replacement: Replacement | None
    """None where the words are the newest."""


def plan_source(source: Source, index: DossierIndex) -> SourcePage:
    """Plan the page of a source."""
    passages = index.in_source(source)
    return SourcePage(
        address=urls.source_address(source.key),
        title=source.title,
        description=_describe(source, index.say),
        edit_path=PurePosixPath(source.location.path),
        publisher=source.publisher,
        kind=source.kind,
        date=date_words(source.date, index.say),
        iso_date=str(source.date),
        date_basis=source.date_basis,
        web_addresses=_web_addresses(source, index.say),
        retrieved=known_date_words(source.retrieved, index.say),
        language=source.language,
        translation=source.translation,
        note=source.note,
        sha256=source.sha256,
        is_verifiable=_is_verifiable(source),
        own_release=own_release(source, passages, index.say),
        participants=_participants(source, passages),
        paragraphs=plan_text(source, index),
        note_rows=_note_rows(passages, index),
        original=source.original,
        older=plan_older(source, index),
        replacement=plan_replacement(source, index),
    )


def _web_addresses(source: Source, say: Wording) -> tuple[WebAddress, ...]:
    named = ((say.ADDRESS, source.url), (say.ARCHIVED, source.archive_url))
    return tuple(
        WebAddress(term=term, url=url, is_link=url.startswith(("https://", "http://"))) for term, url in named if url
    )


def _describe(source: Source, say: Wording) -> str:
    """Sum the source up for search engines and previews; a date may end in a full stop of its own."""
    return f"{source.title}. {source.publisher}, {date_words(source.date, say).removesuffix('.')}."


def _is_verifiable(source: Source) -> bool:
    texts = (start + source.text.replace("\n", end) for start in ("", "\ufeff") for end in ("\n", "\r\n", "\r"))
    return bool(source.sha256) and any(sha256(text.encode()).hexdigest() == source.sha256 for text in texts)


def _participants(source: Source, passages: tuple[Passage, ...]) -> tuple[Participant, ...]:
    heard = {each.speaker.id for each in passages if each.is_quote and each.speaker}
    roles = ((each, each.role_on(source.date)) for each in source.participants)
    return tuple(
        Participant(speaker=speaker_reference(each), role=role.title if role else "", is_heard=each.id in heard)
        for each, role in roles
    )


def _note_rows(passages: tuple[Passage, ...], index: DossierIndex) -> tuple[NoteRow, ...]:
    rows: dict[int, list[MarginNote]] = {}
    for each in passages:
        rows.setdefault(index.paragraph_at(each.source, each.start) + 1, []).append(_margin_note(each, index))
    return tuple(NoteRow(row=row, notes=tuple(notes)) for row, notes in sorted(rows.items()))


def _margin_note(passage: Passage, index: DossierIndex) -> MarginNote:
    return MarginNote(
        key=passage.key,
        kind=kind_of(passage),
        kind_words=index.say.KINDS[passage.kind],
        state=state_words(passage, index.say),
        paragraphs=place_words(passage, index),
        place=passage_reference(passage),
        speaker=speaker_reference(passage.speaker) if passage.speaker else None,
        role=passage.role.title if passage.role else "",
        topics=tuple(topic_reference(topic) for topic in passage.topics),
        context=passage.context,
        note=passage.note,
        slips=sic_words(passage),
        language=passage.source.language,
        mentions=tuple(speaker_reference(each) for each in passage.mentions),
        whole=passage_reference(passage.whole) if passage.whole else None,
        spans=" ".join(f"{span.start}-{span.end}" for span in passage.spans),
        links=link_lines(passage, index),
        uses=_uses(passage, index),
        citations=plan_citations(passage, index),
    )


def _uses(passage: Passage, index: DossierIndex) -> tuple[UseLine, ...]:
    places: dict[str, list[Citing]] = {}
    topics = {}
    for use in index.uses_of(passage):
        topic = topic_reference(use.topic)
        topics[topic.address] = topic
        place = Reference(label=str(use.number), address=f"{topic.address}#use:{use.number}")
        places.setdefault(topic.address, []).append(Citing(place=place, sentence=sentence_at(use.prose, use.position)))
    return tuple(UseLine(topic=topics[address], places=tuple(found)) for address, found in places.items())
