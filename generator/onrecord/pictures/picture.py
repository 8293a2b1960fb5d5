"""What a picture is: a sheet with marks on it, what it shows in words, and the table of the same data.

Units are those of an SVG user space: x to the right, y downwards, the origin at the top left.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Literal

WIDTH = 360.0
"""Of every picture: a phone shows it at its own size, so that no label shrinks."""

Tone = Literal["ink", "quiet", "rule", "accent"]
Dash = Literal["", "dashed", "dotted"]


class Shape(StrEnum):
    """A mark that is told from the others by its form alone."""

    DISC = "disc"
    RING = "ring"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    CROSS = "cross"
    TO_THE_LEFT = "to the left"
    """The head of an arrow."""
    TO_THE_RIGHT = "to the right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    tone: Tone
    dash: Dash = ""
    row: int | None = None
    """Of the data that it draws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A mark at a place."""

    x: float
    y: float
    shape: Shape
    tone: Tone
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar; a hollow one is an outline, whose line may be broken."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone
    is_hollow: bool = False
    dash: Dash = ""
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words at a place: `y` is their base line, `x` their start, middle or end."""

    x: float
    y: float
    text: str
    width: float
    """The room that is kept for them."""
    size: float
    anchor: Literal["start", "middle", "end"] = "start"
    tone: Tone = "ink"
    is_strong: bool = False
    row: int | None = None

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Give the room kept: left, top, right, bottom."""
        left = self.x - {"start": 0.0, "middle": self.width / 2, "end": self.width}[self.anchor]
        return left, self.y - self.size * 0.95, left + self.width, self.y + self.size * 0.3


Mark = Line | Dot | Bar | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line in a cell of the table."""

    text: str
    address: str = ""
    """Where it leads; empty where it is no link."""
    language: str = ""
    """Of the words, where they are a source's."""
    is_quote: bool = False


TextRow = tuple[tuple[Entry, ...], ...]
"""A row of the table: a cell a column, each of one entry or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing of some data, and the data as a table."""

    title: str
    description: str
    """The text alternative: what one sees."""
    width: float
    height: float
    marks: tuple[Mark, ...]
    """In the order of drawing."""
    columns: tuple[str, ...]
    rows: tuple[TextRow, ...]


def hundredths(number: Fraction | float) -> float:
    """Round a position to what is written."""
    return float(round(Fraction(number), 2))
