"""`onrecord build`."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from onrecord.cli.common import DASK, PROBLEMS, PROJECT, TIMINGS, check_all, require_settings, stop_at, telling_time
from onrecord.making import FailedError, Order, make_products
from onrecord.making.progress import showing_progress
from onrecord.making.receipts import Receipt, find_receipt, keep_receipt, look_at
from onrecord.plugin.inputs import hash_inputs
from onrecord.products import NAMES, name_prints, plan_products
from onrecord.reports import summarise_passages
from onrecord.timings import timed


@click.command()
@click.argument("chosen", type=click.Choice(NAMES), nargs=-1, metavar="[PRODUCT]...")
@click.option("--strict", is_flag=True, help="Let warnings fail as errors do.")
@TIMINGS
@DASK
@PROJECT
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
    require_settings(project)
    folder = project / "build"
    inputs = "" if timings else hash_inputs(project, (*(chosen or NAMES), f"strict: {strict}", str(folder)))
    receipt = find_receipt(project, inputs, folder)
    if receipt is None:
        with telling_time("build", is_wanted=timings):
            with timed("check"):
                checked = check_all(project, scheduler).without_files()
            told = stop_at(checked.problems, strict=strict)
            names = chosen or NAMES
            order = Order(project=project, checked=checked, is_strict=strict, is_timed=timings, last=folder)
            receipt = _make(order, names, inputs, told)
    click.echo(receipt.error, nl=False, err=True)
    click.echo(receipt.out, nl=False)


def _make(order: Order, names: tuple[str, ...], inputs: str, told: str) -> Receipt:
    """Make the products of these names, and give what there is to say of them; `told` are the problems, which were told."""
    folder, checked = order.project / "build", order.checked
    planned = plan_products(checked.dossier.title, name_prints(checked.dossier))
    products = [each for each in planned if each.name in names]
    order = replace(order, take_away=tuple(name for each in products for name in each.offered))
    proven = summarise_passages(checked.proofs, checked.problems)
    with timed("products"), showing_progress([each.name for each in products]) as tell:
        try:
            said = make_products(order, products, folder, tell=tell, is_last=True)
        except FailedError as failure:
            click.echo(str(failure), nl=False, err=True)
            sys.exit(PROBLEMS)
    done = (
        proven,
        *(each.done.format(folder=folder) for each in products),
    )
    left = look_at(folder, (target for each in products for target in each.targets))
    receipt = Receipt(inputs, "".join(f"{line}\n" for line in done), told + said, left)
    keep_receipt(order.project, receipt)
    return replace(receipt, error=said)
