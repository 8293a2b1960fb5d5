"""`docs/printing.md`: it lists every node of the tree, and the template knows each of them."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

import onrecord.printing
from onrecord.build import check_project
from onrecord.dossier_file import PrintEntry
from onrecord.fields import fields_of
from onrecord.printing import PrintOptions
from onrecord.printing.tree import print_tree
from onrecord.urls import NOWHERE
from tests.printing.harder import write_harder

PAGE = (Path(__file__).parents[2] / "docs" / "printing.md").read_text(encoding="utf-8")
TEMPLATE = (Path(onrecord.printing.__file__).parent / "templates" / "onrecord.typ").read_text(encoding="utf-8")
ROW = re.compile(r"^\| ((?:`[a-z_]+`(?:, )?)+) \| (.+) \|$", re.MULTILINE)


def nodes(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        if "k" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from nodes(each)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> object:
    project = write_harder(tmp_path_factory.mktemp("harder"), sources=9, topics=3)
    made = print_tree(check_project(project).dossier, NOWHERE, PrintOptions())
    return json.loads(json.dumps(made))


def test_the_page_and_the_template_know_every_node_of_the_tree(tree: object) -> None:
    listed = {name for match in ROW.finditer(PAGE) for name in re.findall(r"`(\w+)`", match[1])}
    listed |= set(re.findall(r"`(\w+)`", PAGE.rpartition("The marks of a picture are ")[2].partition(", with")[0]))
    kinds = {str(each["k"]) for each in nodes(tree)}
    assert kinds <= listed
    assert {"card", "place", "note", "segment", "table", "picture", "comparison", "evidence", "terms"} <= kinds
    for kind in kinds - {"text"}:
        assert f'.k == "{kind}"' in TEMPLATE


def test_the_page_lists_what_the_tree_holds(tree: object) -> None:
    assert isinstance(tree, dict)
    for key in tree:
        assert f"\n| `{key}` | " in PAGE


def test_the_page_lists_every_option_and_every_part_of_the_theme() -> None:
    for each in fields_of(PrintEntry):
        assert f"| `{each.name}` | " in PAGE
    assert {"paper", "is_coloured", "is_duplex", "template"} <= {each.name for each in fields(PrintOptions)}
    for name in re.findall(
        r"^  (\w+): ", TEMPLATE.partition("#let default-theme = (")[2].partition("\n)")[0], re.MULTILINE
    ):
        assert f"`{name}`" in PAGE
