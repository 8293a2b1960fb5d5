"""`onrecord new` and `onrecord schema`: what a project begins with."""

from pathlib import Path

import click

from onrecord.scaffold import write_project
from onrecord.schema import schema_files


@click.command()
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


@click.command()
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
