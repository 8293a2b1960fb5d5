"""Where a briefing's front matter ends and its prose begins.

The YAML itself is read elsewhere; here it is only found: from a first line `---` to the next line `---` or `...`.
"""

import re
from dataclasses import dataclass

from onrecord import problems
from onrecord.locations import Location, Span, TextFile
from onrecord.problems import Problem

_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A briefing's file in two."""

    front_matter: Span
    """The YAML, without the lines around it."""
    prose_start: int


def find_front_matter(file: TextFile) -> tuple[Division | None, tuple[Problem, ...]]:
    """Divide a briefing's file; None, with a problem (B101), where it has no front matter or no end of it."""
    opening = _OPENING.match(file.text)
    if opening is None:
        return None, (_missing(file),)
    closing = _CLOSING.search(file.text, opening.end())
    if closing is None:
        return None, (_unclosed(file),)
    return Division(front_matter=Span(opening.end(), closing.start()), prose_start=closing.end()), ()


def _missing(file: TextFile) -> Problem:
    end = file.text.find("\n")
    return Problem(
        kind=problems.FRONT_MATTER,
        location=Location(file, 0, end if end >= 0 else len(file.text)),
        message="briefing does not begin with front matter",
        hint="begin the file with a line `---`, then `topic:` and the topic's key, then another line `---`",
    )


def _unclosed(file: TextFile) -> Problem:
    return Problem(
        kind=problems.FRONT_MATTER,
        location=Location(file, 0, 3),
        message="front matter is not closed",
        hint="put a line `---` between the front matter and the prose",
    )
