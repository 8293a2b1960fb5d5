"""The whole website as a value: its pages, the files beside them, and the problems met on the way.

Both ways out (`plugin`, `writing`) start from it. No address or path in it can leave the site's folder.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from onrecord.data import SearchRecord
from onrecord.pages.wording import IN_ENGLISH, Wording
from onrecord.problems import Problem
from onrecord.remembered import NOTHING, Memory, Piece
from onrecord.search import DossierEntries
from onrecord.stored import Aside, SitePage
from onrecord.urls import ASSETS


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything that a way out publishes."""

    title: str
    """Of the dossier, plain text."""
    pages: tuple[SitePage, ...]
    """In the order of the navigation; none where a problem is an error."""
    files: Mapping[str, bytes | str] = field(default_factory=dict)
    """By path below the site's root, such as `assets/onrecord.css` or `data/quotes.csv`."""
    placed: Mapping[str, Path] = field(default_factory=dict)
    """More files, by path: where each lies in the last site as it would be made again, or was put aside."""
    aside: Aside | None = field(default=None, compare=False, repr=False)
    """Where it was put."""
    head: str = ""
    """Finished HTML for the heads of pages that people wrote by hand."""
    records: Iterable[SearchRecord] = ()
    """What the theme's search finds beside the pages."""
    entries: DossierEntries | None = None
    """What our own search finds, but for pages that people wrote by hand."""
    problems: tuple[Problem, ...] = ()
    language: str = ""
    """Of the briefings, as the author says (BCP 47); empty where that is not said."""
    say: Wording = IN_ENGLISH
    """The site's own words, some of which the navigation shows."""
    memory: Memory = NOTHING
    """What is remembered of the last site."""
    pieces: tuple[Piece, ...] = ()
    """What pages and files are made of, to be remembered; none where the site has no memory."""

    def __post_init__(self) -> None:
        """Refuse an address outside the site (ValueError): the names in it were checked long before."""
        for path in (*(page.address for page in self.pages), *self.paths):
            if not is_inside(path):
                raise ValueError(f"`{path}` is outside the site")

    @property
    def paths(self) -> tuple[str, ...]:
        """List the paths of all files beside the pages."""
        return (*self.files, *self.placed)

    @property
    def styles(self) -> tuple[str, ...]:
        """List the style sheets that every page loads, in the order to load them."""
        return tuple(path for path in self.files if path.startswith(ASSETS) and path.endswith(".css"))

    @property
    def scripts(self) -> tuple[str, ...]:
        """List the scripts that every page loads; others are fetched when they are asked for."""
        return tuple(path for path in self.files if path.startswith(ASSETS) and path.endswith(".js"))

    @property
    def has_errors(self) -> bool:
        """Tell whether a problem forbids to publish."""
        return any(problem.is_error for problem in self.problems)


def is_inside(path: str) -> bool:
    """Tell whether an address or path stays below the root it is relative to, on every system."""
    parts = PurePosixPath(path).parts
    return not path.startswith("/") and ".." not in parts and not any(mark in path for mark in "\\:\0")


def source_path(address: str) -> str:
    """Give the path of the Markdown file that a page pretends to come from (`topics/trade/index.md`)."""
    return f"{address}index.md"
