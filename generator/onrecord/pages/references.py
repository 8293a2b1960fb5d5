"""A link as a view: what it says and which address it leads to."""

from dataclasses import dataclass

from onrecord import urls
from onrecord.model import Passage, Source, Speaker, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A label and the address that it leads to."""

    label: str
    address: str
    language: str = ""
    """Of the label, where it is a source's."""


def topic_reference(topic: Topic) -> Reference:
    """Point at a topic's page."""
    return Reference(label=topic.label, address=urls.topic_address(topic.id))


def speaker_reference(speaker: Speaker) -> Reference:
    """Point at a speaker's page."""
    return Reference(label=speaker.name, address=urls.speaker_address(speaker.id))


def source_reference(source: Source) -> Reference:
    """Point at a source's page."""
    return Reference(label=source.title, address=urls.source_address(source.key), language=source.language)


def passage_reference(passage: Passage) -> Reference:
    """Point at the place of a passage in its source, named by its key."""
    return Reference(label=passage.key, address=urls.passage_address(passage.source.key, passage.key))
