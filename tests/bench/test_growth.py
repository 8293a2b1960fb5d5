"""The work of `check` grows as what it is given does: counted, not timed, so that no other load of the machine matters."""

import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Literal

import pytest
import yaml

from onrecord.anchoring import FoldedText, fold
from onrecord.build import check_project
from onrecord.reports import report_to_terminal
from tests.bench.projects import PASSAGES, write_project

_ALLOWED = 1.15
"""How much dearer the last of something may be than the first, so that dictionaries may grow and sorting may sort."""


def count_calls(project: Path) -> int:
    """Count the calls, of Python and of C, that checking a project and reporting on it takes."""
    calls = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        report_to_terminal(check_project(project).problems)
    finally:
        sys.setprofile(before)
    return calls


def count_folded(project: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Count the characters that checking folds: folding asks once of every text whether it is composed."""
    folded = 0
    is_normalized = unicodedata.is_normalized

    def note(form: Literal["NFC"], text: str) -> bool:
        nonlocal folded
        folded += len(text)
        return is_normalized(form, text)

    with monkeypatch.context() as patch:
        patch.setattr(unicodedata, "is_normalized", note)
        check_project(project)
    return folded


def assert_linear(count: Callable[[int], int], size: int) -> None:
    """Compare what the size costs anew when it is doubled, and doubled again; the first count warms caches."""
    count(size)
    first, second, third = (count(size * times) for times in (1, 2, 4))
    assert 0 < third - second <= 2 * (second - first) * _ALLOWED


def with_wrong_quotes(project: Path) -> Path:
    """Change the last word of the first quote of every record."""
    for record in (project / "content" / "sources").glob("*.yml"):
        text = record.read_text(encoding="utf-8")
        start = text.index("text: ")
        end = text.index('."\n', start)
        record.write_text(f"{text[:end]}xx{text[end:]}", encoding="utf-8")
    return project


@pytest.fixture
def make(tmp_path: Path) -> Callable[[int, int], Path]:
    """Make a project of so many sources with so many quotes each, once."""

    def make_once(sources: int, quotes: int) -> Path:
        folder = tmp_path / f"{sources}-{quotes}"
        return folder if folder.exists() else write_project(folder, sources, quotes)

    return make_once


def test_work_grows_as_the_number_of_sources_does(make: Callable[[int, int], Path]) -> None:
    assert_linear(lambda sources: count_calls(make(sources, PASSAGES)), 10)


def test_work_grows_as_the_length_of_a_source_does(make: Callable[[int, int], Path]) -> None:
    assert_linear(lambda quotes: count_calls(make(1, quotes)), 100)


def test_work_grows_as_the_number_of_wrong_quotes_does(make: Callable[[int, int], Path]) -> None:
    assert_linear(lambda sources: count_calls(with_wrong_quotes(make(sources, PASSAGES))), 5)


def test_no_text_is_folded_again_for_each_quote(
    make: Callable[[int, int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_linear(lambda quotes: count_folded(make(1, quotes), monkeypatch), 50)


def test_no_text_is_folded_again_for_each_wrong_quote(
    make: Callable[[int, int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_linear(lambda sources: count_folded(with_wrong_quotes(make(sources, PASSAGES)), monkeypatch), 12)


@pytest.mark.parametrize("sources", [5, 20])
def test_every_text_is_folded_once_and_every_file_of_yaml_is_parsed_once(
    sources: int, make: Callable[[int, int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make(sources, PASSAGES)
    texts = {path.read_text(encoding="utf-8") for path in (project / "content" / "sources").glob("*.txt")}
    folded: list[str] = []
    parsed: list[str] = []
    load = yaml.CSafeLoader

    def note_folded(text: str) -> FoldedText:
        folded.append(text)
        return fold(text)

    def note_parsed(text: str) -> yaml.CSafeLoader:
        parsed.append(text)
        return load(text)

    monkeypatch.setattr("onrecord.proving.answers.fold", note_folded)
    monkeypatch.setattr(yaml, "CSafeLoader", note_parsed)
    check_project(project)
    assert sorted(folded) == sorted(texts)
    briefings = len(list((project / "content" / "briefings").iterdir()))
    assert len(parsed) == sources + 3 + briefings
