"""Problems in MkDocs' log."""

import logging

from onrecord.problems import Problem

MARK = {"is_problem": True}
"""What marks a record of the log as a problem of the content, so that who has told it already can leave it out."""


def describe(problem: Problem) -> str:
    """Write one problem in one line that names its place."""
    return f"{problem.location}: {problem.kind.severity} {problem.code}: {problem.message}"


def is_news(record: logging.LogRecord) -> bool:
    """Tell whether a record of the log is none of the problems of the content."""
    return not MARK.items() <= vars(record).items()
