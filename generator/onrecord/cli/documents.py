"""`onrecord add` and `onrecord refresh`: documents as sources."""

import sys
from pathlib import Path

import click

from onrecord.adding.options import check_encoding, check_form, today
from onrecord.checking import shown_path
from onrecord.cli.common import PROBLEMS, PROJECT, require_content, stop_at, write_problems
from onrecord.forms import DATE, LANGUAGE, URL
from onrecord.problems import Problem


@click.command()
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True, metavar="FILE...")
@click.option("--key", default="", help="The key of the source (made of the file's name, unless told).")
@click.option("--title", help="The headline, as published.")
@click.option("--date", metavar="DATE", callback=check_form(DATE), help="The date of the document, as in 2024-03-05.")
@click.option("--publisher", help="Who published it.")
@click.option("--kind", help="What sort of document it is, such as `official release`.")
@click.option("--url", metavar="URL", callback=check_form(URL), help="The web address that it was published at.")
@click.option("--language", metavar="TAG", callback=check_form(LANGUAGE), help="Its language, such as en.")
@click.option(
    "--encoding", default="", callback=check_encoding, help="How its bytes are to be read, as in windows-1251."
)
@click.option("--retrieved", metavar="DATE", callback=check_form(DATE), help="When it was stored (today, unless told).")
@PROJECT
def add(
    files: tuple[Path, ...], *, key: str, encoding: str, retrieved: str | None, project: Path, **given: str | None
) -> None:
    """Make sources of documents.

    Each FILE becomes a source: its words as plain text, the document itself beside them, and a record. What the document
    says of itself (title, date, publisher, address, language) is proposed and waits for you to confirm it.
    """
    from onrecord.adding.command import Wishes, add_document, tell_added  # noqa: PLC0415  loads what reads all formats

    require_content(project)
    if len(files) > 1 and (key or given["title"] or given["url"]):
        raise click.UsageError("--key, --title and --url are of one document; name one FILE with them")
    wishes = Wishes(
        key=key,
        encoding=encoding,
        given={field: value for field, value in given.items() if value},
        retrieved=retrieved or today(),
    )
    problems: list[Problem] = []
    for file in files:
        added = add_document(project / "content", file, wishes)
        if added.source is not None:
            click.echo(tell_added(added.source, project / "content" / "sources"))
        problems += [added.problem] if added.problem is not None else []
    click.echo(write_problems(tuple(problems)), nl=False, err=True)
    sys.exit(PROBLEMS if problems else 0)


@click.command()
@click.argument("key")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format", "report", type=click.Choice(["text", "json"]), default="text", help="How to print the report."
)
@click.option(
    "--encoding", default="", callback=check_encoding, help="How its bytes are to be read, as in windows-1251."
)
@click.option("--dry-run", "is_dry", is_flag=True, help="Only report; change nothing.")
@click.option("--retrieved", metavar="DATE", callback=check_form(DATE), help="When it was stored (today, unless told).")
@PROJECT
def refresh(  # noqa: PLR0913  one for each option
    key: str, file: Path, *, report: str, encoding: str, is_dry: bool, retrieved: str | None, project: Path
) -> None:
    """Give a source newer words.

    The words of FILE take the place of those of the source KEY. Passages whose words stand there once go along; those
    that changed, were lost or became ambiguous stay with the older words, which are kept as a version. Nothing is deleted.
    """
    from onrecord.refreshing.command import Newer, refresh_source  # noqa: PLC0415  loads what reads all formats

    require_content(project)
    newer = Newer(file=file, encoding=encoding, day=retrieved or today(), is_dry=is_dry)
    done = refresh_source(project / "content", shown_path(project / "content"), key, newer)
    click.echo(done.json if report == "json" else done.text, nl=False)
    stop_at(done.problems, strict=True)
