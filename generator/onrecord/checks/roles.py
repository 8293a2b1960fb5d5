"""A speaker whose roles are dated held one of them on the day of the source."""

from collections.abc import Iterator

from onrecord.assembly.sources import UNKNOWN_DATE
from onrecord.model import Dossier
from onrecord.problems import NO_ROLE, Problem


def check_roles(dossier: Dossier) -> Iterator[Problem]:
    """Warn once a source of a speaker who has roles, but none on that date; a speaker without roles is no fault."""
    warned: set[tuple[str, str]] = set()
    for passage in dossier.passages:
        speaker = passage.speaker
        if speaker is None or passage.role is not None or not speaker.roles or passage.source.date == UNKNOWN_DATE:
            continue
        if (speaker.id, passage.source.key) not in warned:
            warned.add((speaker.id, passage.source.key))
            yield Problem(
                kind=NO_ROLE,
                location=passage.location,
                message=f"`{speaker.id}` had no role on {passage.source.date}, the date of `{passage.source.key}`",
                notes=(f"the roles are at {speaker.location}",),
                hint="look at the dates of the roles in speakers.yml, and at the date of the source",
            )
