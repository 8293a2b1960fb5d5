"""What a project knows already, as far as suggesting needs it: speakers with the forms of their names, topics with terms.

It goes to every process that suggests, so it is text on the way.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from functools import lru_cache

from onrecord.codebook import TopicEntry
from onrecord.fields import Keyed
from onrecord.speakers import SpeakerEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSpeaker:
    """A speaker of `speakers.yml`."""

    key: str
    name: str
    forms: tuple[str, ...] = ()
    """Aliases and spellings."""
    is_body: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTopic:
    """A topic of the codebook."""

    key: str
    label: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What accepted passages have shown of one topic: how much each stem speaks for it, and how much must come together."""

    key: str
    stems: tuple[tuple[str, float], ...]
    threshold: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a project knows."""

    speakers: tuple[KnownSpeaker, ...] = ()
    topics: tuple[KnownTopic, ...] = ()
    weights: tuple[Weights, ...] = field(default=(), repr=False)

    def store(self) -> str:
        """Write it as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)


@lru_cache(maxsize=2)
def restore(stored: str) -> Known:
    """Read it back from JSON."""
    values = json.loads(stored)
    return Known(
        speakers=tuple(KnownSpeaker(**each | {"forms": tuple(each["forms"])}) for each in values["speakers"]),
        topics=tuple(KnownTopic(**each | {"terms": tuple(each["terms"])}) for each in values["topics"]),
        weights=tuple(
            Weights(key=each["key"], stems=tuple(map(tuple, each["stems"])), threshold=each["threshold"])
            for each in values["weights"]
        ),
    )


def know(speakers: Iterable[Keyed[SpeakerEntry]], topics: Iterable[Keyed[TopicEntry]]) -> Known:
    """Take what the files of a project say."""
    return Known(
        speakers=tuple(
            KnownSpeaker(
                key=each.key.text,
                name=each.entry.name.text,
                forms=tuple(form.text for form in (*each.entry.aliases, *each.entry.spellings) if form.text),
                is_body=each.entry.kind is not None and each.entry.kind.text == "body",
            )
            for each in speakers
            if each.key.text and each.entry.name.text
        ),
        topics=tuple(
            KnownTopic(
                key=each.key.text,
                label=each.entry.label.text,
                terms=tuple(term.text for term in each.entry.terms if term.text),
            )
            for each in topics
            if each.key.text
        ),
    )
