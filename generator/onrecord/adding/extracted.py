"""What a reader makes of a document: its words by paragraphs, and what the document says of itself.

Nothing in here is trusted: a proposal says where it comes from, and stays a proposal until a person has confirmed it.
"""

from dataclasses import dataclass, replace
from typing import Protocol

from onrecord.problems import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as it came: its bytes, and how to read them where the person has said so."""

    name: str
    """Of the file, without its folder."""
    data: bytes
    encoding: str = ""
    """A codec of Python's; empty where the document must say it itself."""

    @property
    def ending(self) -> str:
        """Give the ending of the name in small letters, with its dot; empty where there is none."""
        stem, dot, ending = self.name.rpartition(".")
        return f".{ending.lower()}" if dot and stem else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A field of the record as the document itself fills it."""

    field: str
    """In YAML, such as `title`."""
    value: str
    basis: str
    """Where it stands in the document, such as `its heading`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a line of the original begins in the words that were taken from it."""

    paragraph: int
    """From 0."""
    offset: int
    """In the paragraph, in code points."""
    page: str
    """As the original counts it: a page label, or the time of a subtitle."""
    line: int
    """On that page, from 1; 0 where the original has no lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPassage:
    """Words that somebody marked in the document."""

    paragraph: int
    start: int
    """In the paragraph, in code points."""
    end: int
    key: str = ""
    speaker: str = ""
    topics: tuple[str, ...] = ()
    note: str = ""
    context: str = ""
    kind: str = ""
    """`quote` or `statement`; where it is empty, a speaker makes it a quote, unless its key begins with `s`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """A document's words and what it says of itself."""

    paragraphs: tuple[str, ...]
    """Each holds words and is canonical text; a line end in it is one of the document's own."""
    extractor: str
    """The library that took the words out, with its version, such as `pdfminer.six 20260107`; empty where none did."""
    proposals: tuple[Proposal, ...] = ()
    noise: tuple[int, ...] = ()
    """Paragraphs that look like page furniture, by their numbers from 0."""
    places: tuple[Place, ...] = ()
    """In the order of the words; none where the original has neither pages nor times."""
    marks: tuple[MarkedPassage, ...] = ()
    remarks: tuple[str, ...] = ()
    """What the person should know of what was not taken, each a sentence without its full stop."""
    is_own_text: bool = False
    """Whether the document is its own stored text, byte for byte."""

    def with_proposals(self, *more: Proposal) -> "Extracted":
        """Add proposals for fields that have none yet."""
        known = {each.field for each in self.proposals}
        return replace(self, proposals=(*self.proposals, *(each for each in more if each.field not in known)))


class Reader(Protocol):
    """Takes the words out of one format."""

    def __call__(self, document: Document) -> Extracted:
        """Read a document; raises `CannotAddError` where there is something wrong with it."""


class CannotAddError(Exception):
    """A document cannot become a source: what is wrong with it, and what to do."""

    def __init__(self, kind: Kind, message: str, hint: str = "") -> None:
        """Take what the problem will say."""
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type["CannotAddError"], tuple[Kind, str, str]]:
        """Let it pass from the process that reads to the one that tells."""
        return CannotAddError, (self.kind, self.message, self.hint)
