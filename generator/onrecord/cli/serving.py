"""`onrecord serve` and `onrecord write`: the website for its writer, and as Markdown."""

from pathlib import Path

import click

from onrecord.build import make_site
from onrecord.cli.common import PROJECT, require_settings, stop_at
from onrecord.plugin.running import serve_site
from onrecord.progress import Told, listen
from onrecord.working.progress import showing_reading
from onrecord.writing import RefusedError, read_publication, write_site


def _check_address(_context: click.Context, _parameter: click.Parameter, address: str) -> str:
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        raise click.BadParameter(f"{address} is no address; write host and port, as in 127.0.0.1:8000")
    return address


@click.command()
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    metavar="HOST:PORT",
    callback=_check_address,
    help="Where the pages are served.",
)
@PROJECT
def serve(address: str, project: Path) -> None:
    """Show the website while you write.

    It is built anew at each change of content/, docs/ and mkdocs.yml, until you press Ctrl-C.
    """
    require_settings(project)
    serve_site(project, address)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@PROJECT
def write(folder: Path, project: Path) -> None:
    """Write the same pages as plain Markdown.

    FOLDER gets a mkdocs.yml too, so that other engines can build it. It must be new, empty, or written by this
    command, which then replaces it as a whole.
    """
    require_settings(project)
    try:
        with showing_reading(what="Making pages") as tell:
            listen(Told(tell))
            problems = write_site(make_site(project, publication=read_publication(project)), project, folder)
    except RefusedError as refusal:
        raise click.UsageError(str(refusal)) from None
    finally:
        listen(None)
    stop_at(problems, strict=False)
    click.echo(
        f"The pages are in {folder}; build them there with `mkdocs build`, `properdocs build` or `zensical build`"
    )
