"""What the feeds say: the newest quotes and changes of briefings, of the whole dossier, of a topic, of a speaker.

An entry is dated by the source or by the change log, never by the clock. A feed with nothing to date is not written.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from html import escape

from onrecord import urls
from onrecord.citing import copy_in_html, copy_plainly, one_line
from onrecord.dates import Date
from onrecord.model import Briefing, Change, Dossier, Passage, Speaker, Topic
from onrecord.pages.citations import cite_passage
from onrecord.pages.index import DossierIndex
from onrecord.pages.wording import Wording
from onrecord.pages.words import opening_of
from onrecord.urls import Publication

NEWEST = 100
"""How many entries a feed holds at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that is new."""

    id: str
    """A URI that stays the same whenever the site is built."""
    address: str
    title: str
    text: str
    html: str
    date: Date
    topics: tuple[Topic, ...]
    language: str = ""

    @property
    def moment(self) -> str:
        """Give the beginning of the first day that the date may mean (RFC 3339), since feeds know no days."""
        return _beginning(self.date)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The newest entries of one page."""

    address: str
    """Of the page, below which the feed's files are."""
    title: str
    author: str
    language: str
    entries: tuple[Entry, ...]
    """Newest first, at least one; those of one day in the order of the dossier."""


def plan_feeds(index: DossierIndex, publication: Publication) -> Iterator[Feed]:
    """Plan the feed of the dossier, of each topic and of each speaker, as far as there is anything in it."""
    return (plan() for plan in feed_plans(index, publication))


def feed_plans(index: DossierIndex, publication: Publication) -> tuple[Callable[[], Feed], ...]:
    """Give what plans each of the feeds, in the same order."""
    return tuple(
        partial(_feed, index, publication, contents) for contents in _contents(index) if _has_entries(contents)
    )


def name_site_feed(index: DossierIndex) -> str:
    """Give the title of the feed of the whole dossier; empty where there is nothing in it, as of the others."""
    return _name(_of_site(index), index)


def name_topic_feed(topic: Topic, index: DossierIndex) -> str:
    """Give the title of the feed of a topic."""
    return _name(_of_topic(topic, index), index)


def name_speaker_feed(speaker: Speaker, index: DossierIndex) -> str:
    """Give the title of the feed of a speaker."""
    return _name(_of_speaker(speaker, index), index)


@dataclass(frozen=True, slots=True)
class _Contents:
    """What a feed is made of."""

    address: str
    name: str
    briefings: tuple[Briefing, ...]
    passages: Iterable[Passage]


def _contents(index: DossierIndex) -> Iterator[_Contents]:
    yield _of_site(index)
    yield from (_of_topic(each, index) for each in index.dossier.topics)
    yield from (_of_speaker(each, index) for each in index.dossier.speakers)


def _of_site(index: DossierIndex) -> _Contents:
    dossier = index.dossier
    return _Contents(urls.HOME, "", dossier.briefings, tuple(each for each in dossier.passages if each.whole is None))


def _of_topic(topic: Topic, index: DossierIndex) -> _Contents:
    briefing = index.briefing_on(topic)
    own = (briefing,) if briefing else ()
    return _Contents(urls.topic_address(topic.id), topic.label, own, index.on_topic(topic))


def _of_speaker(speaker: Speaker, index: DossierIndex) -> _Contents:
    return _Contents(urls.speaker_address(speaker.id), speaker.name, (), index.of_speaker(speaker))


def _name(contents: _Contents, index: DossierIndex) -> str:
    return _title(contents, index.dossier) if _has_entries(contents) else ""


def _has_entries(contents: _Contents) -> bool:
    return any(each.changes for each in contents.briefings) or any(each.is_quote for each in contents.passages)


def _title(contents: _Contents, dossier: Dossier) -> str:
    return f"{contents.name} – {dossier.title}" if contents.name else dossier.title


def _feed(index: DossierIndex, publication: Publication, contents: _Contents) -> Feed:
    """Make the entries of what is newest, and of nothing else."""
    changes = (each for briefing in contents.briefings for each in _change_entries(briefing, index.say, publication))
    found: tuple[Entry | Passage, ...] = (*changes, *(each for each in contents.passages if each.is_quote))
    newest = sorted(found, key=_moment_of, reverse=True)[:NEWEST]
    entries = (each if isinstance(each, Entry) else _quote_entry(each, index, publication) for each in newest)
    return Feed(
        address=contents.address,
        title=_title(contents, index.dossier),
        author=index.dossier.editor or index.dossier.title,
        language=index.dossier.language,
        entries=tuple(entries),
    )


def _moment_of(found: Entry | Passage) -> str:
    return _beginning(found.date if isinstance(found, Entry) else found.source.date)


def _beginning(date: Date) -> str:
    return f"{date.first_day.isoformat()}T00:00:00Z"


def _quote_entry(passage: Passage, index: DossierIndex, publication: Publication) -> Entry:
    citation = cite_passage(passage, index, publication)
    address = urls.passage_address(passage.source.key, passage.key)
    opening, has_more = opening_of(passage)
    say = index.say
    words = f"{say.OPENING_MARK}{one_line(opening)}{say.MORE if has_more else ''}{say.CLOSING_MARK}"
    speaker = f"{passage.speaker.name}: " if passage.speaker else ""
    return Entry(
        id=publication.id_of(address),
        address=address,
        title=f"{speaker}{words}",
        text=copy_plainly(passage.pieces, citation),
        html=copy_in_html(passage.pieces, citation),
        date=passage.source.date,
        topics=passage.topics,
        language=passage.source.language,
    )


def _change_entries(briefing: Briefing, say: Wording, publication: Publication) -> Iterator[Entry]:
    """Make an entry of each change; what makes one is its day and its words, so its place in the log may change."""
    address = urls.topic_address(briefing.topic.id)
    for change in dict.fromkeys(briefing.changes):
        yield Entry(
            id=publication.id_of(f"{address}#change:{change.date}:{_digest(change)}"),
            address=address,
            title=f"{briefing.topic.label}: {_headline(change, say)}",
            text=change.what,
            html=f"<p>{escape(change.what)}</p>",
            date=change.date,
            topics=(briefing.topic,),
        )


def _headline(change: Change, say: Wording) -> str:
    return say.VERSION_NUMBER.format(version=change.version) if change.version else say.BRIEFING_CHANGED


def _digest(change: Change) -> str:
    return sha256(f"{change.version}\n{change.what}".encode()).hexdigest()[:8]
