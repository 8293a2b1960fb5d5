"""Files as canonical text, and names and folders as a hostile hand might leave them."""

import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.content import read_content
from onrecord.encodings import guess_encoding
from onrecord.texts import canonical_text, read_text_file, showable
from tests.reading.projects import write_project

LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@given(lines=st.lists(st.text(st.characters(exclude_characters="\r\n", codec="utf-8"), min_size=1)), data=st.data())
def test_every_line_end_becomes_a_line_feed(lines: list[str], data: st.DataObject) -> None:
    stored = "\ufeff" + "".join(line + data.draw(LINE_ENDS) for line in lines)
    assert canonical_text(stored) == "".join(f"{line}\n" for line in lines)


@given(text=st.text(st.characters(codec="utf-8")))
def test_one_bom_is_dropped_and_no_more(text: str) -> None:
    assert canonical_text("\ufeff\ufeff" + text).startswith("\ufeff")


@given(stored=st.binary())
def test_any_bytes_are_read_or_refused(stored: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("content") / "source.txt"
    path.write_bytes(stored)
    read, problems = read_text_file(path, "source.txt", path.parent)
    try:
        stored.decode("utf-8")
    except UnicodeDecodeError:
        assert read is None
        assert [problem.code for problem in problems] == ["T101"]
        assert str(problems[0].location)
    else:
        assert read is not None
        assert read.sha256 == sha256(stored).hexdigest()


def test_the_stored_file_is_never_rewritten(tmp_path: Path) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(b"\xef\xbb\xbfThe words.\r\nMore.\r")
    read, problems = read_text_file(path, "source.txt", tmp_path)
    assert read is not None
    assert (read.file.text, problems) == ("The words.\nMore.\n", ())
    assert path.read_bytes() == b"\xef\xbb\xbfThe words.\r\nMore.\r"


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("Лукашенко и Старовойт", "windows-1251", "Windows-1251"),
        ("Лукашенко и Старовойт", "koi8-r", "KOI8-R"),
        ("Россия", "utf-16", "UTF-16"),
        ("A meeting", "utf-32", "UTF-32"),
        ("Kursk: “café”", "windows-1252", "Windows-1252"),
        ("naïve café", "latin-1", "Windows-1252"),
    ],
)
def test_the_likely_encoding_is_named(text: str, encoding: str, name: str) -> None:
    assert guess_encoding(text.encode(encoding)) == name


def test_bytes_that_no_encoding_explains_are_not_guessed_at() -> None:
    assert not guess_encoding(b"\x81 and \x8d and \x90")


@given(path=st.text())
def test_a_path_is_shown_in_one_line_of_plain_characters(path: str) -> None:
    shown = showable(path)
    assert len(shown.splitlines()) <= 1
    assert shown.encode("utf-8").decode("utf-8") == shown


@pytest.mark.parametrize("name", ["a\nb.txt", "a\u202eb.yml", "\x1b[31m.md", "a b.txt", "'; rm.yml", "a.yaml"])
def test_a_file_of_any_name_is_reported_under_a_name_that_can_be_shown(name: str, tmp_path: Path) -> None:
    write_project(tmp_path, {f"file content/sources/{name}": "The words."})
    _, problems = read_content(tmp_path / "content", "content")
    codes = {problem.code for problem in problems}
    assert codes == ({"T105"} if not name.endswith(".md") else {"T106"})
    assert all(problem.location.path.isprintable() for problem in problems)


def test_a_file_whose_name_is_no_unicode_is_reported(tmp_path: Path) -> None:
    write_project(tmp_path, {"file content/sources/kursk22.yml": "title: A meeting"})
    (tmp_path / "content/sources" / os.fsdecode(b"kursk\xff.txt")).write_bytes(b"The words.")
    _, problems = read_content(tmp_path / "content", "content")
    assert ("T105", "content/sources/kursk\\udcff.txt") in {(each.code, each.location.path) for each in problems}


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "source.txt")
    read, problems = read_text_file(tmp_path / "source.txt", "source.txt", tmp_path)
    assert read is None
    assert [problem.message for problem in problems] == ["`source.txt` is not a file"]


def test_a_content_folder_that_is_not_there_is_told_alone(tmp_path: Path) -> None:
    content, problems = read_content(tmp_path / "content", "content")
    assert [str(problem.location) for problem in problems] == ["content:1:1"]
    assert content.is_codebook_broken
    assert content.records == ()
