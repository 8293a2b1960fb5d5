"""The hub of topics: each with its definition, a first point and what there is on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord import urls
from onrecord.model import Topic
from onrecord.pages.calendar import known_date_words
from onrecord.pages.evidence import evidence_line
from onrecord.pages.index import DossierIndex
from onrecord.pages.prose import first_point
from onrecord.pages.references import Reference, topic_reference


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEntry:
    """A topic in a list."""

    reference: Reference
    definition: str
    teaser: str
    evidence: str
    as_of: str
    depth: int
    """How many topics it lies under."""
    subtopics: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsPage:
    """What the hub of topics shows."""

    address: str
    title: str
    description: str
    topics: tuple[TopicEntry, ...]


def plan_topics(index: DossierIndex) -> TopicsPage:
    """Plan the hub of topics."""
    return TopicsPage(
        address=urls.TOPICS,
        title=index.say.TOPICS,
        description=f"{index.say.TOPICS}: {index.dossier.title}",
        topics=plan_topic_entries(index),
    )


def plan_topic_entries(index: DossierIndex) -> tuple[TopicEntry, ...]:
    """List all topics, each followed by those that lie under it."""
    tops = (topic for topic in index.dossier.topics if topic.parent is None)
    return tuple(entry for topic in tops for entry in _entries_under(topic, 0, index))


def _entries_under(topic: Topic, depth: int, index: DossierIndex) -> Iterator[TopicEntry]:
    yield plan_topic_entry(topic, index, depth)
    for child in index.children_of(topic):
        yield from _entries_under(child, depth + 1, index)


def plan_topic_entry(topic: Topic, index: DossierIndex, depth: int = 0) -> TopicEntry:
    """Sum up a topic for a list."""
    briefing = index.briefing_on(topic)
    return TopicEntry(
        reference=topic_reference(topic),
        definition=topic.definition,
        teaser=first_point(briefing),
        evidence=evidence_line(index.voices_on(topic), index.say),
        as_of=known_date_words(briefing.as_of, index.say) if briefing else "",
        depth=depth,
        subtopics=tuple(topic_reference(child) for child in index.children_of(topic)),
    )
