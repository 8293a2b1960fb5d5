"""The front matter of a briefing: what stands between its `---` lines."""

from typing import ClassVar

from onrecord.fields import Entry, entry, says
from onrecord.forms import DATE, NAME, choice
from onrecord.locations import Written

BRIEFING_STATUS = choice("the status of a briefing", "draft", "current", "archived")


@entry
class ChangeEntry(Entry):
    """One line of the change log."""

    called: ClassVar[str] = "a change"

    date: Written = says("The day of the change", form=DATE)
    version: Written | None = says("The version that it made")
    what: Written = says("What changed")


@entry
class FrontMatterEntry(Entry):
    """What a briefing says of itself."""

    called: ClassVar[str] = "the front matter"

    topic: Written = says("The topic: a key of the codebook", form=NAME)
    as_of: Written | None = says("The day up to which it is complete", form=DATE)
    status: Written | None = says("Whether it is a draft, current or archived", form=BRIEFING_STATUS)
    editor: Written | None = says("Who answers for it")
    version: Written | None = says("Its version")
    changes: tuple[ChangeEntry, ...] = says("The change log, newest first")
