"""What an editor wrote on a topic, with every key and quotation of it resolved."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.dates import Date
from onrecord.locations import Location, Span
from onrecord.model.passages import Passage
from onrecord.model.people import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A key in the editor's prose, resolved."""

    passage: Passage
    span: Span
    """Of the key in the text of the briefing's file."""


class AlterationKind(StrEnum):
    """What an editor did to the words of a passage."""

    OMISSION = "omission"
    REPLACEMENT = "replacement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteration:
    """Words left out of a quotation, or replaced in brackets."""

    kind: AlterationKind
    mark: Span
    """The editor's `…` or `[words]`, in the text of the briefing's file."""
    span: Span
    """What the source has there; empty where nothing was left out or replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words that the editor quotes, proven in a passage."""

    passage: Passage
    spans: tuple[Span, ...]
    """Where the words stand in the source, in order, without what was left out or replaced."""
    alterations: tuple[Alteration, ...]
    """In order; those at the edges of the quotation are not listed."""
    words: Span
    """The words in the text of the briefing's file, without the marks around them."""
    key: Span
    """Of the key that covers them."""
    is_block_quote: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedding:
    """A block quote in no list that holds a key alone, in whose place the whole passage is shown."""

    passage: Passage
    span: Span
    """Of the block quote in the text of the briefing's file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where the editor wants something of the page, written `<!-- onrecord: figures -->` on a line of its own."""

    name: str
    """With `-` for blanks: `not heard` and `not-heard` are one."""
    span: Span
    """Of the comment in the text of the briefing's file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of a briefing's change log."""

    date: Date
    version: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """What the editor wrote on one topic."""

    topic: Topic
    as_of: Date | None
    status: str
    """`draft`, `current` or `archived`."""
    editor: str
    version: str
    changes: tuple[Change, ...]
    prose: str
    """Markdown as written, front matter left out."""
    prose_start: int
    """Where the prose begins in the file's canonical text."""
    citations: tuple[Citation, ...]
    quotations: tuple[Quotation, ...]
    """Proven ones, in the order of the file."""
    embeddings: tuple[Embedding, ...]
    placements: tuple[Placement, ...]
    judgments: tuple[Span, ...]
    """Of each `{.judgment}` in the text of the briefing's file, with the blanks before it."""
    location: Location
