"""Problems for people: the author's own words underlined, then what there is instead, then what to do."""

from collections.abc import Callable

from onrecord.problems import Problem, sort_problems
from onrecord.reports.telling import Part, tell_problem

Style = Callable[[Part, str], str]
"""Puts the mark-up of a part, such as its colour, around its text."""


def leave_plain(_: Part, text: str) -> str:
    """Colour nothing."""
    return text


def report_to_terminal(problems: tuple[Problem, ...], style: Style = leave_plain) -> str:
    """Write every problem, in the order of files and places, with a blank line between; empty where there is none."""
    return "\n".join(_write_problem(problem, style) for problem in sort_problems(problems))


def _write_problem(problem: Problem, style: Style) -> str:
    return "".join(
        "".join(piece.text if piece.part is Part.PLAIN else style(piece.part, piece.text) for piece in line.pieces)
        + "\n"
        for line in tell_problem(problem)
    )
