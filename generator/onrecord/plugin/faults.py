"""Problems in MkDocs' log."""

import logging
from collections.abc import Container, Iterable

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from onrecord.problems import Problem
from onrecord.reports import report_to_terminal
from onrecord.site import Site

_log = get_plugin_logger("onrecord")

MARK = {"is_problem": True}
"""What marks a record of the log as a problem of the content, so that who has told it already can leave it out."""


def describe(problem: Problem) -> str:
    """Write one problem in one line that names its place."""
    return f"{problem.location}: {problem.kind.severity} {problem.code}: {problem.message}"


def is_news(record: logging.LogRecord) -> bool:
    """Tell whether a record of the log is none of the problems of the content."""
    return not MARK.items() <= vars(record).items()


def accept(site: Site, own: Container[Problem]) -> Site:
    """End a build where something has errors, before anything is touched, and tell the warnings.

    Those that are not of the content itself are `own`, and no check has told them yet.
    """
    if site.has_errors:
        raise PluginError(_message(site.problems))
    for problem in site.problems:
        _log.warning("%s", describe(problem), extra=None if problem in own else MARK)
    return site


def tell_draft(site: Site, told: Iterable[Problem] = ()) -> None:
    """Log the problems of a draft that were not told of the last one; they are no reason for a server to end, not even a strict one."""
    for handler in logging.getLogger("mkdocs").handlers:
        if isinstance(handler, CountHandler) and is_news not in handler.filters:
            handler.addFilter(is_news)
    known = frozenset(told)
    problems = tuple(each for each in site.problems if each not in known)
    if problems:
        log = _log.error if any(each.is_error for each in problems) else _log.warning
        log("%s", _message(problems), extra=MARK)


def _message(problems: tuple[Problem, ...]) -> str:
    return f"the content has problems\n\n{report_to_terminal(problems)}"
