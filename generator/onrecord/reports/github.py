"""Problems as workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from onrecord.locations import Location
from onrecord.problems import Problem, sort_problems
from onrecord.reports.visible import make_visible


def report_to_github(problems: tuple[Problem, ...]) -> str:
    """Write one command a problem, one a line (GitHub Docs, "Workflow commands", error and warning messages)."""
    return "".join(f"{_command(problem)}\n" for problem in sort_problems(problems))


def _command(problem: Problem) -> str:
    place = _place(problem.location)
    properties = ",".join(f"{name}={_escape_property(value)}" for name, value in (*place, ("title", problem.code)))
    hint = (f"hint: {problem.hint}",) if problem.hint else ()
    message = "\n".join(make_visible(line) for line in (problem.message, *problem.notes, *hint))
    return f"::{problem.kind.severity} {properties}::{_escape(message)}"


def _place(location: Location) -> tuple[tuple[str, str], ...]:
    """Give file, lines and columns; GitHub takes no columns of a stretch over several lines."""
    start = (("file", location.path), ("line", str(location.line)))
    if location.end_line > location.line:
        return (*start, ("endLine", str(location.end_line)))
    return (*start, ("col", str(location.column)), ("endColumn", str(location.end_column)))


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
