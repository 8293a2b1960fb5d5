"""What a content folder comes to: records with their words, briefings, and what is said of broken files."""

from hashlib import sha256
from pathlib import Path

import pytest

from onrecord.content import Content, read_content
from tests.reading.projects import write_project

RECORD = "title: A meeting\ndate: 2022-06-09\npublisher: A press service"


def read_files(tmp_path: Path, files: dict[str, str]) -> Content:
    write_project(tmp_path, {f"file content/{name}": text for name, text in files.items()})
    return read_content(tmp_path / "content", "content")[0]


def test_records_and_briefings_come_in_the_order_of_their_keys(tmp_path: Path) -> None:
    names = ["b", "a-2", "a", "10", "9"]
    files = {f"sources/{name}.yml": RECORD for name in names} | {f"briefings/{name}.md": "Words." for name in names}
    content = read_files(tmp_path, files)
    assert [record.key for record in content.records] == ["10", "9", "a", "a-2", "b"]
    assert [briefing.key for briefing in content.briefings] == ["10", "9", "a", "a-2", "b"]


def test_a_record_comes_with_its_words_and_their_hash(tmp_path: Path) -> None:
    content = read_files(tmp_path, {"sources/kursk22.yml": RECORD, "sources/kursk22.txt": "The words."})
    (record,) = content.records
    assert record.text is not None
    assert (record.text.path, record.text.text) == ("content/sources/kursk22.txt", "The words.\n")
    assert record.sha256 == sha256(b"The words.\n").hexdigest()
    assert (record.is_broken, record.is_text_broken) == (False, False)


def test_a_record_without_words_has_none(tmp_path: Path) -> None:
    (record,) = read_files(tmp_path, {"sources/kursk22.yml": RECORD}).records
    assert (record.text, record.is_text_broken, record.sha256) == (None, False, "")


def test_a_broken_record_is_there_and_empty(tmp_path: Path) -> None:
    (record,) = read_files(tmp_path, {"sources/kursk22.yml": "title: [", "sources/kursk22.txt": "The words."}).records
    assert record.is_broken
    assert not record.entry.title.text
    assert record.entry.quotes == ()
    assert record.text is not None


@pytest.mark.parametrize("shown", ["content", "content/", "../demo/content", "", "."])
def test_paths_are_shown_as_the_author_knows_them(shown: str, tmp_path: Path) -> None:
    write_project(tmp_path, {"file content/sources/kursk22.yml": RECORD})
    content, _ = read_content(tmp_path / "content", shown)
    prefix = "" if shown in {"", "."} else shown.rstrip("/") + "/"
    assert content.records[0].file.path == f"{prefix}sources/kursk22.yml"


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    write_project(tmp_path, {"file content/sources/kursk22.yml": "title: x\nfoo: y", "file content/sources/b.txt": "x"})
    assert read_content(tmp_path / "content", "content") == read_content(tmp_path / "content", "content")


def test_the_demo_is_read_without_a_problem() -> None:
    content, problems = read_content(Path(__file__).parents[2] / "content", "content")
    assert problems == ()
    assert content.records
    assert content.briefings
