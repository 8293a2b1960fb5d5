"""What the dossier says of itself, `dossier.yml`: its title, its editor, its day, and how it is printed."""

from typing import ClassVar

from onrecord.entries import read_entry_file
from onrecord.fields import Entry, entry, says
from onrecord.forms import DATE, LANGUAGE, YES_NO, Form, choice
from onrecord.locations import TextFile, Written
from onrecord.problems import Problem

TEMPLATE = Form(
    name="the path of a `.typ` file",
    pattern=r"(?!/)[^\n\\:]+\.typ",
    hint="write where it is in the content folder, as in `print/house.typ`",
)
COUNT = Form(
    name="a number of sources",
    pattern="[1-9][0-9]{0,5}",
    typed=("number",),
    hint="write how many sources a volume shall hold, as in `200`",
)


@entry
class PrintEntry(Entry):
    """How the dossier is printed."""

    called: ClassVar[str] = "the print"

    template: Written | None = says("Your own Typst template, in the content folder", form=TEMPLATE)
    paper: Written | None = says("The size of the paper; A4 unless told", form=choice("a size", "a4", "us-letter"))
    colour: Written | None = says("Whether it is coloured; it is unless told", form=YES_NO)
    duplex: Written | None = says("Whether it is for paper printed on both sides", form=YES_NO)
    volume: Written | None = says("How many sources a volume holds; everything is in one unless told", form=COUNT)


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
    print: PrintEntry | None = says("How it is printed")


def read_dossier_file(file: TextFile) -> tuple[DossierEntry | None, tuple[Problem, ...]]:
    """Read what the dossier says of itself; None where the YAML cannot be read."""
    return read_entry_file(DossierEntry, file)
