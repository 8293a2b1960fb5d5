"""Products really made: the demo and the project of `onrecord new`, each once for all tests of a run that ask."""

from collections.abc import Sequence
from pathlib import Path

from onrecord.build import check_project
from onrecord.checking import Checked
from onrecord.making import Order, make_products
from onrecord.products import NAMES, plan_products
from onrecord.scaffold import write_project

DEMO = Path(__file__).parents[1]


def make(project: Path, folder: Path, only: Sequence[str] = NAMES) -> Checked:
    """Make the products of a project in a folder; the content must have no problem."""
    checked = check_project(project)
    assert not checked.problems
    products = [each for each in plan_products(checked.dossier.title) if each.name in only]
    take_away = tuple(name for each in products for name in each.offered)
    make_products(Order(project=project, checked=checked, is_strict=True, take_away=take_away), products, folder)
    return checked


def make_town(folder: Path, only: Sequence[str] = NAMES) -> Path:
    """Make the products of a new project; give their folder."""
    write_project(folder / "town")
    make(folder / "town", folder / "build", only)
    return folder / "build"
