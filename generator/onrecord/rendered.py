"""What rendering hands to the ways out: a page as blocks of finished HTML and of the editor's Markdown.

HTML blocks are final but for their `page:` links (see `urls`). They hold no blank line and no character that
Markdown would take for its own, so a block may also stand inside a Markdown file unharmed.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
"""Elements that hold nothing and have no end (HTML Standard, 13.1.2)."""
UNSEARCHED = "data-search-exclude"
"""The attribute by which Material leaves an element, or the section of a heading, out of its index."""


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """Finished HTML."""

    html: str
    searched: str | None = None
    """What a search of pages reads instead, where that is less: HTML too, or nothing at all."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the page, which its table of contents lists."""

    level: int
    """From 2; the title is level 1."""
    text: str
    id: str
    language: str = ""
    """A BCP 47 tag; empty where the text is in the site's own."""
    is_searched: bool = True
    """Whether a search of pages finds the section; not where other pages or records hold what is in it."""


@dataclass(frozen=True, slots=True)
class ProseBlock:
    """The editor's Markdown, in which each citation is already inline HTML."""

    markdown: str


Block = HtmlBlock | Heading | ProseBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedPage:
    """One page of the site."""

    address: str
    title: str
    """Plain text."""
    description: str
    """One sentence for search engines and previews, plain text."""
    blocks: tuple[Block, ...]
    is_hub: bool = False
    """Whether the navigation lists the page; the others are reached by links."""
    edit_path: PurePosixPath | None = None
    """The file of the author's that the page is made from, relative to the project."""
    language: str = ""
    """Of the title, where it is a source's; empty where it is in the site's own."""
    head: str = ""
    """Finished HTML for the head of the page, with `page:` links like a block's."""
    marking: HtmlBlock | None = None
    """What every page of the dossier bears, such as who may read it; it stands above the title."""
    modified: str = ""
    """The day of its last significant change, in ISO form; empty where nobody knows it."""

    @property
    def headings(self) -> int:
        """Count the headings below the title."""
        return sum(isinstance(block, Heading) for block in self.blocks)

    def whole(self) -> "RenderedPage":
        """Give the page itself; a stored one has to be read."""
        return self
