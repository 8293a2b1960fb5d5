"""`onrecord suggest`, `accept` and `reject`: proposals, which a person decides on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from onrecord.cli.common import DASK, PROBLEMS, PROJECT, TIMINGS, require_content, telling_time, working
from onrecord.suggesting.accepting import NoSuchError, UnsafeError
from onrecord.suggesting.command import accept_for, evaluate_for, reject_for, suggest_for
from onrecord.suggesting.project import UnreadableError as MissingError
from onrecord.texts import showable


@click.command()
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option("--evaluate", is_flag=True, help="Write nothing, and score proposals against what was accepted.")
@TIMINGS
@DASK
@PROJECT
def suggest(keys: tuple[str, ...], *, evaluate: bool, timings: bool, scheduler: str | None, project: Path) -> None:
    """Propose quotes, speakers, topics and figures.

    Every source, or each KEY, is read, and what is found is written beside it into KEY.suggested.yml with its reason.
    Nothing of it is published before `onrecord accept` has moved it into the record.
    """
    require_content(project)
    with telling_time("suggest", is_wanted=timings), _refusing(), working(project, scheduler) as crew:
        said, is_whole = (evaluate_for(project, keys, crew), True) if evaluate else suggest_for(project, keys, crew)
    click.echo(said, nl=False)
    sys.exit(0 if is_whole else PROBLEMS)


@click.command()
@click.argument("key")
@click.argument("wanted", nargs=-1, metavar="[q01]...")
@click.option("--sure", is_flag=True, help="Accept all that are sure.")
@PROJECT
def accept(key: str, wanted: tuple[str, ...], *, sure: bool, project: Path) -> None:
    """Move proposals for the source KEY into its record.

    Each is named by its key in KEY.suggested.yml, such as q01; `noise`, `left_out` and `participants` name these lists.
    All comments and lines of the record stay.
    """
    require_content(project)
    _require_wanted(wanted or sure, "accept")
    with _refusing():
        said = accept_for(project, key, wanted, only_sure=sure)
    click.echo(said, nl=False)


@click.command()
@click.argument("key")
@click.argument("wanted", nargs=-1, metavar="q01...")
@PROJECT
def reject(key: str, wanted: tuple[str, ...], project: Path) -> None:
    """Reject proposals for the source KEY.

    They are remembered in KEY.suggested.yml, and not proposed again.
    """
    require_content(project)
    _require_wanted(wanted, "reject")
    with _refusing():
        said = reject_for(project, key, wanted)
    click.echo(said, nl=False)


@contextmanager
def _refusing() -> Iterator[None]:
    """Let what cannot be proposed or accepted be a misuse."""
    try:
        yield
    except (MissingError, NoSuchError, UnsafeError) as refusal:
        raise click.UsageError(showable(str(refusal))) from None


def _require_wanted(wanted: object, verb: str) -> None:
    if not wanted:
        hint = ", or --sure for all that are sure" if verb == "accept" else ""
        raise click.UsageError(f"name what to {verb}, such as q01{hint}")
