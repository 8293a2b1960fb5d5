"""Checks: doubts about a sound dossier, each a warning with its place.

A check is a function from the dossier to problems, in a file of its own; `CHECKS` is the list of them all.
"""

from collections.abc import Callable, Iterable

from onrecord.checks.coverage import check_coverage
from onrecord.checks.invisible import check_invisible
from onrecord.checks.names import check_shared_names
from onrecord.checks.older_words import check_older_words
from onrecord.checks.repeats import check_repeats
from onrecord.checks.roles import check_roles
from onrecord.checks.speech_tags import check_speech_tags
from onrecord.checks.surrounding_marks import check_surrounding_marks
from onrecord.checks.topics import check_topics
from onrecord.checks.unused import check_speakers_used, check_topics_used
from onrecord.model import Dossier
from onrecord.problems import Problem

Check = Callable[[Dossier], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    check_coverage,
    check_invisible,
    check_older_words,
    check_repeats,
    check_roles,
    check_shared_names,
    check_speakers_used,
    check_speech_tags,
    check_surrounding_marks,
    check_topics,
    check_topics_used,
)
"""Every check there is."""


def check(dossier: Dossier) -> tuple[Problem, ...]:
    """Run every check."""
    return tuple(problem for each in CHECKS for problem in each(dossier))
