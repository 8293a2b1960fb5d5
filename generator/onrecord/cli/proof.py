"""`onrecord verify`."""

import sys
from pathlib import Path

import click

from onrecord.cli.common import PROBLEMS
from onrecord.texts import showable
from onrecord.verifying import UnreadableError
from onrecord.verifying import verify as verify_product
from onrecord.verifying.bundle import count


@click.command()
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
