"""Nothing is made again where nothing has changed, and whatever has changed, what is made is what a first build makes."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.checking import Checked
from onrecord.cli import main
from onrecord.cli.common import check_all
from onrecord.making.receipts import FOLDER, Receipt, find_receipt, keep_receipt, look_at
from onrecord.plugin.inputs import hash_inputs
from onrecord.scaffold import write_project

CHOSEN = ("site",)
Edit = Callable[[Path], None]


def replace_in(path: str, old: str, new: str) -> Edit:
    def edit(project: Path) -> None:
        text = (project / path).read_text(encoding="utf-8")
        assert old in text
        (project / path).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def write(path: str, text: str) -> Edit:
    def edit(project: Path) -> None:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")

    return edit


EDITS: dict[str, Edit] = {
    "a speaker's name": replace_in("content/speakers.yml", "name: ", "name: Dr "),
    "a topic's label": replace_in("content/codebook.yml", "label: ", "label: New "),
    "the title": replace_in("content/dossier.yml", "title: ", "title: Another "),
    "a context": replace_in("content/sources/bridge24.yml", "the rest: of the costs", "the rest"),
    "the briefing": lambda project: write(
        "content/briefings/bridge.md", (project / "content/briefings/bridge.md").read_text("utf-8") + "\nMore prose.\n"
    )(project),
    "no briefing": lambda project: (project / "content/briefings/bridge.md").unlink(),
    "the name of the site": lambda project: write(
        "mkdocs.yml", (project / "mkdocs.yml").read_text("utf-8") + "site_description: Another\n"
    )(project),
    "a style": write("docs/extra.css", "p { color: red }\n"),
    "a page": write("docs/method.md", "# Method\n"),
    "an opening": replace_in("docs/index.md", "\n", "\n\nMore.\n"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path / "town")
    return tmp_path / "town"


@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=4, unique=True))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_is_edited_the_inputs_are_others(tmp_path: Path, names: list[str]) -> None:
    shutil.rmtree(tmp_path / "town", ignore_errors=True)
    write_project(tmp_path / "town")
    seen = [hash_inputs(tmp_path / "town", CHOSEN)]
    for name in sorted(names, key="no briefing".__eq__):  # last, for the others edit it
        EDITS[name](tmp_path / "town")
        seen.append(hash_inputs(tmp_path / "town", CHOSEN))
    assert all(seen)
    assert len(set(seen)) == len(seen)


def build(project: Path) -> str:
    ended = CliRunner().invoke(main, ["build", "site", "--project", str(project)])
    assert ended.exit_code == 0, ended.output
    return ended.output


def read_all(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".gz")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@given(st.lists(st.sampled_from(sorted(EDITS)), max_size=2, unique=True))
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_warm_build_has_the_bytes_of_a_cold_one(tmp_path: Path, names: list[str]) -> None:
    shutil.rmtree(tmp_path / "town", ignore_errors=True)
    project = tmp_path / "town"
    write_project(project)
    build(project)
    for name in sorted(names, key="no briefing".__eq__):
        EDITS[name](project)
    said = build(project)
    warm = read_all(project / "build")
    shutil.rmtree(project / "build")
    shutil.rmtree(project / FOLDER)
    assert build(project) == said
    assert read_all(project / "build") == warm


def count_checks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    checked: list[Path] = []

    def counting(project: Path, scheduler: str | None = None) -> Checked:
        checked.append(project)
        return check_all(project, scheduler)

    monkeypatch.setattr("onrecord.cli.building.check_all", counting)
    return checked


def test_where_nothing_has_changed_nothing_is_read_and_the_same_is_said(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = count_checks(monkeypatch)
    first = build(project)
    before = look_at(project / "build", ["site"])
    assert build(project) == first
    assert (len(checked), look_at(project / "build", ["site"])) == (1, before)


@pytest.mark.parametrize(
    "damage",
    [
        lambda project: (project / "build/site/index.html").write_text("changed", "utf-8"),
        lambda project: (project / "build/site/index.html").unlink(),
        lambda project: (project / "build/site/new.txt").write_text("", "utf-8"),
        lambda project: shutil.rmtree(project / "build/site"),
        lambda project: os.utime(project / "build/site/index.html", ns=(1, 1)),
    ],
)
def test_what_is_no_longer_as_it_was_left_is_made_again(
    project: Path, monkeypatch: pytest.MonkeyPatch, damage: Edit
) -> None:
    build(project)
    whole = read_all(project / "build")
    damage(project)
    checked = count_checks(monkeypatch)
    build(project)
    assert checked == [project]
    assert read_all(project / "build") == whole


@pytest.mark.parametrize(
    "written",
    ["", "{", "[]", '{"inputs": 1}', '{"shape": 1, "inputs": "x", "out": "", "error": "", "left": {}}', "\0", "null"],
)
def test_what_is_no_receipt_of_these_inputs_is_ignored(project: Path, written: str) -> None:
    build(project)
    (receipt,) = (project / FOLDER).glob("made-*.json")
    receipt.write_text(written, encoding="utf-8")
    assert "every word proven" in build(project)
    assert json.loads(receipt.read_text(encoding="utf-8"))["left"]


def test_a_receipt_of_other_inputs_under_this_name_is_ignored(project: Path) -> None:
    left = look_at(project, ["docs"])
    keep_receipt(project, Receipt("a" * 32 + "b", "", "", left))
    assert find_receipt(project, "a" * 32 + "b", project) is not None
    assert find_receipt(project, "a" * 32 + "c", project) is None


def test_there_are_never_many_receipts(project: Path) -> None:
    for number in range(20):
        keep_receipt(project, Receipt(f"{number:040}"[::-1], "", "", {"docs/index.md": [1, 2, 3]}))
    assert len(list((project / FOLDER).iterdir())) == 8


@pytest.mark.parametrize(
    "setting",
    [
        "hooks: [mine.py]",
        "INHERIT: ../base.yml",
        "plugins: [search, onrecord, social]",
        "markdown_extensions: [pymdownx.snippets]",
        "markdown_extensions: [mine]",
        "markdown_extensions: {toc: {slugify: !!python/name:os.path.join }}",
        "plugins: [search, {onrecord: {content: elsewhere}}]",
        "plugins: {search: {}, onrecord: {content: elsewhere}}",
        "theme: [",
    ],
)
def test_with_settings_that_may_read_anything_everything_is_made_each_time(project: Path, setting: str) -> None:
    (project / "mkdocs.yml").write_text(f"site_name: X\ntheme: {{name: material}}\n{setting}", encoding="utf-8")
    assert hash_inputs(project, CHOSEN) == ""
    (project / "mkdocs.yml").write_text("site_name: X\ntheme: {name: material}\n", encoding="utf-8")
    assert hash_inputs(project, CHOSEN) != ""


def test_the_day_and_the_choice_are_among_the_inputs(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    today = hash_inputs(project, CHOSEN)
    assert hash_inputs(project, ("pdf",)) != today
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert hash_inputs(project, CHOSEN) != today
