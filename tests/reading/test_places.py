"""Places are those that a naive count finds, and line ends and byte order marks move none of them."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.checking import check_content
from onrecord.content import read_content
from onrecord.locations import Location, TextFile
from onrecord.scaffold import write_project
from onrecord.texts import canonical_text
from onrecord.yaml_reading import read_yaml
from tests.reading.test_yaml_reading import in_quotation_marks, scalars_of

DEMO = Path(__file__).parents[2] / "content"
FILES = (
    "dossier.yml",
    "codebook.yml",
    "speakers.yml",
    "sources/bridge24.yml",
    "sources/bridge24.txt",
    "briefings/bridge.md",
)
YAML = st.lists(
    st.sampled_from(
        [*"ab:-#[]{}\"'|>&*!%@`,?\\ \n\t~", "\ufeff", "\u2028", "🙂", ": ", "- ", "---\n", "...\n", "\n  "]
    ),
    max_size=30,
).map("".join)
WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
GAPS = st.sampled_from(["", "\n", "# 🙂 a remark\n", "\n\n  # two\n"])


@dataclass(frozen=True, slots=True)
class Stored:
    """With which line ends a text is stored, and with a byte order mark or not."""

    line_end: str
    mark: str

    def encode(self, text: str) -> bytes:
        """Store a text whose lines end in LF."""
        return (self.mark + text.replace("\n", self.line_end)).encode("utf-8")


STORED = tuple(Stored(line_end, mark) for line_end in ("\n", "\r\n", "\r") for mark in ("", "\ufeff"))


def count_naively(text: str, position: int) -> tuple[int, int]:
    """Count line and column one character after the other."""
    line = column = 1
    for character in text[:position]:
        line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
    return line, column


def assert_placed(location: Location, text: str) -> None:
    assert 0 <= location.start <= location.end <= len(text)
    assert (location.line, location.column) == count_naively(text, location.start)
    assert (location.end_line, location.end_column) == count_naively(text, location.end)
    assert location.line_text == text.split("\n")[location.line - 1]


@given(text=YAML)
def test_every_scalar_and_every_problem_of_any_yaml_is_where_it_says(text: str) -> None:
    node, problems = read_yaml(TextFile("a.yml", text))
    for each in (*(scalars_of(node) if node else ()), *problems):
        assert_placed(each.location, text)


@given(before=WORDS, inside=YAML, behind=WORDS)
@example(before="---\n", inside="topic: [", behind="---\n")
def test_a_stretch_of_a_file_reads_as_it_does_alone(before: str, inside: str, behind: str) -> None:
    shift = len(before)
    node, problems = read_yaml(TextFile("a.md", before + inside + behind), shift, shift + len(inside))
    alone, faults = read_yaml(TextFile("a.md", inside))
    assert [(each.code, each.location.start - shift) for each in problems] == [
        (each.code, each.location.start) for each in faults
    ]
    assert (node is None) == (alone is None)
    if node is not None and alone is not None:
        assert [(each.text, each.location.start - shift) for each in scalars_of(node)] == [
            (each.text, each.location.start) for each in scalars_of(alone)
        ]


@given(entries=st.lists(st.tuples(WORDS, GAPS)), stored_as=st.sampled_from(STORED))
def test_words_in_marks_are_in_place_however_they_are_stored(entries: list[tuple[str, str]], stored_as: Stored) -> None:
    written = [f'"{"".join(map(in_quotation_marks, words))}"' for words, _ in entries]
    text = "".join(f"{gap}- {each}\n" for (_, gap), each in zip(entries, written, strict=True))
    node, problems = read_yaml(TextFile("a.yml", canonical_text(stored_as.encode(text).decode("utf-8"))))
    assert (problems, node is None) == ((), False)
    scalars = tuple(scalars_of(node)) if node else ()
    assert [scalar.text for scalar in scalars] == [words for words, _ in entries]
    for scalar, each in zip(scalars, written, strict=True):
        assert text[scalar.location.start : scalar.location.end] == each
        assert_placed(scalar.location, text)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    write_project(folder)
    return folder / "content"


@given(name=st.sampled_from(FILES), data=st.binary() | st.text(st.characters(codec="utf-8")).map(str.encode))
def test_any_bytes_in_any_file_are_checked_to_the_end(content: Path, name: str, data: bytes) -> None:
    kept = (content / name).read_bytes()
    try:
        (content / name).write_bytes(data)
        checked = check_content(content, "content")
    finally:
        (content / name).write_bytes(kept)
    assert all(problem.location.path.startswith("content/") for problem in checked.problems)


def places_in(value: object) -> Iterator[tuple[str, int, int]]:
    """Go through every place that a value holds, in order."""
    if isinstance(value, Location):
        yield value.path, value.start, value.end
    elif isinstance(value, tuple):
        for each in value:
            yield from places_in(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from places_in(getattr(value, each.name))


def store(content: Path, folder: Path, stored_as: Stored) -> Path:
    """Copy the files that authors write, each stored in another way."""
    for path in (*content.rglob("*.yml"), *content.rglob("*.txt"), *content.rglob("*.md")):
        target = folder / path.relative_to(content)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(stored_as.encode(path.read_bytes().decode("utf-8")))
    return folder


@pytest.mark.parametrize("stored_as", STORED, ids=repr)
def test_every_place_in_the_demo_is_the_same_however_it_is_stored(tmp_path: Path, stored_as: Stored) -> None:
    expected, _ = read_content(DEMO, "content")
    read, problems = read_content(store(DEMO, tmp_path / "content", stored_as), "content")
    assert problems == ()
    assert list(places_in(read)) == list(places_in(expected))


@pytest.mark.parametrize("stored_as", STORED, ids=repr)
def test_every_passage_and_problem_is_the_same_however_it_is_stored(
    tmp_path: Path, content: Path, stored_as: Stored
) -> None:
    shutil.copytree(content, tmp_path / "first")
    record = tmp_path / "first/sources/bridge24.yml"
    wrong = record.read_text(encoding="utf-8").replace("twenty years", "thirty years").replace("unit: EUR", "unit: USD")
    lines = [line for line in wrong.splitlines(keepends=True) if not line.startswith("sha256:")]
    record.write_text("".join(lines), encoding="utf-8")
    expected = check_content(tmp_path / "first", "content")
    checked = check_content(store(tmp_path / "first", tmp_path / "second", stored_as), "content")
    assert {"Q101", "F102", "S103"} <= {problem.code for problem in expected.problems}
    assert checked.proofs == expected.proofs
    assert [(each.code, each.message, str(each.location)) for each in checked.problems] == [
        (each.code, each.message, str(each.location)) for each in expected.problems
    ]
