"""Passages of sources, and what is recorded about them: figures, links, events.

No quote holds text: its words are cut from the source by its spans.
"""

from decimal import Decimal

from onrecord.dates import Date
from onrecord.locations import Location, Span
from onrecord.model.people import Role, Speaker, Topic
from onrecord.model.sources import Source
from onrecord.model.states import PassageKind, Relation, State
from onrecord.values import named_value


@named_value
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


@named_value
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


@named_value
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


@named_value
class Link:
    """A relation from one passage to another."""

    start: Passage
    end: Passage
    relation: Relation
    because: str
    location: Location


@named_value
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
