"""`onrecord import` and `onrecord export`: files of other programs."""

from datetime import UTC, datetime
from pathlib import Path

import click

from onrecord.cli.common import PROJECT, check_all, require_content, stop_at
from onrecord.interchange import READ, WRITTEN, WRITTEN_AS_FOLDERS
from onrecord.interchange.commands import NotOursError, export_project, import_file
from onrecord.problems import Problem


@click.command(name="import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="FILE...")
@click.option(
    "--format",
    "wanted",
    type=click.Choice(READ),
    default=None,
    help="The format, where the file does not show it by itself.",
)
@click.option("--dry-run", "is_rehearsal", is_flag=True, help="Say what would come of it, and write nothing.")
@PROJECT
def import_(files: tuple[Path, ...], *, wanted: str | None, is_rehearsal: bool, project: Path) -> None:
    """Take over the annotations of other programs.

    Each FILE comes from NVivo, MAXQDA, ATLAS.ti, QualCoder, Taguette, Hypothes.is, brat, Zotero or another program, or
    is a table. Every passage is proven like any other. What is not word for word in its source is only listed, in
    content/imported/, and no file that is there is written over.
    """
    require_content(project)
    problems: list[Problem] = []
    for path in files:
        imported = import_file(path, project, wanted or "", datetime.now(tz=UTC).date(), is_rehearsal=is_rehearsal)
        problems += imported.problems
        verb = "would write" if is_rehearsal else "wrote"
        click.echo(imported.told + "".join(f"{verb} {each}\n" for each in imported.written), nl=False)
    stop_at(tuple(problems), strict=False)


@click.command()
@click.argument("format_", type=click.Choice((*WRITTEN, *WRITTEN_AS_FOLDERS)), metavar="FORMAT")
@click.argument("out", type=click.Path(path_type=Path))
@PROJECT
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
    require_content(project)
    checked = check_all(project)
    stop_at(checked.problems, strict=False)
    try:
        said = export_project(checked, format_, out)
    except NotOursError as refusal:
        raise click.UsageError(str(refusal)) from None
    click.echo(said, nl=False)
