"""Keys, names of files, links and characters that have no place in a project are refused, and nothing is written."""

import json
import os
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from onrecord.reports import report_as_json, report_as_sarif, report_to_github, report_to_terminal
from tests.hostile.projects import Tree, fields_with, files_with

KEYS = (
    "../../evil",
    "..",
    "/etc/evil",
    "a/b",
    "C:\\evil",
    "..%2fevil",
    "index",
    "<script>",
    "a b",
    "x\x00y",
    "x\u202ey",
    "x\ny",
    "é",
    "",
    "-x",
    "{{ 7*7 }}",
)
PLACES = (
    ("codebook.yml", "bridge: {"),
    ("speakers.yml", "brook: {"),
    ("sources/fair.yml", "  q01:"),
    ("sources/fair.yml", "  s01:"),
)
NAMES = ("%2e%2e%2fevil", "a b", "<script>", "x\u202ey", "é", "x\ny", "index", "-x", "a\\b", "'\"", "\x1b[31m")
CONTROLS = ("\x00", "\x01", "\x07", "\x1b", "\x7f", "\x9b")
FILES = tuple(name for name in files_with("x") if name.startswith("content/"))


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    tree = Tree(tmp_path)
    tree.write(files_with("plain"))
    assert tree.check() == ()
    return tree


def refuse(tree: Tree) -> list[str]:
    """Check and build in vain; gives the code of every error. Nothing is written, and nothing unseen is printed."""
    before = tree.state()
    problems = tree.check()
    for report in (report_to_terminal(problems), report_to_github(problems)):
        assert all(line.isprintable() for line in report.split("\n"))
    for report in (report_as_json(problems, ()), report_as_sarif(problems)):
        assert json.loads(report)
    with pytest.raises(Abort):
        tree.build()
    assert tree.state() == before
    assert not (tree.project / "site").exists()
    return [problem.code for problem in problems if problem.is_error]


@pytest.mark.parametrize("key", KEYS)
def test_a_key_that_is_none_is_refused_wherever_it_stands(tree: Tree, key: str) -> None:
    for file, old in PLACES:
        path = tree.project / "content" / file
        written = path.read_text("utf-8")
        assert written.count(f"\n{old}") + written.startswith(old) == 1
        new = old.replace(old.strip(" :{"), json.dumps(key))
        path.write_text(written.replace(old, new, 1), "utf-8")
    assert refuse(tree).count("V105") == len(PLACES)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_that_is_no_key_is_refused(tree: Tree, name: str) -> None:
    tree.write({f"content/sources/{name}.yml": "title: x\n", f"content/briefings/{name}.md": "x\n"})
    assert refuse(tree) == ["T105", "T105"]


def test_names_that_lead_out_of_the_content_are_unknown(tree: Tree) -> None:
    record = tree.project / "content" / "sources" / "fair.yml"
    text = record.read_text("utf-8").replace(
        "participants: [brook, moss]", 'participants: ["../brook"]\naliases: [../x]'
    )
    record.write_text(
        text.replace("to: s01", "to: ../../s01").replace("passage: q01", 'passage: "../fair:q01"'), "utf-8"
    )
    assert refuse(tree) == ["N101", "V104", "S106", "N101"]


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize("file", FILES)
def test_a_control_character_is_refused_in_every_file(tree: Tree, file: str, control: str) -> None:
    path = tree.project / file
    path.write_text(path.read_text("utf-8").replace("Words", f"Wo{control}rds"), "utf-8")
    assert "T102" in {problem.code for problem in tree.check() if problem.location.path.endswith(path.name)}


def test_a_control_character_is_refused_in_a_build(tree: Tree) -> None:
    for file in FILES:
        (tree.project / file).write_text(
            (tree.project / file).read_text("utf-8").replace("Words", "Wo\x1brds"), "utf-8"
        )
    assert refuse(tree).count("T102") == len(FILES)


@pytest.mark.parametrize("control", CONTROLS[:4])
def test_an_escaped_control_character_is_refused_in_every_field(tree: Tree, control: str) -> None:
    files = files_with(control)
    values = [json.dumps(value) for value in fields_with(control)]
    yaml = {name: text for name, text in files.items() if not name.endswith(".txt")}
    tree.write(yaml)
    count = sum(text.count(value) for text in yaml.values() for value in values)
    assert count > 30
    assert refuse(tree).count("V104") == count + 1, "every field, and the statement"


def test_links_out_of_the_content_are_not_followed(tree: Tree) -> None:
    outside = tree.folder / "outside"
    outside.mkdir()
    for file in FILES:
        path = tree.project / file
        (outside / path.name).write_bytes(path.read_bytes())
        path.unlink()
        path.symlink_to(os.path.relpath(outside / path.name, path.parent))
    assert refuse(tree) == ["T104"] * len(FILES)


def test_folders_out_of_the_content_are_not_followed(tree: Tree) -> None:
    for name in ("sources", "briefings"):
        folder = tree.project / "content" / name
        folder.rename(tree.folder / name)
        folder.symlink_to(tree.folder / name)
    assert refuse(tree) == ["T104"] * 3


def test_links_in_a_circle_are_refused(tree: Tree) -> None:
    for file in FILES:
        path = tree.project / file
        path.unlink()
        path.symlink_to(path.name)
    assert refuse(tree) == ["T103"] * len(FILES)


def test_things_that_are_no_files_are_refused(tree: Tree) -> None:
    for file in FILES:
        path = tree.project / file
        path.unlink()
        os.mkfifo(path)
    assert refuse(tree) == ["T103"] * len(FILES)
