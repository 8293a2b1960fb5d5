"""`<key>.suggested.yml`: proposals in the record's own format, for a person to accept, edit or reject.

Nothing else of the program reads these files, so that nothing of them can be published.
"""

from onrecord.entries import read_entry_file
from onrecord.fields import Entry, Keyed, entry, says
from onrecord.forms import NAME, WORDS, choice
from onrecord.locations import TextFile, Written
from onrecord.problems import Problem
from onrecord.records import EventEntry, PassageEntry
from onrecord.speakers import SpeakerEntry
from onrecord.suggesting.speech import Tier

ENDING = ".suggested.yml"
OWN_FIELDS = ("tier", "because")
"""Fields of a proposal that a record does not have."""


@entry
class ProposedEntry(PassageEntry):
    """A passage that is proposed."""

    tier: Written | None = says("How far it may be trusted", form=choice("a tier", *Tier))
    because: Written | None = says("What it was told by")


@entry
class ProposedEventEntry(EventEntry):
    """An event that is proposed, with the passage that says so."""

    tier: Written | None = says("How far it may be trusted", form=choice("a tier", *Tier))
    because: Written | None = says("What it was told by")


@entry
class SuggestedEntry(Entry):
    """What is proposed for one source, and what a person has rejected of it."""

    called = "a file of proposals"

    participants: tuple[Written, ...] = says("Speakers who are named in full or speak", form=NAME)
    noise: tuple[Written, ...] = says("Lines that look like page furniture", form=WORDS)
    left_out: tuple[Written, ...] = says("Words in quotation marks that seem to be no speech", form=WORDS)
    quotes: tuple[Keyed[ProposedEntry], ...] = says("Direct speech")
    statements: tuple[Keyed[ProposedEntry], ...] = says("Paraphrase")
    events: tuple[ProposedEventEntry, ...] = says("What happens on dates that a passage says; accepted with it")
    speakers: tuple[Keyed[SpeakerEntry], ...] = says("Speakers whom `speakers.yml` does not have yet")
    rejected: tuple[Written, ...] = says("Words that were rejected, and are not proposed again", form=WORDS)

    @property
    def passages(self) -> tuple[Keyed[ProposedEntry], ...]:
        """Give all proposed passages."""
        return (*self.quotes, *self.statements)


def read_suggested(file: TextFile) -> tuple[SuggestedEntry | None, tuple[Problem, ...]]:
    """Read a file of proposals; None where its YAML cannot be read."""
    return read_entry_file(SuggestedEntry, file)
