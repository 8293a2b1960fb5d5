"""The command `onrecord`: the only place that prints, and that ends the process.

Exit status: 0 clean, 1 the author's input has problems, 2 the command was misused.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from onrecord import __version__
from onrecord.build import check_project, make_site
from onrecord.checking import Checked
from onrecord.fixing import find_missing_hashes, write_hash
from onrecord.interchange import READ, WRITTEN, WRITTEN_AS_FOLDERS
from onrecord.making import FailedError, Order, make_products
from onrecord.making.progress import showing_progress
from onrecord.making.receipts import Receipt, find_receipt, keep_receipt, look_at
from onrecord.plugin.inputs import hash_inputs
from onrecord.plugin.running import serve_site
from onrecord.problems import Problem
from onrecord.products import NAMES, name_prints, plan_products
from onrecord.reports import (
    Part,
    report_as_json,
    report_as_sarif,
    report_to_github,
    report_to_terminal,
    summarise_passages,
    summarise_problems,
)
from onrecord.scaffold import write_project
from onrecord.schema import schema_files
from onrecord.texts import showable
from onrecord.timings import recording, timed, write_timings
from onrecord.verdicts import Verdict, check_or_recall
from onrecord.verifying import UnreadableError
from onrecord.verifying import verify as verify_product
from onrecord.verifying.bundle import count
from onrecord.working import Crew, NoClusterError, cluster, open_keep, processes
from onrecord.working.progress import showing_reading
from onrecord.writing import RefusedError, read_publication, write_site

PROBLEMS = 1
MISUSE = 2

_COLOURS: dict[Part, Callable[[str], str]] = {
    Part.ERROR: lambda text: click.style(text, fg="red", bold=True),
    Part.WARNING: lambda text: click.style(text, fg="yellow", bold=True),
    Part.MESSAGE: lambda text: click.style(text, bold=True),
    Part.GUTTER: lambda text: click.style(text, fg="blue"),
    Part.HINT: lambda text: click.style(text, fg="green"),
}


_PROJECT = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder, which holds mkdocs.yml and content/ (here, unless told).",
)


_DASK = click.option(
    "--dask",
    "scheduler",
    metavar="ADDRESS",
    help="Let the Dask cluster with this scheduler read the sources, as in tcp://host:8786 (needs onrecord[dask]).",
)
_TIMINGS = click.option("--timings", is_flag=True, help="Say at the end where the time went, on standard error.")


class _Commands(click.Group):
    """The commands in the order in which a newcomer needs them; a folder that cannot be read or written is a misuse."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx  # all contexts know the same commands
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (FileExistsError, NotADirectoryError, PermissionError) as fault:
            raise click.UsageError(
                f"{fault.filename} cannot be written: {fault.strerror}. Move what is in the way, or allow writing there"
            ) from fault


def _check_address(_context: click.Context, _parameter: click.Parameter, address: str) -> str:
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        raise click.BadParameter(f"{address} is no address; write host and port, as in 127.0.0.1:8000")
    return address


@click.group(cls=_Commands, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, "-V", "--version", prog_name="onrecord")
def main() -> None:
    """Turn annotated sources into briefings in which every quoted word is proven.

    A project is a folder with mkdocs.yml and content/. Begin with `onrecord new my-dossier`, look at it with
    `onrecord serve`, and let `onrecord check` prove every quote against its source.

    Exit status: 0 all is well, 1 the content has problems, 2 the command was not understood or could not run.
    """


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a small project in a new FOLDER.

    Its files say in comments how sources, quotes and briefings are written; it checks clean and builds at once.
    """
    try:
        write_project(folder)
    except FileExistsError:
        raise click.UsageError(f"{folder} is there already; name a new folder or an empty one") from None
    click.echo(f"{folder} holds a small project that checks clean. Go on with\n")
    click.echo(f"    cd {folder}\n    onrecord check\n    onrecord serve")


@main.command()
@click.option(
    "--format",
    "report",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="How to print: for people, as one JSON object, as GitHub annotations, or as SARIF 2.1.0.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail as errors do.")
@click.option("--fix", is_flag=True, help="Write the hashes that records lack; nothing else is touched.")
@_DASK
@_TIMINGS
@_PROJECT
def check(  # noqa: PLR0913  one for each option
    report: str, *, strict: bool, fix: bool, scheduler: str | None, timings: bool, project: Path
) -> None:
    """Prove every quote against its source.

    All problems are reported in one run, each with its place and what to do about it. Errors stop a build; warnings
    do not, unless --strict makes them.
    """
    _require_content(project)
    with _telling_time("check", is_wanted=timings):
        if fix:
            _fix(project, _check(project, scheduler))
        with _working(project, scheduler) as crew:
            verdict = check_or_recall(project, crew)
        with timed("reporting"):
            said = _report(verdict, report)
    click.echo(said, nl=False)
    sys.exit(PROBLEMS if verdict.has_errors or (strict and verdict.problems) else 0)


@main.command()
@click.argument("chosen", type=click.Choice(NAMES), nargs=-1, metavar="[PRODUCT]...")
@click.option("--strict", is_flag=True, help="Let warnings fail as errors do.")
@_TIMINGS
@_DASK
@_PROJECT
def build(chosen: tuple[str, ...], *, strict: bool, timings: bool, scheduler: str | None, project: Path) -> None:
    """Check, and make the website and all else in build/.

    All are made, or each PRODUCT that is named:

    \b
    site       the website
    offline    the same to read from files without a network, and a zip of it
    pdf        the print, whole and each briefing by itself
    briefings  each briefing as one file, to mail
    epub       everything as a book

    Where the content has errors, or one of them cannot be made, all that is there stays as it was. Where nothing has
    changed since they were made, nothing is made again, unless it is to be timed.
    """  # noqa: D301  \b tells click to keep lines
    _require_settings(project)
    folder = project / "build"
    inputs = "" if timings else hash_inputs(project, (*(chosen or NAMES), f"strict: {strict}", str(folder)))
    receipt = find_receipt(project, inputs, folder)
    if receipt is None:
        with _telling_time("build", is_wanted=timings):
            with timed("check"):
                checked = _check(project, scheduler)
            _stop_at(checked.problems, strict=strict)
            names = chosen or NAMES
            receipt = _make(Order(project=project, checked=checked, is_strict=strict, is_timed=timings), names, inputs)
    click.echo(receipt.error, nl=False, err=True)
    click.echo(receipt.out, nl=False)


def _make(order: Order, names: tuple[str, ...], inputs: str) -> Receipt:
    """Make the products of these names, and give what there is to say of them."""
    folder, checked = order.project / "build", order.checked
    planned = plan_products(checked.dossier.title, name_prints(checked.dossier))
    products = [each for each in planned if each.name in names]
    order = replace(order, take_away=tuple(name for each in products for name in each.offered))
    with timed("products"), showing_progress([each.name for each in products]) as tell:
        try:
            said = make_products(order, products, folder, tell=tell)
        except FailedError as failure:
            click.echo(str(failure), nl=False, err=True)
            sys.exit(PROBLEMS)
    done = (
        summarise_passages(checked.proofs, checked.problems),
        *(each.done.format(folder=folder) for each in products),
    )
    left = look_at(folder, (target for each in products for target in each.targets))
    receipt = Receipt(inputs, "".join(f"{line}\n" for line in done), _text(checked.problems) + said, left)
    keep_receipt(order.project, receipt)
    return replace(receipt, error=said)  # the problems are told


@main.command()
@click.argument("bundle", type=click.Path(exists=True, path_type=Path), metavar="ZIP|FOLDER|PDF")
def verify(bundle: Path) -> None:
    """Prove a bundle or a PDF, without the project.

    Every file is held to its hash, every source to its hash, every quote to its source, and every page to the quotes.
    """
    try:
        verdict = verify_product(bundle)
    except UnreadableError as refusal:
        click.echo(f"{bundle}: {showable(str(refusal))}", err=True)
        sys.exit(PROBLEMS)
    for difference in verdict.differences:
        click.echo(f"differs: {difference}", err=True)
    if not verdict.is_proven:
        click.echo(f"{bundle} is not what it states: {count(len(verdict.differences), 'difference')}", err=True)
        sys.exit(PROBLEMS)
    click.echo("\n".join((*verdict.proven, f"{bundle} is what it states")))


@main.command()
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    metavar="HOST:PORT",
    callback=_check_address,
    help="Where the pages are served.",
)
@_PROJECT
def serve(address: str, project: Path) -> None:
    """Show the website while you write.

    It is built anew at each change of content/, docs/ and mkdocs.yml, until you press Ctrl-C.
    """
    _require_settings(project)
    serve_site(project, address)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@_PROJECT
def write(folder: Path, project: Path) -> None:
    """Write the same pages as plain Markdown.

    FOLDER gets a mkdocs.yml too, so that other engines can build it. It must be new, empty, or written by this
    command, which then replaces it as a whole.
    """
    _require_settings(project)
    try:
        problems = write_site(make_site(project, publication=read_publication(project)), project, folder)
    except RefusedError as refusal:
        raise click.UsageError(str(refusal)) from None
    _stop_at(problems, strict=False)
    click.echo(
        f"The pages are in {folder}; build them there with `mkdocs build`, `properdocs build` or `zensical build`"
    )


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def schema(folder: Path) -> None:
    """Write the JSON Schemas of the YAML files.

    With the schemas in FOLDER, an editor such as VS Code completes and checks fields while you type. `onrecord new`
    has put them into content/.schemas/ already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        click.echo(folder / name)


@main.command(name="import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="FILE...")
@click.option(
    "--format",
    "wanted",
    type=click.Choice(READ),
    default=None,
    help="The format, where the file does not show it by itself.",
)
@click.option("--dry-run", "is_rehearsal", is_flag=True, help="Say what would come of it, and write nothing.")
@_PROJECT
def import_(files: tuple[Path, ...], *, wanted: str | None, is_rehearsal: bool, project: Path) -> None:
    """Take over the annotations of other programs.

    Each FILE comes from NVivo, MAXQDA, ATLAS.ti, QualCoder, Taguette, Hypothes.is, brat, Zotero or another program, or
    is a table. Every passage is proven like any other. What is not word for word in its source is only listed, in
    content/imported/, and no file that is there is written over.
    """
    from onrecord.interchange.commands import import_file  # noqa: PLC0415  what it loads takes a third of a second, which no other command shall wait for

    _require_content(project)
    problems: list[Problem] = []
    for path in files:
        imported = import_file(path, project, wanted or "", datetime.now(tz=UTC).date(), is_rehearsal=is_rehearsal)
        problems += imported.problems
        verb = "would write" if is_rehearsal else "wrote"
        click.echo(imported.told + "".join(f"{verb} {each}\n" for each in imported.written), nl=False)
    _stop_at(tuple(problems), strict=False)


@main.command()
@click.argument("format_", type=click.Choice((*WRITTEN, *WRITTEN_AS_FOLDERS)), metavar="FORMAT")
@click.argument("out", type=click.Path(path_type=Path))
@_PROJECT
def export(format_: str, out: Path, project: Path) -> None:
    """Write everything for other programs.

    \b
    jsonld    W3C Web Annotations, with the texts
    qdpx      a REFI-QDA project, for NVivo, MAXQDA, ATLAS.ti, QualCoder and others
    qdc       a REFI-QDA codebook
    csv       a table with a row for each stretch of a quote
    xlsx      the same as an Excel workbook
    obsidian  a folder of linked notes
    docx      a folder with a Word document for each briefing

    OUT is a new file, or a new folder for the last two. What is exported as jsonld or qdpx and imported again is the
    same dossier.
    """  # noqa: D301  \b tells click to keep lines
    from onrecord.interchange.commands import NotOursError, export_project  # noqa: PLC0415  as above

    _require_content(project)
    checked = _check(project)
    _stop_at(checked.problems, strict=False)
    try:
        said = export_project(checked, format_, out)
    except NotOursError as refusal:
        raise click.UsageError(str(refusal)) from None
    click.echo(said, nl=False)


def _check(project: Path, scheduler: str | None = None) -> Checked:
    with _working(project, scheduler) as crew:
        return check_project(project, crew=crew)


@contextmanager
def _working(project: Path, scheduler: str | None) -> Iterator[Crew]:
    """Give all that there is to be quick: what was read before, and the processes of this machine or of the cluster."""
    try:
        with showing_reading() as tell:
            yield Crew(
                open_executor=processes if scheduler is None else lambda _: cluster(scheduler),
                keep=open_keep(project),
                tell=tell,
                warn=lambda said: click.echo(f"note: {said}", err=True),
            )
    except NoClusterError as refusal:
        raise click.UsageError(str(refusal)) from None


@contextmanager
def _telling_time(name: str, *, is_wanted: bool) -> Iterator[None]:
    if not is_wanted:
        yield
        return
    with recording(name) as stages:
        yield
    click.echo(write_timings(stages), nl=False, err=True)


def _require_content(project: Path) -> None:
    if not (project / "content").is_dir():
        raise _no_project(project, "it has no folder content/")


def _require_settings(project: Path) -> None:
    _require_content(project)
    if not (project / "mkdocs.yml").is_file():
        raise _no_project(project, "it has no mkdocs.yml, which says how its pages become a site")


def _no_project(project: Path, why: str) -> click.UsageError:
    return click.UsageError(
        f"{project.resolve().name} is no project: {why}. Go to the project's folder, "
        "name it with --project, or make one with `onrecord new FOLDER`"
    )


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
    return _text(checked.problems) + summarise_passages(checked.proofs, checked.problems) + "\n"


def _text(problems: tuple[Problem, ...]) -> str:
    if not problems:
        return ""
    return f"{report_to_terminal(problems, _colour)}\n{summarise_problems(problems)}\n"


def _colour(part: Part, text: str) -> str:
    return _COLOURS[part](text)


def _stop_at(problems: tuple[Problem, ...], *, strict: bool) -> None:
    """Print problems, and end where they forbid to publish."""
    click.echo(_text(problems), nl=False, err=True)
    if any(problem.is_error for problem in problems) or (strict and problems):
        sys.exit(PROBLEMS)
