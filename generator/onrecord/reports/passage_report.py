"""What became of one passage: what a report says of it, proven or not.

A passage that could not be proven is in no dossier, so reports have a value of their own for it.
"""

from dataclasses import dataclass

from onrecord.locations import Span
from onrecord.model import PassageKind, State


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageReport:
    """One passage as the author entered it, and what proving it came to."""

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
    """Ids of the topics, as the author lists them."""
