"""Everything in memory, resolved."""

from dataclasses import dataclass

from onrecord.dates import Date
from onrecord.locations import Span
from onrecord.model.briefings import Briefing
from onrecord.model.passages import Event, Figure, Link, Passage
from onrecord.model.people import Speaker, Topic
from onrecord.model.printing import AS_IT_COMES, PrintChoices
from onrecord.model.sources import Source


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
    printing: PrintChoices = AS_IT_COMES
    unsettled: Unsettled = Unsettled()
