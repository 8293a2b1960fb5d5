"""What the dossier says of itself, `dossier.yml`: its title, its editor, its day."""

from typing import ClassVar

from onrecord.entries import read_entry_file
from onrecord.fields import Entry, entry, says
from onrecord.forms import DATE, LANGUAGE
from onrecord.locations import TextFile, Written
from onrecord.problems import Problem


@entry
class DossierEntry(Entry):
    """The dossier as a whole."""

    called: ClassVar[str] = "the dossier"

    title: Written = says("What the dossier is on")
    subtitle: Written | None = says("A line below the title")
    editor: Written | None = says("Who answers for it")
    as_of: Written | None = says("The day up to which it is complete", form=DATE)
    marking: Written | None = says("A line on every page, such as who may read it")
    language: Written | None = says("The language of the briefings, such as `en`", form=LANGUAGE)


def read_dossier_file(file: TextFile) -> tuple[DossierEntry | None, tuple[Problem, ...]]:
    """Read what the dossier says of itself; None where the YAML cannot be read."""
    return read_entry_file(DossierEntry, file)
