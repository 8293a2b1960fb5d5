"""What annotated documents come to in any format: one value between every reader and every writer.

A reader of a format gives it, a writer takes it, and neither knows the other. Nothing in it is proven yet: what stands in
it is what a file says. Names and addresses of annotators and paths of their machines have no place in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from onrecord.interchange.units import Evidence
from onrecord.stored_form import PLAIN, StoredForm

Fact = str | Sequence["Fact"] | Mapping[str, "Fact"]
"""Words, a list or a map, as YAML has them: what a record says and no other format has a place for."""
Facts = Mapping[str, Fact]

NO_FACTS: Facts = MappingProxyType({})


class UnreadableError(Exception):
    """A file that cannot be read, with the reason as its text and what to do about it."""

    def __init__(self, why: str, hint: str = "") -> None:
        """Say why, in lower case, and what to do."""
        super().__init__(why)
        self.hint = hint


class UnwritableError(Exception):
    """A project that a format cannot hold, with the reason and what to do as its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that was annotated."""

    id: str
    """As the file refers to it."""
    name: str
    text: str | None = None
    """The canonical text; None where the file does not hold it."""
    form: StoredForm = PLAIN
    """How the words are stored, so that their bytes come back."""
    sha256: str = ""
    """Of the stored bytes, where the file names it without holding the text."""
    url: str = ""
    date: str = ""
    """The document's own, in ISO form, where the format has one."""
    added: str = ""
    """The day on which it was added to the annotator's project, in ISO form; it says nothing of the document."""
    people: tuple[str, ...] = ()
    """Ids of who takes part in it as a whole."""
    key: str = ""
    """Of the source, where this program wrote the file."""
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What a passage can be about."""

    id: str
    name: str
    description: str = ""
    parent: str = ""
    """Id of the wider code."""
    key: str = ""
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A case, a participant or a speaker of the documents; never who annotated them."""

    id: str
    name: str
    key: str = ""
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a document, pointed at by words, by positions, or by both."""

    exact: str | None = None
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    """In the unit of the file, which is only known when it was detected."""
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What was recorded about a stretch of a document, or several stretches in order."""

    id: str
    document: str
    """Id of the document."""
    pieces: tuple[Piece, ...]
    codes: tuple[str, ...] = ()
    """Ids of codes."""
    person: str = ""
    """Id of who speaks there."""
    notes: tuple[str, ...] = ()
    context: str = ""
    """What words that point elsewhere mean; formats of others have no such thing."""
    label: str = ""
    """The words as the format repeats them for display; they prove nothing."""
    key: str = ""
    """Of the passage, where this program wrote the file."""
    part_of: str = ""
    """Key of the passage that it is a part of."""
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note on the project as a whole, or a briefing."""

    name: str
    text: str
    briefing: str = ""
    """The key of the briefing that it is; empty for any other note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """Everything that one file says."""

    format: str
    """Which format it was read from, in words; empty where it was read from none."""
    origin: str = ""
    """The program that wrote it, as it names itself."""
    documents: tuple[Document, ...] = ()
    codes: tuple[Code, ...] = ()
    people: tuple[Person, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    notes: tuple[Note, ...] = ()
    facts: Facts = field(default_factory=dict)
    """Of the dossier as a whole."""
    measured: Evidence | None = None
    """Where a reader has converted the positions into code points of the texts: what they counted before."""
    losses: tuple[str, ...] = field(default=(), compare=False)
    """What the file holds and is not taken, each kind in a phrase with its number."""
