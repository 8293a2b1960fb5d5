"""Every topic and every speaker is used somewhere."""

from collections.abc import Iterator

from onrecord.model import Dossier
from onrecord.problems import UNUSED_SPEAKER, UNUSED_TOPIC, Problem


def check_topics_used(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a topic that no passage, event or briefing has, and that is no parent of one."""
    used = set(dossier.unsettled.topics)
    used |= {topic.id for passage in dossier.passages for topic in passage.topics}
    used |= {topic.id for event in dossier.events for topic in event.topics}
    used |= {briefing.topic.id for briefing in dossier.briefings}
    used |= {topic.parent.id for topic in dossier.topics if topic.parent is not None}
    for topic in dossier.topics:
        if topic.id not in used:
            yield Problem(
                kind=UNUSED_TOPIC,
                location=topic.location,
                message=f"topic `{topic.id}` is used nowhere",
                hint="give it to a passage, or take it out of the codebook",
            )


def check_speakers_used(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a speaker who neither speaks, nor takes part, nor is mentioned."""
    used = set(dossier.unsettled.speakers)
    used |= {passage.speaker.id for passage in dossier.passages if passage.speaker is not None}
    used |= {speaker.id for passage in dossier.passages for speaker in passage.mentions}
    used |= {speaker.id for source in dossier.sources for speaker in source.participants}
    for speaker in dossier.speakers:
        if speaker.id not in used:
            yield Problem(
                kind=UNUSED_SPEAKER,
                location=speaker.location,
                message=f"speaker `{speaker.id}` is used nowhere",
                hint="name the speaker in a record, or take the entry out of speakers.yml",
            )
