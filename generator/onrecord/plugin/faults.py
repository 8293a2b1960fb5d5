"""Problems on the way to the site: in the log, in the message that ends a build, and on a page while serving."""

from html import escape

from onrecord.problems import Problem
from onrecord.rendered import HtmlBlock, RenderedPage
from onrecord.urls import HOME

MARK = {"is_problem": True}
"""What marks a record of the log as a problem of the content, so that who has told it already can leave it out."""


def describe(problem: Problem) -> str:
    """Write one problem in one line that names its place."""
    return f"{problem.location}: {problem.kind.severity} {problem.code}: {problem.message}"


def report(problems: tuple[Problem, ...]) -> str:
    """Write all problems, each with what is there instead and what to do."""
    return "\n\n".join(_report_one(problem) for problem in problems)


def _report_one(problem: Problem) -> str:
    hint = (f"hint: {problem.hint}",) if problem.hint else ()
    return "\n".join(
        (
            f"{problem.kind.severity} {problem.code}: {problem.message}",
            f" --> {problem.location}",
            *(f"   = {note}" for note in (*problem.notes, *hint)),
        )
    )


def problem_pages(problems: tuple[Problem, ...], addresses: tuple[str, ...]) -> tuple[RenderedPage, ...]:
    """Make pages that show the problems, at home and wherever a reader may be who looks at the last good site."""
    count = sum(problem.is_error for problem in problems)
    title = f"{count} problem{'' if count == 1 else 's'} to mend"
    items = "".join(f"<li><pre>{escape(_report_one(problem))}</pre></li>" for problem in problems)
    block = HtmlBlock(f'<ol class="onrecord-problems">{items}</ol>')
    return tuple(
        RenderedPage(address=address, title=title, description=title, blocks=(block,), is_hub=address == HOME)
        for address in dict.fromkeys((HOME, *addresses))
    )
