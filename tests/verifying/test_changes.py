"""What was changed in a bundle is told with its place, however well the change is covered."""

from pathlib import Path
from typing import Any

import pytest

from onrecord.manifest import MANIFEST
from onrecord.verifying import verify
from tests.verifying.changing import Changed, copy_bundle

SOURCE = "sources/bridge24/index.html"
TOPIC = "topics/bridge/index.html"


@pytest.fixture
def bundle(made: Path, tmp_path: Path) -> Changed:
    return copy_bundle(made, tmp_path)


@pytest.mark.parametrize("pattern", ["offline", "*-offline.zip"])
def test_a_bundle_is_what_it_states_as_folder_and_as_zip(made: Path, pattern: str) -> None:
    (path,) = made.glob(pattern)
    verdict = verify(path)
    assert verdict.differences == ()
    assert "2 quotes and 2 statements, word for word in their sources" in verdict.proven
    assert verdict.proven[0].endswith("files as MANIFEST states")


def test_a_changed_byte_of_any_file_is_told(bundle: Changed) -> None:
    for path in sorted(path for path in bundle.folder.rglob("*") if path.is_file() and path.suffix in {".css", ".csv"}):
        before = path.read_bytes()
        path.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
        name = path.relative_to(bundle.folder).as_posix()
        assert bundle.differences == [f"{name}: is not the file that MANIFEST states: its hash differs"]
        path.write_bytes(before)


def test_a_missing_and_a_strange_file_are_told(bundle: Changed) -> None:
    (bundle.folder / "data/quotes.csv").unlink()
    bundle.write("data/more.csv", "")
    assert bundle.differences == [
        "data/quotes.csv: is missing, though MANIFEST names it",
        "data/more.csv: is not in MANIFEST",
    ]


def test_a_bundle_without_its_manifest_is_not_proven(bundle: Changed) -> None:
    (bundle.folder / MANIFEST).unlink()
    assert bundle.differences == ["MANIFEST: is missing, so that a change of a file would not be seen"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (TOPIC, "topics/bridge/index.html: shows other words than those of `bridge24:q01`: “"),
        ("quotes/index.html", "quotes/index.html: shows other words than those of `bridge24:q01`: “"),
        (SOURCE, "sources/bridge24/index.html: does not show the words of the source as they are stored"),
    ],
)
def test_another_word_on_a_page_is_told_though_the_manifest_agrees(bundle: Changed, path: str, told: str) -> None:
    bundle.replace(path, "twenty", "thirty")
    bundle.state_anew()
    assert any(each.startswith(told) for each in bundle.differences)


def test_words_of_a_passage_that_is_not_proven_are_told(bundle: Changed) -> None:
    bundle.replace(TOPIC, 'id="bridge24&#58;q01"', 'id="bridge24&#58;q77"')
    bundle.state_anew()
    assert bundle.differences == [f"{TOPIC}: shows words of `bridge24:q77`, of which there is no proof"]


def test_a_passage_that_is_not_marked_in_its_source_is_told(bundle: Changed) -> None:
    bundle.replace(SOURCE, 'data-passages="q01"', 'data-passages="q0"')
    bundle.state_anew()
    assert bundle.differences == [f"{SOURCE}: does not mark the words of `bridge24:q01`"]


def test_another_word_in_stored_words_is_told(bundle: Changed) -> None:
    bundle.replace("sources/bridge24.txt", "twenty", "thirty")
    bundle.state_anew()
    assert bundle.differences == ["sources/bridge24.txt: does not have the hash that is stated of the source"]


def test_a_source_without_a_page_is_told(bundle: Changed) -> None:
    (bundle.folder / SOURCE).unlink()
    bundle.state_anew()
    assert bundle.differences == ["bridge24: no page shows this source"]


def _other_words(proof: dict[str, Any]) -> None:
    proof["passages"][0]["words"] = ["thirty years"]


def _elsewhere(proof: dict[str, Any]) -> None:
    proof["passages"][0]["spans"][0][0] += 1


def _nowhere(proof: dict[str, Any]) -> None:
    proof["passages"][0]["spans"] = [[0, 10**9]]


def _no_place(proof: dict[str, Any]) -> None:
    proof["passages"][0]["spans"] = []


def _other_source(proof: dict[str, Any]) -> None:
    proof["passages"][0]["source"] = "town24"


def _other_text(proof: dict[str, Any]) -> None:
    proof["sources"][0]["text"] += "!"


def _other_bytes(proof: dict[str, Any]) -> None:
    proof["sources"][0]["line_ends"] = "CRLF"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_other_words, "bridge24:q01: its words are not those of `bridge24` at "),
        (_elsewhere, "bridge24:q01: its words are not those of `bridge24` at "),
        (_nowhere, "bridge24:q01: 0-1000000000 is no place in `bridge24`"),
        (_no_place, "bridge24:q01: it has no place for each piece"),
        (_other_source, "bridge24:q01: its source `town24` is not in the proof"),
        (_other_text, "bridge24: the words of the source do not have the hash that is stated"),
        (_other_bytes, "bridge24: the words of the source do not have the hash that is stated"),
    ],
)
def test_a_proof_that_does_not_hold_is_told(bundle: Changed, change: Any, told: str) -> None:  # noqa: ANN401  a function of any result
    bundle.change_proof(change)
    bundle.state_anew()
    assert any(each.startswith(told) for each in bundle.differences), bundle.differences
