"""What several commands have in common: options, what they say of problems, and who does the work."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from onrecord.checking import Checked, check_project
from onrecord.circles import set_apart
from onrecord.problems import Problem
from onrecord.reports import Part, report_to_terminal, summarise_problems
from onrecord.timings import recording, write_timings
from onrecord.working import Crew, NoClusterError, cluster, open_packs, processes
from onrecord.working.progress import showing_reading

PROBLEMS = 1


_COLOURS: dict[Part, Callable[[str], str]] = {
    Part.ERROR: lambda text: click.style(text, fg="red", bold=True),
    Part.WARNING: lambda text: click.style(text, fg="yellow", bold=True),
    Part.MESSAGE: lambda text: click.style(text, bold=True),
    Part.GUTTER: lambda text: click.style(text, fg="blue"),
    Part.HINT: lambda text: click.style(text, fg="green"),
}


PROJECT = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder, which holds mkdocs.yml and content/ (here, unless told).",
)


DASK = click.option(
    "--dask",
    "scheduler",
    metavar="ADDRESS",
    help="Let the Dask cluster with this scheduler read the sources, as in tcp://host:8786 (needs onrecord[dask]).",
)


TIMINGS = click.option("--timings", is_flag=True, help="Say at the end where the time went, on standard error.")


def check_all(project: Path, scheduler: str | None = None) -> Checked:
    """Check the content of a project, by all that there is to be quick."""
    with working(project, scheduler) as crew:
        checked = check_project(project, crew=crew)
    set_apart()
    return checked


@contextmanager
def working(project: Path, scheduler: str | None) -> Iterator[Crew]:
    """Give all that there is to be quick: what was read before, and the processes of this machine or of the cluster."""
    try:
        with showing_reading() as tell:
            yield Crew(
                open_executor=processes if scheduler is None else lambda _: cluster(scheduler),
                keep=open_packs(project),
                tell=tell,
                warn=lambda said: click.echo(f"note: {said}", err=True),
            )
    except NoClusterError as refusal:
        raise click.UsageError(str(refusal)) from None


@contextmanager
def telling_time(name: str, *, is_wanted: bool) -> Iterator[None]:
    """Say at the end where the time went, where that is wanted."""
    if not is_wanted:
        yield
        return
    with recording(name) as stages:
        yield
    click.echo(write_timings(stages), nl=False, err=True)


def require_content(project: Path) -> None:
    """Refuse a folder that is no project."""
    if not (project / "content").is_dir():
        raise _no_project(project, "it has no folder content/")


def require_settings(project: Path) -> None:
    """Refuse a folder that nothing can be built of."""
    require_content(project)
    if not (project / "mkdocs.yml").is_file():
        raise _no_project(project, "it has no mkdocs.yml, which says how its pages become a site")


def _no_project(project: Path, why: str) -> click.UsageError:
    return click.UsageError(
        f"{project.resolve().name} is no project: {why}. Go to the project's folder, "
        "name it with --project, or make one with `onrecord new FOLDER`"
    )


def write_problems(problems: tuple[Problem, ...]) -> str:
    """Write problems for a terminal, and count them; empty where there is none."""
    if not problems:
        return ""
    return f"{report_to_terminal(problems, _colour)}\n{summarise_problems(problems)}\n"


def _colour(part: Part, text: str) -> str:
    return _COLOURS[part](text)


def stop_at(problems: tuple[Problem, ...], *, strict: bool) -> str:
    """Print problems, and end where they forbid to publish; gives what was printed."""
    told = write_problems(problems)
    click.echo(told, nl=False, err=True)
    if any(problem.is_error for problem in problems) or (strict and problems):
        sys.exit(PROBLEMS)
    return told
