"""`docs/suggesting.md`: what it shows is what the program proposes, and its scores are those of the demo."""

import re
from pathlib import Path

import pytest

from onrecord.fields import fields_of
from onrecord.scaffold import write_project
from onrecord.suggesting.command import evaluate_for, suggest_for
from onrecord.suggesting.speech import Tier
from onrecord.suggesting.suggested import SuggestedEntry
from onrecord.working import ALONE

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "suggesting.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```\w+ title=\"(?P<path>[^\"]+)\"\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r"^```console\n\$ (?P<command>[^\n]+)\n(?P<out>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def blocks() -> dict[str, str]:
    return {match["path"]: match["text"] for match in BLOCK.finditer(PAGE)}


@pytest.fixture
def shown() -> dict[str, str]:
    return {match["command"]: match["out"] for match in CONSOLE.finditer(PAGE)}


def test_its_source_gives_the_proposals_that_it_shows(
    tmp_path: Path, blocks: dict[str, str], shown: dict[str, str]
) -> None:
    project = tmp_path / "town"
    write_project(project)
    source, proposed = "content/sources/ferry24.txt", "content/sources/ferry24.suggested.yml"
    (project / source).write_text(blocks[source], encoding="utf-8")
    assert suggest_for(project, ("ferry24",), ALONE) == (shown["onrecord suggest"], True)
    assert blocks[proposed] in (project / proposed).read_text(encoding="utf-8")


def test_its_scores_are_those_of_the_demo(shown: dict[str, str]) -> None:
    assert evaluate_for(ROOT, (), ALONE) == shown["onrecord suggest --evaluate"]


def test_its_harder_scores_are_those_of_the_invented_records(shown: dict[str, str]) -> None:
    project = "tests/suggesting/gold"
    table = evaluate_for(ROOT / project, (), ALONE)
    assert table == shown[f"onrecord suggest --evaluate --project {project}"]


def test_its_tables_name_every_field_and_tier() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    fields = {field.name for field in fields_of(SuggestedEntry)}
    assert sorted(rows) == sorted([*fields, *Tier])
