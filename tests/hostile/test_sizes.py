"""Lines of 10 MB, nesting without end and YAML that multiplies itself are read or refused soon, and told of briefly."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from onrecord.problems import Problem
from onrecord.reports import report_to_terminal
from tests.growth import is_in_step
from tests.hostile.projects import Tree, files_with

SIZE = 10_000_000
LONGEST_LINE = 700


def laughs(size: int) -> str:
    """Multiply a letter by nine, level by level: read as meant, it would be a tree of 9 to the power of the size."""
    levels = "abcdefghijklmnopqrstuvwxyz"[: size + 1]
    lines = (f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in pairwise(levels))
    return "a: &a x\n" + "".join(lines)


YAML: dict[str, tuple[int, Callable[[int], str]]] = {
    "brackets": (100_000, lambda size: "[" * size),
    "braces": (100_000, lambda size: "{a: " * size),
    "dashes": (100_000, lambda size: "- " * size),
    "indents": (2_000, lambda size: "\n".join(f"{' ' * depth}a:" for depth in range(size))),
    "question marks": (100_000, lambda size: "? " * size),
    "closed brackets": (80_000, lambda size: "x: " + "[" * size + "]" * size),
    "laughs": (16, laughs),
    "an alias of itself": (8, lambda _: "a: &a\n  b: *a\n"),
    "a merge": (8, lambda _: "a: &a {b: c}\nd:\n  <<: *a\n"),
    "tags": (8, lambda _: "!!python/object/apply:os.system [touch evil]\n"),
    "a directive": (8, lambda _: "%YAML 1.1\n%TAG ! tag:evil,2000:\n---\n!x y\n"),
    "many documents": (1_000, lambda size: "--- x\n" * size),
    "many keys": (2_000, lambda size: "".join(f"k{number}: {{}}\n" for number in range(size))),
    "one key many times": (2_000, lambda size: "k: {}\n" * size),
    "a long key": (100_000, lambda size: f"{'k' * size}: {{}}\n"),
}
FILES = ("dossier.yml", "codebook.yml", "speakers.yml", "sources/fair.yml")


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


def check(tree: Tree) -> tuple[Problem, ...]:
    """Check, and print in short lines; gives the errors."""
    before = tree.state()
    problems = tree.check()
    report = report_to_terminal(problems)
    assert max(map(len, report.split("\n"))) < LONGEST_LINE
    assert tree.state() == before
    return tuple(problem for problem in problems if problem.is_error)


def check_in_step(tree: Tree, files_of: Callable[[int], dict[str, str]], size: int) -> tuple[Problem, ...]:
    """Check the project with files of that size, by no more work than in step with the size; gives the errors."""

    def work(length: int) -> tuple[Problem, ...]:
        tree.write(files_of(length))
        return check(tree)

    assert is_in_step(work, size)
    return work(size)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("unit", "size"),
    [("[<", SIZE), ("1,", SIZE // 10), ("\u202e", SIZE // 10), ("e\u0301", SIZE // 50)],
    ids=ascii,
)
def test_a_long_line_of_a_source_is_read(tree: Tree, unit: str, size: int) -> None:
    assert check_in_step(tree, lambda length: files_with("plain", (unit * (length // len(unit)),)), size) == ()


def test_a_long_line_of_a_source_is_shown(tree: Tree) -> None:
    line = "words " * (SIZE // 6)
    tree.write(files_with("plain", (line,)))
    tree.build()
    assert " ".join(line.split()) in " ".join(tree.pages()["sources/fair/index.html"].text.split())


def test_a_long_line_is_read_in_every_other_file(tree: Tree) -> None:
    files = files_with("plain")
    names = [f"content/{name}" for name in (*FILES, "briefings/bridge.md")]

    def files_of(length: int) -> dict[str, str]:
        return files | {name: f"{files[name]}# {'long ' * (length // 5)}\n" for name in names}

    assert check_in_step(tree, files_of, SIZE) == ()


def test_a_long_value_is_read_or_told_of_briefly(tree: Tree) -> None:
    files = files_with("plain")

    def files_of(length: int) -> dict[str, str]:
        record = files["content/sources/fair.yml"].replace("participants: [brook", f"participants: [{'b' * length}")
        return files | {
            "content/dossier.yml": f"title: {'t' * length}\nas_of: {'2' * length}\n{'k' * 1000}: x\n",
            "content/sources/fair.yml": record.replace("value: 12e6, unit: USD", f"value: 12e6, unit: {'u' * length}"),
        }

    assert codes(check_in_step(tree, files_of, SIZE)) == ["V104", "V101", "N101", "F102"]


def test_long_words_that_are_not_there_are_told_of_briefly(tree: Tree) -> None:
    files = files_with("plain")

    def files_of(length: int) -> dict[str, str]:
        record = files["content/sources/fair.yml"].replace('text: "Aye plain end"', f"text: Aye {'plain ' * length}")
        return files | {"content/sources/fair.yml": record}

    assert codes(check_in_step(tree, files_of, 100_000)) == ["Q104"]


@pytest.mark.parametrize(("size", "yaml_of"), YAML.values(), ids=YAML)
def test_yaml_without_end_is_refused(tree: Tree, size: int, yaml_of: Callable[[int], str]) -> None:
    def files_of(length: int) -> dict[str, str]:
        yaml = yaml_of(length)
        return (
            files_with("plain")
            | {f"content/{file}": yaml for file in FILES}
            | {"content/briefings/bridge.md": f"---\n{yaml}\n---\nWords.\n"}
        )

    refused = {problem.location.path for problem in check_in_step(tree, files_of, size) if problem.code[0] in "YV"}
    assert refused == {f"content/{file}" for file in (*FILES, "briefings/bridge.md")}


@pytest.mark.parametrize("mark", [">", "- ", "1. ", "> - ", "[", "![", "*", "`", "<", "&", "_a ", "[a](", "|"])
def test_prose_without_end_is_read_or_refused(tree: Tree, mark: str) -> None:
    files = files_with("plain")

    def files_of(length: int) -> dict[str, str]:
        return files | {"content/briefings/bridge.md": files["content/briefings/bridge.md"] + mark * length}

    assert set(codes(check_in_step(tree, files_of, 5_000))) <= {"B215"}
