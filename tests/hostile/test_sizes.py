"""Lines of 10 MB, nesting without end and YAML that multiplies itself are read or refused soon, and told of briefly."""

import time
from pathlib import Path

import pytest

from onrecord.problems import Problem
from onrecord.reports import report_to_terminal
from tests.hostile.projects import Tree, files_with

SIZE = 10_000_000
SECONDS = 20
"""Far more than any of these takes: what it must not be is the minutes of a square."""
LONGEST_LINE = 700

LAUGHS = "a: &a x\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
YAML = {
    "brackets": "[" * 100_000,
    "braces": "{a: " * 100_000,
    "dashes": "- " * 100_000,
    "indents": "\n".join(f"{' ' * depth}a:" for depth in range(2_000)),
    "question marks": "? " * 100_000,
    "closed brackets": "x: " + "[" * 60 + "]" * 60,
    "laughs": LAUGHS,
    "an alias of itself": "a: &a\n  b: *a\n",
    "a merge": "a: &a {b: c}\nd:\n  <<: *a\n",
    "tags": "!!python/object/apply:os.system [touch evil]\n",
    "a directive": "%YAML 1.1\n%TAG ! tag:evil,2000:\n---\n!x y\n",
    "many documents": "--- x\n" * 1_000,
    "many keys": "".join(f"k{number}: {{}}\n" for number in range(2_000)),
    "one key many times": "k: {}\n" * 2_000,
    "a long key": f"{'k' * 100_000}: {{}}\n",
}
FILES = ("dossier.yml", "codebook.yml", "speakers.yml", "sources/fair.yml")


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


def check(tree: Tree) -> tuple[Problem, ...]:
    """Check in time, and print in short lines; gives the errors."""
    before, begun = tree.state(), time.monotonic()
    problems = tree.check()
    report = report_to_terminal(problems)
    assert time.monotonic() - begun < SECONDS
    assert max(map(len, report.split("\n"))) < LONGEST_LINE
    assert tree.state() == before
    return tuple(problem for problem in problems if problem.is_error)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("unit", "size"),
    [("[<", SIZE), ("1,", SIZE // 10), ("\u202e", SIZE // 10), ("e\u0301", SIZE // 50)],
    ids=ascii,
)
def test_a_long_line_of_a_source_is_read(tree: Tree, unit: str, size: int) -> None:
    tree.write(files_with("plain", (unit * (size // len(unit)),)))
    assert check(tree) == ()


def test_a_long_line_of_a_source_is_shown(tree: Tree) -> None:
    line = "words " * (SIZE // 6)
    tree.write(files_with("plain", (line,)))
    tree.build()
    assert " ".join(line.split()) in " ".join(tree.pages()["sources/fair/index.html"].text.split())


def test_a_long_line_is_read_in_every_other_file(tree: Tree) -> None:
    tree.write(files_with("plain"))
    for name in (*FILES, "briefings/bridge.md"):
        path = tree.project / "content" / name
        path.write_text(path.read_text("utf-8") + f"# {'long ' * (SIZE // 5)}\n", "utf-8")
    assert check(tree) == ()


def test_a_long_value_is_read_or_told_of_briefly(tree: Tree) -> None:
    files = files_with("plain")
    files["content/dossier.yml"] = f"title: {'t' * SIZE}\nas_of: {'2' * SIZE}\n{'k' * 1000}: x\n"
    record = files["content/sources/fair.yml"].replace("participants: [brook", f"participants: [{'b' * SIZE}")
    files["content/sources/fair.yml"] = record.replace("value: 12e6, unit: USD", f"value: 12e6, unit: {'u' * SIZE}")
    tree.write(files)
    assert codes(check(tree)) == ["V104", "V101", "N101", "F102"]


def test_long_words_that_are_not_there_are_told_of_briefly(tree: Tree) -> None:
    files = files_with("plain")
    record = files["content/sources/fair.yml"].replace('text: "Aye plain end"', f"text: Aye {'plain ' * 100_000}")
    tree.write(files | {"content/sources/fair.yml": record})
    assert codes(check(tree)) == ["Q104"]


@pytest.mark.parametrize("yaml", YAML.values(), ids=YAML)
def test_yaml_without_end_is_refused(tree: Tree, yaml: str) -> None:
    front_matter = f"---\n{yaml}\n---\nWords.\n"
    tree.write(
        files_with("plain")
        | {f"content/{file}": yaml for file in FILES}
        | {"content/briefings/bridge.md": front_matter}
    )
    refused = {problem.location.path for problem in check(tree) if problem.code[0] in "YV"}
    assert refused == {f"content/{file}" for file in (*FILES, "briefings/bridge.md")}


@pytest.mark.parametrize("mark", [">", "- ", "1. ", "> - ", "[", "![", "*", "`", "<", "&", "_a ", "[a](", "|"])
def test_prose_without_end_is_read_or_refused(tree: Tree, mark: str) -> None:
    files = files_with("plain")
    tree.write(files | {"content/briefings/bridge.md": files["content/briefings/bridge.md"] + mark * 5_000})
    assert set(codes(check(tree))) <= {"B215"}
