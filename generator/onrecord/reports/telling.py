"""What is said of one problem, line by line, before anybody colours it or makes a page of it.

The first line can be read alone in a log; the second is a place that editors open; then the author's own words
underlined, what there is instead, and what to do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from onrecord.locations import Location
from onrecord.problems import Problem
from onrecord.reports.excerpt import cut_excerpt
from onrecord.reports.visible import make_visible


class Part(StrEnum):
    """What a piece of the report is, so that it can be coloured."""

    ERROR = "error"
    WARNING = "warning"
    MESSAGE = "message"
    GUTTER = "gutter"
    HINT = "hint"
    PLAIN = "plain"


class LineKind(StrEnum):
    """What a line is for."""

    HEAD = "head"
    PLACE = "place"
    BLANK = "blank"
    EXCERPT = "excerpt"
    CARETS = "carets"
    NOTE = "note"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line; no character of the author's in them is unseen."""

    part: Part
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line, whose pieces follow each other without a blank."""

    kind: LineKind
    pieces: tuple[Piece, ...]


def tell_problem(problem: Problem) -> tuple[Line, ...]:
    """Say everything about a problem."""
    gutter = " " * len(str(problem.location.line))
    weight = Part.ERROR if problem.is_error else Part.WARNING
    head = (
        Piece(weight, f"{problem.kind.severity} {problem.code}"),
        Piece(Part.MESSAGE, f": {make_visible(problem.message)}"),
    )
    return (
        Line(LineKind.HEAD, head),
        _tell_place(problem.location),
        *_tell_excerpt(problem.location, gutter, weight),
        *(_tell_note(LineKind.NOTE, gutter, Piece(Part.PLAIN, make_visible(note))) for note in problem.notes),
        *_tell_hint(problem.hint, gutter),
    )


def _tell_place(location: Location) -> Line:
    place = f" {make_visible(location.path)}:{location.line}:{location.column}"
    return Line(LineKind.PLACE, (Piece(Part.PLAIN, " "), Piece(Part.GUTTER, "-->"), Piece(Part.PLAIN, place)))


def _tell_excerpt(location: Location, gutter: str, weight: Part) -> Iterator[Line]:
    """Show the line; a place in no line, as of a file that is missing, shows nothing."""
    if not location.file.text:
        return
    excerpt = cut_excerpt(location)
    bar = Piece(Part.GUTTER, f"{gutter} |")
    number = Piece(Part.GUTTER, f"{location.line} |")
    yield Line(LineKind.BLANK, (bar,))
    yield Line(LineKind.EXCERPT, (number, *((Piece(Part.PLAIN, f" {excerpt.line}"),) if excerpt.line else ())))
    mark = f"{excerpt.carets} {excerpt.goes_on}".rstrip()
    yield Line(LineKind.CARETS, (bar, Piece(Part.PLAIN, f" {excerpt.indent}"), Piece(weight, mark)))


def _tell_note(kind: LineKind, gutter: str, *words: Piece) -> Line:
    return Line(kind, (Piece(Part.PLAIN, f"{gutter} "), Piece(Part.GUTTER, "="), Piece(Part.PLAIN, " "), *words))


def _tell_hint(hint: str, gutter: str) -> Iterator[Line]:
    if hint:
        words = (Piece(Part.HINT, "hint"), Piece(Part.PLAIN, f": {make_visible(hint)}"))
        yield _tell_note(LineKind.HINT, gutter, *words)
