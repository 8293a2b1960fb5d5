"""Problems for people: the author's own words underlined, then what there is instead, then what to do.

The first line of each problem can be read alone in a log; the second is a place that editors open.
"""

from collections.abc import Callable
from enum import StrEnum

from onrecord.locations import Location
from onrecord.problems import Problem, sort_problems
from onrecord.reports.excerpt import cut_excerpt
from onrecord.reports.visible import make_visible


class Part(StrEnum):
    """What a piece of the report is, so that it can be coloured."""

    ERROR = "error"
    WARNING = "warning"
    MESSAGE = "message"
    GUTTER = "gutter"
    HINT = "hint"


Style = Callable[[Part, str], str]
"""Puts the mark-up of a part, such as its colour, around its text."""


def leave_plain(_: Part, text: str) -> str:
    """Colour nothing."""
    return text


def report_to_terminal(problems: tuple[Problem, ...], style: Style = leave_plain) -> str:
    """Write every problem, in the order of files and places, with a blank line between; empty where there is none."""
    return "\n".join(_write_problem(problem, style) for problem in sort_problems(problems))


def _write_problem(problem: Problem, style: Style) -> str:
    gutter = " " * len(str(problem.location.line))
    weight = Part.ERROR if problem.is_error else Part.WARNING
    lines = (
        f"{style(weight, f'{problem.kind.severity} {problem.code}')}{style(Part.MESSAGE, f': {make_visible(problem.message)}')}",
        f" {style(Part.GUTTER, '-->')} {make_visible(problem.location.path)}:{problem.location.line}:{problem.location.column}",
        *_write_excerpt(problem.location, gutter, weight, style),
        *(f"{gutter} {style(Part.GUTTER, '=')} {make_visible(note)}" for note in problem.notes),
        *_write_hint(problem.hint, gutter, style),
    )
    return "".join(f"{line}\n" for line in lines)


def _write_excerpt(location: Location, gutter: str, weight: Part, style: Style) -> tuple[str, ...]:
    """Show the line; a place in no line, as of a file that is missing, shows nothing."""
    if not location.file.text:
        return ()
    excerpt = cut_excerpt(location)
    bar = style(Part.GUTTER, f"{gutter} |")
    line = f"{style(Part.GUTTER, f'{location.line} |')} {excerpt.line}".rstrip()
    mark = f"{excerpt.carets} {excerpt.goes_on}".rstrip()
    return (bar, line, f"{bar} {excerpt.indent}{style(weight, mark)}")


def _write_hint(hint: str, gutter: str, style: Style) -> tuple[str, ...]:
    return (f"{gutter} {style(Part.GUTTER, '=')} {style(Part.HINT, 'hint')}: {make_visible(hint)}",) if hint else ()
