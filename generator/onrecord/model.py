"""The dossier: everything in memory, resolved.

Nothing here holds a key that still has to be looked up, and no quote holds text: its words are cut from
the source by its spans. References go one way only (passage → source, link → passages), so there are no circles.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from onrecord.dates import Date
from onrecord.locations import Location, Span, TextFile


class State(StrEnum):
    """What proving a selector in its source came to."""

    VERBATIM = "verbatim"
    NORMALISED = "normalised"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    ORPHAN = "orphan"
    UNCHECKED = "unchecked"

    @property
    def is_proven(self) -> bool:
        """Tell whether the words are in the source, equal under the matching contract."""
        return self in {State.VERBATIM, State.NORMALISED}


class PassageKind(StrEnum):
    """Direct speech, or anything else."""

    QUOTE = "quote"
    STATEMENT = "statement"


class Relation(StrEnum):
    """How one passage stands to another."""

    ELABORATES = "elaborates"
    REPEATS = "repeats"
    CONTRASTS = "contrasts"
    SUPPORTS = "supports"
    ANSWERS = "answers"

    @property
    def is_mutual(self) -> bool:
        """Tell whether it holds both ways."""
        return self in {Relation.REPEATS, Relation.CONTRASTS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a passage can be about, as the codebook defines it."""

    id: str
    label: str
    definition: str
    parent: "Topic | None"
    terms: tuple[str, ...]
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office held, from its first to its last day; an open end is None."""

    title: str
    start: Date | None
    end: Date | None

    def holds_on(self, date: Date) -> bool:
        """Tell whether the office may have been held on that date."""
        has_begun = self.start is None or self.start.first_day <= date.last_day
        return has_begun and (self.end is None or date.first_day <= self.end.last_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A person or body."""

    id: str
    name: str
    kind: str
    """`person` or `body`."""
    side: str
    """The party spoken for, such as `Belarus`; empty where none is given."""
    roles: tuple[Role, ...]
    aliases: tuple[str, ...]
    spellings: tuple[str, ...]
    location: Location

    def role_on(self, date: Date) -> Role | None:
        """Find the office held on that date; the last in the file where there are several."""
        held = [role for role in self.roles if role.holds_on(date)]
        return held[-1] if held else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document as published, with its stored words."""

    key: str
    title: str
    date: Date
    date_basis: str
    publisher: str
    kind: str
    url: str
    archive_url: str
    language: str
    """A BCP 47 tag, such as `en`."""
    translation: str
    """What is known about the words being a translation; empty where they are not."""
    retrieved: Date | None
    note: str
    sha256: str
    """Of the stored bytes, lower-case hexadecimal."""
    text: str
    """The canonical text: UTF-8 decoded, one BOM dropped, CRLF and CR made LF."""
    participants: tuple[Speaker, ...]
    noise: tuple[Span, ...]
    """Page furniture: in the stored words, but not of the document."""
    left_out: tuple[Span, ...]
    """Stretches in quotation marks that the annotator left out on purpose (titles, scare quotes)."""
    aliases: tuple[str, ...]
    """Former keys."""
    location: Location
    """Of its record."""
    path: str = ""
    """Of the stored words, as shown to the author."""

    def locate(self, span: Span) -> Location:
        """Say where in the stored words a span is."""
        return Location(TextFile(self.path, self.text), span.start, span.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A proven stretch of a source: a quote, a statement, or a part of one."""

    key: str
    """`q04`, or `q04c` for a part."""
    kind: PassageKind
    source: Source
    spans: tuple[Span, ...]
    """One a piece, in order, never overlapping."""
    state: State
    speaker: Speaker | None
    role: Role | None
    """The speaker's on the day of the source."""
    topics: tuple[Topic, ...]
    context: str
    note: str
    sic: tuple[Span, ...]
    """Slips of the source that must stay as they are."""
    mentions: tuple[Speaker, ...]
    whole: "Passage | None"
    """The passage this is a part of."""
    aliases: tuple[str, ...]
    location: Location

    @property
    def address(self) -> str:
        """Give the address that prose cites, `source:passage`."""
        return f"{self.source.key}:{self.key}"

    @property
    def is_quote(self) -> bool:
        """Tell direct speech from paraphrase and narration."""
        return self.kind is PassageKind.QUOTE

    @property
    def pieces(self) -> tuple[str, ...]:
        """Cut the words of each piece from the source."""
        return tuple(self.source.text[span.start : span.end] for span in self.spans)

    @property
    def start(self) -> int:
        """Give the position of the first word."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Give the position behind the last word."""
        return self.spans[-1].end


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What proving one passage came to, whether or not it is in the dossier."""

    key: str
    kind: PassageKind
    state: State
    source: str
    """Key of the source."""
    spans: tuple[Span, ...] | None
    """Code points of the canonical text, one span a piece, in order; None where nothing was found."""
    speaker: str | None
    """Id of the speaker; None for narration."""
    topics: tuple[str, ...]
    """Ids of the topics."""
    part_of: str | None = None
    """Key of the passage that it is a part of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number stated in a passage."""

    passage: Passage
    span: Span
    low: Decimal | None
    high: Decimal | None
    """Equal to `low` for a single value; both None where the words could not be read."""
    unit: str
    """ISO 4217 for money, `%`, or a plain word; empty for a bare count."""
    is_approximate: bool
    status: str
    """`reported`, `planned`, `goal` or `estimate`."""
    basis: str
    """`direct`, `parenthesis` or `narration`."""
    what: str
    period: str
    as_of: Date | None
    note: str
    location: Location

    @property
    def words(self) -> str:
        """Cut the words that state it from the source."""
        return self.passage.source.text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation from one passage to another."""

    start: Passage
    end: Passage
    relation: Relation
    because: str
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that the timeline shows, dated only as far as the source dates it."""

    what: str
    passage: Passage
    date: Date | None
    after: Date | None
    before: Date | None
    status: str
    topics: tuple[Topic, ...]
    location: Location


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """What the author named or meant, so that no check calls missing what only a problem keeps out of the dossier."""

    topics: frozenset[str] = frozenset()
    """Ids that are named anywhere, or that a misspelt name probably means."""
    speakers: frozenset[str] = frozenset()
    """The same of speakers."""
    passages: frozenset[str] = frozenset()
    """Addresses of passages in the dossier that name topics, known or not."""
    places: tuple[tuple[str, Span], ...] = ()
    """Where quotes that could not be proven may stand: the key of the source, and the words."""
    sources: frozenset[str] = frozenset()
    """Keys of sources whose record could not be read as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything in memory, resolved: what pages are planned from."""

    title: str
    subtitle: str
    editor: str
    as_of: Date | None
    marking: str
    language: str
    speakers: tuple[Speaker, ...]
    topics: tuple[Topic, ...]
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    """In the order of their sources and of their first words, a whole before its parts."""
    figures: tuple[Figure, ...]
    links: tuple[Link, ...]
    events: tuple[Event, ...]
    briefings: tuple[Briefing, ...]
    unsettled: Unsettled = Unsettled()
