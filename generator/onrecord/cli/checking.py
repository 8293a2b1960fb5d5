"""`onrecord check`."""

import sys
from pathlib import Path

import click

from onrecord.checking import Checked
from onrecord.cli.common import (
    DASK,
    PROBLEMS,
    PROJECT,
    TIMINGS,
    check_all,
    require_content,
    telling_time,
    working,
    write_problems,
)
from onrecord.fixing import find_missing_hashes, write_hash
from onrecord.reports import report_as_json, report_as_sarif, report_to_github, summarise_passages
from onrecord.timings import timed
from onrecord.verdicts import Verdict, check_or_recall


@click.command()
@click.option(
    "--format",
    "report",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="How to print: for people, as one JSON object, as GitHub annotations, or as SARIF 2.1.0.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail as errors do.")
@click.option("--fix", is_flag=True, help="Write the hashes that records lack; nothing else is touched.")
@DASK
@TIMINGS
@PROJECT
def check(  # noqa: PLR0913  one for each option
    report: str, *, strict: bool, fix: bool, scheduler: str | None, timings: bool, project: Path
) -> None:
    """Prove every quote against its source.

    All problems are reported in one run, each with its place and what to do about it. Errors stop a build; warnings
    do not, unless --strict makes them.
    """
    require_content(project)
    with telling_time("check", is_wanted=timings):
        if fix:
            _fix(project, check_all(project, scheduler))
        with working(project, scheduler) as crew:
            verdict = check_or_recall(project, crew)
        with timed("reporting"):
            said = _report(verdict, report)
    click.echo(said, nl=False)
    sys.exit(PROBLEMS if verdict.has_errors or (strict and verdict.problems) else 0)


def _fix(project: Path, checked: Checked) -> None:
    for record in find_missing_hashes(checked.content):
        is_written = write_hash(project / "content", record)
        said = (
            f"wrote the hash of the stored words into {record.file.path}"
            if is_written
            else f"found no safe place for it in {record.file.path}; write it there yourself: sha256: {record.sha256}"
        )
        click.echo(said, err=True)


def _report(checked: Verdict, report: str) -> str:
    if report == "json":
        return report_as_json(checked.problems, checked.proofs)
    if report == "github":
        return report_to_github(checked.problems)
    if report == "sarif":
        return report_as_sarif(checked.problems)
    return write_problems(checked.problems) + summarise_passages(checked.proofs, checked.problems) + "\n"
