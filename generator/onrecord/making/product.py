"""What can be made of a project: a website, a bundle, a PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from onrecord.checking import Checked


class NotMadeError(Exception):
    """A product cannot be made of what the author wrote; says why, in the author's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to make products of: one reading of the content, which found no error."""

    project: Path
    checked: Checked
    is_strict: bool = False
    """Whether warnings fail."""
    is_timed: bool = False
    """Whether each product says where the time went."""
    take_away: tuple[str, ...] = ()
    """The names of the files made in the same run that the website offers."""
    last: Path | None = None
    """The folder with the products of the last run, of which what has not changed may be taken over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One thing to make."""

    name: str
    """As `onrecord build` takes it."""
    targets: tuple[str, ...]
    """The files and folders that it makes, by their names in the folder of all products."""
    make: Callable[[Order, Path], None]
    """Make the targets in an empty folder; NotMadeError where that cannot be."""
    done: str
    """The sentence that says where it is; `{folder}` stands for the folder of all products."""
    is_made_here: bool = False
    """Whether it may be made in the process that asks for it, where nothing else is to be made: all that it starts ends with it."""
    offered: tuple[str, ...] = ()
    """Those of the targets, files, that the website offers."""
