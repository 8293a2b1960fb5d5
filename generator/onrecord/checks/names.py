"""No two speakers share a name, or nobody could tell which of them is meant.

Roles such as “the president” may be shared: which one is meant depends on the source.
"""

from collections.abc import Iterator

from onrecord.model import Dossier, Speaker
from onrecord.problems import SHARED_ALIAS, Problem


def check_shared_names(dossier: Dossier) -> Iterator[Problem]:
    """Warn of names that two speakers have, roles in lower case aside."""
    owners: dict[str, Speaker] = {}
    for speaker in dossier.speakers:
        for name in dict.fromkeys((speaker.name, *speaker.aliases, *speaker.spellings)):
            owner = owners.setdefault(name, speaker)
            if owner is not speaker and not name[:1].islower():
                yield Problem(
                    kind=SHARED_ALIAS,
                    location=speaker.location,
                    message=f"`{speaker.id}` and `{owner.id}` share the name `{name}`",
                    notes=(f"`{owner.id}` is at {owner.location}",),
                    hint="give the name to one of them, or write it longer",
                )
