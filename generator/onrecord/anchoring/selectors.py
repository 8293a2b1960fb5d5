"""Selectors, and what proving one in a source comes to: an anchor or a miss.

A selector is the author's (W3C Web Annotation Data Model, 4.2.4: exact, prefix, suffix), with two shorthands of our own:
several pieces in order, and `first words … last words` inside a piece.
"""

from enum import Enum

from onrecord.locations import Span
from onrecord.model import State
from onrecord.values import named_value


@named_value
class Selector:
    """How an annotation points at words."""

    pieces: tuple[str, ...]
    """As the author wrote them: one, or the several of a split quote in order."""
    prefix: str = ""
    """Words right before the first piece."""
    suffix: str = ""
    """Words right behind the last piece."""


@named_value
class Anchor:
    """A selector proven in its source."""

    spans: tuple[Span, ...]
    """One a piece, in order, never overlapping."""
    state: State
    """`verbatim`, or `normalised` where the words are equal only under the matching contract."""


class Reason(Enum):
    """Why a selector could not be proven."""

    NOT_FOUND = "not found"
    AMBIGUOUS = "ambiguous"
    CUT = "cut"
    CONTEXT_DIFFERS = "context differs"
    OUT_OF_ORDER = "out of order"
    OUTSIDE = "outside its passage"
    NO_TEXT = "no text"


@named_value
class Miss:
    """A selector that could not be proven, and the places that come into question."""

    reason: Reason
    state: State
    words: str = ""
    """What was looked for: the piece, or the end of it, that failed."""
    piece: int = 0
    """Which piece failed, from 0."""
    behind: Span | None = None
    """Where the first words stand, if it is the last words of `first … last` that failed."""
    places: tuple[Span, ...] = ()
    """All places of ambiguous words; places of words that are cut, or out of order, or have another context; the nearest
    words where there are no such words."""
