"""How the author wants the dossier printed."""

from dataclasses import dataclass

from onrecord.locations import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintChoices:
    """The look of the print."""

    template: Written | None = None
    """Path of a `.typ` file of the author's in the content folder; None for the one that comes with the program."""
    paper: str = "a4"
    """`a4` or `us-letter`."""
    is_coloured: bool = True
    is_duplex: bool = False
    """Whether it is for paper printed on both sides."""
    volume: int = 0
    """Sources a volume; 0 for one print of everything."""


AS_IT_COMES = PrintChoices()
"""What an author gets who chooses nothing."""
