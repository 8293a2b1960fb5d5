"""A problem as a page tells it: the lines of the report, finished HTML that may also stand inside a paragraph."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from markupsafe import Markup

from onrecord.drafting.numbered import Numbered
from onrecord.pages.wording import IN_ENGLISH
from onrecord.problems import Problem
from onrecord.render.environment import fill
from onrecord.reports import Line, LineKind, Part, Piece, make_visible, tell_problem

_CODE = frozenset({LineKind.EXCERPT, LineKind.CARETS})
"""Lines that are laid under each other, letter by letter."""
_KEPT = 1 << 13
"""How many boxes are kept for the next draft, which tells nearly all of them again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemView:
    """What is shown of a problem."""

    id: str
    severity: str
    name: str
    """Of the box, for those who do not see it."""
    head: tuple[Piece, ...]
    place: str
    code: tuple[tuple[Piece, ...], ...]
    """The author's line, and the carets below it."""
    notes: tuple[tuple[Piece, ...], ...]
    """What there is instead and what to do."""


def view_of(numbered: Numbered) -> ProblemView:
    """Take the report on a problem apart."""
    lines = tell_problem(numbered.problem)
    return ProblemView(
        id=numbered.id,
        severity=numbered.problem.kind.severity.value,
        name=f"{numbered.problem.kind.severity} {numbered.problem.code}",
        head=lines[0].pieces,
        place=make_visible(str(numbered.problem.location)),
        code=tuple(line.pieces for line in lines if line.kind in _CODE),
        notes=tuple(_without_gutter(line) for line in lines if line.kind in {LineKind.NOTE, LineKind.HINT}),
    )


@lru_cache(maxsize=_KEPT)
def box(numbered: Numbered) -> Markup:
    """Tell a problem in one line of inline HTML."""
    return Markup(" ".join(fill(IN_ENGLISH, "problem", problem=view_of(numbered)).split("\n")))  # noqa: S704  escaped


@lru_cache(maxsize=_KEPT)
def line_of(problem: Problem) -> str:
    """Name a problem in a list of links."""
    place = f"{PurePosixPath(problem.location.path).name}, line {problem.location.line}"
    return make_visible(f"{problem.kind.severity} {problem.code}, {place}: {problem.message}")


def _without_gutter(line: Line) -> tuple[Piece, ...]:
    behind = [piece.part for piece in line.pieces].index(Part.GUTTER) + 2
    return line.pieces[behind:]
