"""The dossier by what pages ask of it, each look-up prepared once.

Passages are told apart by their address, which is cheap to hash; the passages themselves hold whole sources.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from onrecord.model import Briefing, Dossier, Event, Figure, Link, Passage, Source, Speaker, Topic
from onrecord.pages.calendar import date_order
from onrecord.pages.paging import UNCUT, Limits
from onrecord.pages.paragraphs import Paragraph, read_paragraphs
from onrecord.pages.translating import wording_of
from onrecord.pages.wording import Wording
from onrecord.urls import NOWHERE, Publication
from onrecord.values import value

T = TypeVar("T")

Groups = Mapping[str, tuple[T, ...]]


@dataclass(frozen=True, slots=True)
class Use:
    """One citation of a passage in a briefing."""

    topic: Topic
    """Of the briefing."""
    passage: Passage
    number: int
    """Counts the citations of the briefing, from 1."""
    prose: str
    """Of the briefing."""
    position: int
    """Where in it the citation stands."""


@value
class Voice:
    """Of a passage what lists sum up, which is less than all of it: so they stay as they are when its words change."""

    source: Source
    speaker: Speaker | None
    is_quote: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierIndex:
    """A dossier with everything in it grouped by what it belongs to."""

    dossier: Dossier
    publication: Publication
    """Where the pages will be, which citations name."""
    say: Wording
    """The site's own words."""
    limits: Limits
    """How much a page may have before it is cut."""
    _by_source: Groups[Passage]
    _by_speaker: Groups[Passage]
    _by_topic: Groups[Passage]
    _by_mention: Groups[Passage]
    _parts: Groups[Passage]
    _figures: Groups[Figure]
    _links_from: Groups[Link]
    _links_to: Groups[Link]
    _events: Groups[Event]
    _uses: Groups[Use]
    _children: Groups[Topic]
    _attended: Groups[Source]
    _briefings: Mapping[str, Briefing]
    _versions: Groups[Source]
    _sources: Mapping[str, Source]
    _paragraphs: dict[str, tuple[tuple[Paragraph, ...], tuple[int, ...]]] = field(default_factory=dict)
    """Of the sources that somebody asked about."""

    def in_source(self, source: Source) -> tuple[Passage, ...]:
        """List the passages of a source, parts included, in order."""
        return self._by_source.get(source.key, ())

    def voices_in(self, source: Source) -> tuple[Voice, ...]:
        """Tell of each passage of a source, parts left out, who speaks."""
        return _voices(each for each in self.in_source(source) if each.whole is None)

    def of_speaker(self, speaker: Speaker) -> tuple[Passage, ...]:
        """List what a speaker said or is reported to have said, parts left out, by date."""
        return self._by_speaker.get(speaker.id, ())

    def on_topic(self, topic: Topic) -> tuple[Passage, ...]:
        """List what is filed under a topic itself, by date; a part only where its whole is not."""
        return self._by_topic.get(topic.id, ())

    def voices_of(self, speaker: Speaker) -> tuple[Voice, ...]:
        """Tell the same of what `of_speaker` lists."""
        return _voices(self.of_speaker(speaker))

    def voices_on(self, topic: Topic) -> tuple[Voice, ...]:
        """Tell of each passage that `on_topic` lists who speaks."""
        return _voices(self.on_topic(topic))

    def mentioning(self, speaker: Speaker) -> tuple[Passage, ...]:
        """List the passages that mention somebody, parts left out."""
        return self._by_mention.get(speaker.id, ())

    def parts_of(self, passage: Passage) -> tuple[Passage, ...]:
        """List the parts of a passage."""
        return self._parts.get(passage.address, ())

    def figures_in(self, passage: Passage) -> tuple[Figure, ...]:
        """List the figures that a passage states."""
        return self._figures.get(passage.address, ())

    def links_from(self, passage: Passage) -> tuple[Link, ...]:
        """List the links that start at a passage."""
        return self._links_from.get(passage.address, ())

    def links_to(self, passage: Passage) -> tuple[Link, ...]:
        """List the links that end at a passage."""
        return self._links_to.get(passage.address, ())

    def events_on(self, topic: Topic) -> tuple[Event, ...]:
        """List the events of a topic."""
        return self._events.get(topic.id, ())

    def uses_of(self, passage: Passage) -> tuple[Use, ...]:
        """List the citations of a passage in briefings."""
        return self._uses.get(passage.address, ())

    def uses_on(self, topic: Topic) -> tuple[Use, ...]:
        """List the citations of a topic's own briefing, in order."""
        briefing = self.briefing_on(topic)
        return tuple(_uses_in((briefing,))) if briefing else ()

    def children_of(self, topic: Topic) -> tuple[Topic, ...]:
        """List the subtopics of a topic."""
        return self._children.get(topic.id, ())

    def attended_by(self, speaker: Speaker) -> tuple[Source, ...]:
        """List the sources that name a speaker as taking part."""
        return self._attended.get(speaker.id, ())

    def briefing_on(self, topic: Topic) -> Briefing | None:
        """Find what the editor wrote on a topic."""
        return self._briefings.get(topic.id)

    def versions_of(self, source: Source) -> tuple[Source, ...]:
        """List the earlier words of a source, the newest first."""
        return self._versions.get(source.key, ())

    def newest_of(self, source: Source) -> Source | None:
        """Give the source that has the newest words, where these are earlier ones."""
        return self._sources.get(source.version_of)

    def paragraphs_of(self, source: Source) -> tuple[Paragraph, ...]:
        """Give the numbered paragraphs of a source."""
        return self._divided(source)[0]

    def paragraph_at(self, source: Source, position: int) -> int:
        """Count which of the paragraphs of a source holds a position, from 0."""
        return bisect_right(self._divided(source)[1], position) - 1

    def _divided(self, source: Source) -> tuple[tuple[Paragraph, ...], tuple[int, ...]]:
        """Give the paragraphs of a source, and where each starts, divided when somebody asks: of most sources nobody does in a rebuild."""
        found = self._paragraphs.get(source.key)
        if found is None:
            paragraphs = read_paragraphs(source)
            found = self._paragraphs[source.key] = paragraphs, tuple(each.span.start for each in paragraphs)
        return found


def index_dossier(dossier: Dossier, publication: Publication = NOWHERE, limits: Limits = UNCUT) -> DossierIndex:
    """Group everything in a dossier by what it belongs to, in time linear in its size but for sorting."""
    dated = sorted(dossier.passages, key=lambda each: date_order(each.source.date))
    wholes = [each for each in dated if each.whole is None]
    return DossierIndex(
        dossier=dossier,
        publication=publication,
        say=wording_of(dossier, publication),
        limits=limits,
        _by_source=_group(dossier.passages, lambda each: (each.source.key,)),
        _by_speaker=_group(wholes, lambda each: (each.speaker.id,) if each.speaker else ()),
        _by_topic=_group(dated, _own_topics),
        _by_mention=_group(wholes, lambda each: (speaker.id for speaker in each.mentions)),
        _parts=_group(dossier.passages, lambda each: (each.whole.address,) if each.whole else ()),
        _figures=_group(dossier.figures, lambda each: (each.passage.address,)),
        _links_from=_group(dossier.links, lambda each: (each.start.address,)),
        _links_to=_group(dossier.links, lambda each: (each.end.address,)),
        _events=_group(dossier.events, lambda each: (topic.id for topic in each.topics)),
        _uses=_group(_uses_in(dossier.briefings), lambda each: (each.passage.address,)),
        _children=_group(dossier.topics, lambda each: (each.parent.id,) if each.parent else ()),
        _attended=_group(dossier.sources, lambda each: (speaker.id for speaker in each.participants)),
        _briefings={each.topic.id: each for each in dossier.briefings},
        _versions=_group(
            sorted(dossier.sources, key=_version_order), lambda each: (each.version_of,) if each.version_of else ()
        ),
        _sources={each.key: each for each in dossier.sources},
    )


def _group(items: Iterable[T], keys_of: Callable[[T], Iterable[str]]) -> Groups[T]:
    groups: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in keys_of(item):
            groups[key].append(item)
    return {key: tuple(group) for key, group in groups.items()}


def _voices(passages: Iterable[Passage]) -> tuple[Voice, ...]:
    return tuple(Voice(each.source, each.speaker, each.is_quote) for each in passages)


def _own_topics(passage: Passage) -> tuple[str, ...]:
    of_whole = {topic.id for topic in passage.whole.topics} if passage.whole else set()
    return tuple(topic.id for topic in passage.topics if topic.id not in of_whole)


def _version_order(source: Source) -> tuple[int, int]:
    """Order versions by the day on which they were replaced, then by their number, the newest first."""
    number = source.key.rpartition("-v")[2]
    day = source.replaced.last_day.toordinal() if source.replaced else 0
    return -day, -int(number) if number.isdecimal() else 0


def _uses_in(briefings: Iterable[Briefing]) -> Iterable[Use]:
    for briefing in briefings:
        for number, citation in enumerate(briefing.citations, start=1):
            position = citation.span.start - briefing.prose_start
            yield Use(briefing.topic, citation.passage, number, briefing.prose, position)
