"""How one print is made: what the author chose, with the template as a file."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from onrecord.locations import Location
from onrecord.model import Dossier

_LONGEST = 60


def file_name(title: str) -> str:
    """Make the name of a file of a title: its letters and digits, in lower case, with hyphens between."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", title).lower())
    return "-".join(words)[:_LONGEST].strip("-") or "dossier"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOptions:
    """The look of one print."""

    paper: str = "a4"
    is_coloured: bool = True
    is_duplex: bool = False
    volume: int = 0
    """Sources a volume; 0 for one print of everything."""
    content: Path = Path()
    """The content folder, which holds the template."""
    template: str = ""
    """Of the author's, relative to the content folder; empty for the one that comes with the program."""
    template_place: Location | None = None
    """Where the author names it."""


def options_of(dossier: Dossier, content: Path) -> PrintOptions:
    """Take the options from what the dossier says of itself; `content` is the folder it was read from."""
    chosen = dossier.printing
    return PrintOptions(
        paper=chosen.paper,
        is_coloured=chosen.is_coloured,
        is_duplex=chosen.is_duplex,
        volume=chosen.volume,
        content=content,
        template=chosen.template.text if chosen.template else "",
        template_place=chosen.template.location if chosen.template else None,
    )
