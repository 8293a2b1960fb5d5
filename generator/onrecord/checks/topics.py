"""Every passage has a topic, or it appears in no briefing."""

from collections.abc import Iterator

from onrecord.model import Dossier
from onrecord.problems import NO_TOPIC, Problem


def check_topics(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a passage without a topic."""
    for passage in dossier.passages:
        if not passage.topics and passage.address not in dossier.unsettled.passages:
            yield Problem(
                kind=NO_TOPIC,
                location=passage.location,
                message=f"{passage.kind} `{passage.key}` has no topic, so no topic page shows it",
                hint="give it `topics`, by their keys in codebook.yml",
            )
