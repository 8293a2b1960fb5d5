"""The speakers, `speakers.yml`: people and bodies with their dated roles, each under its key."""

from typing import ClassVar

from onrecord.entries import read_keyed_file
from onrecord.fields import Entry, Keyed, entry, says
from onrecord.forms import DATE, KEY, choice
from onrecord.locations import TextFile, Written
from onrecord.problems import Problem

SPEAKER_KIND = choice("a kind of speaker", "person", "body")


@entry
class RoleEntry(Entry):
    """An office that a speaker holds or held."""

    called: ClassVar[str] = "a role"

    title: Written = says("The office, as readers see it")
    start: Written | None = says("The first day, month or year in it", form=DATE, written_as="from")
    end: Written | None = says("The last day, month or year in it; none while it lasts", form=DATE, written_as="to")


@entry
class SpeakerEntry(Entry):
    """A person or body."""

    called: ClassVar[str] = "a speaker"

    name: Written = says("The name that readers see")
    kind: Written | None = says("Whether it is a person or a body", form=SPEAKER_KIND)
    side: Written | None = says("The party spoken for, such as a country")
    roles: tuple[RoleEntry, ...] = says("Offices held, with their dates")
    aliases: tuple[Written, ...] = says("Other names that sources use, such as “the president”")
    spellings: tuple[Written, ...] = says("The name in other spellings and scripts")


def read_speakers(file: TextFile) -> tuple[tuple[Keyed[SpeakerEntry], ...] | None, tuple[Problem, ...]]:
    """Read the speakers; None where the YAML cannot be read."""
    return read_keyed_file(SpeakerEntry, file, KEY)
