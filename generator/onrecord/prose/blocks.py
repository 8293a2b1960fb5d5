"""What a briefing's Markdown says: its blocks as plain text, the keys in them, and what the editor placed.

Every position is a half-open span of code points in the canonical text of the file, front matter included.
"""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.locations import Location, Span, TextFile
from onrecord.model import Placement
from onrecord.prose.plain_text import PlainText


class ContainerKind(StrEnum):
    """What a block may stand in."""

    LIST_ITEM = "list item"
    BLOCK_QUOTE = "block quote"
    FOOTNOTE = "footnote"
    DEFINITION = "definition"
    ROW = "table row"
    CELL = "table cell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """Something that blocks stand in; two are the same one when all three agree."""

    kind: ContainerKind
    number: int
    """Counted through the file, so that containers with the same lines stay two."""
    span: Span
    """Whole lines, without the last line end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One address in a citation, such as `kursk22:q04` in `[see @kursk22:q04, p. 3; also @b]`."""

    address: str
    span: Span
    """Of the address alone, without the `@`."""
    bracket: Span
    """Of the whole citation, `[` to `]`."""
    prefix: str
    """Markdown before the key, up to the bracket or the last `;`."""
    suffix: str
    """Markdown behind the key, up to the next `;` or the bracket."""
    is_author_suppressed: bool
    """Whether it is written `-@key`."""
    position: int
    """Where the citation stands in the plain text of its block, which leaves it out."""
    is_in_link: bool
    """Whether it stands in the words of a link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading or table cell."""

    is_heading: bool
    inside: tuple[Container, ...]
    """What it stands in, outermost first."""
    section: tuple[str, ...]
    """The headings above it, highest level first."""
    plain: PlainText
    """Its words, without markup, citations and attributes."""
    keys: tuple[Key, ...]
    judgment: Span | None
    """Of the `{.judgment}` at its end, with the blanks before it."""
    span: Span
    """Whole lines, without the last line end."""

    @property
    def kind(self) -> str:
        """Name it by the innermost thing it stands in, else `heading` or `paragraph`."""
        if self.is_heading:
            return "heading"
        return str(self.inside[-1].kind) if self.inside else "paragraph"

    @property
    def text(self) -> str:
        """Give its words."""
        return self.plain.text

    @property
    def is_judgment(self) -> bool:
        """Tell whether the editor marks it as a judgment of their own."""
        return self.judgment is not None

    def container(self, kind: ContainerKind) -> Container | None:
        """Find the outermost container of a kind that it stands in."""
        return next((each for each in self.inside if each.kind is kind), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A briefing's Markdown, read."""

    file: TextFile
    start: int
    """Where the prose begins, behind the front matter."""
    blocks: tuple[Block, ...]
    """In the order of the file."""
    placements: tuple[Placement, ...]
    misplaced: tuple[Span, ...]
    misspelt: tuple[tuple[str, Placement], ...]
    """Comments that may be meant as placements: the word before the colon, and what they would place."""
    """Comments that look like placements and stand where none can be: inside another block, or not alone on their line."""
    raw_html: tuple[Span, ...]
    """Blocks of HTML that hold more than comments; nothing in them is read."""
    too_deep: tuple[Span, ...]
    """Lines nested too deeply to be read."""

    def locate(self, span: Span) -> Location:
        """Say where in the file a span is."""
        return Location(self.file, span.start, span.end)

    @property
    def keys(self) -> tuple[Key, ...]:
        """List the keys of all blocks, in order."""
        return tuple(key for block in self.blocks for key in block.keys)

    @property
    def judgments(self) -> tuple[Span, ...]:
        """List where blocks are marked as the editor's own judgment, in order."""
        return tuple(block.judgment for block in self.blocks if block.judgment is not None)
