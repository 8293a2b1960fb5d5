"""How the dossier is printed, as its author wants it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOptions:
    """The look of the print."""

    template: str = ""
    """A `.typ` file of the author's, relative to the content folder; empty for the one that comes with the program."""
    paper: str = "a4"
    """`a4` or `us-letter`."""
    is_coloured: bool = True
    is_duplex: bool = False
    """Whether it is printed on both sides: the inner margin is wider, and chapters begin on the right."""
