"""The files of proposals: they keep to their schema, and stand beside those sources that go on being annotated."""

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from onrecord.schema import schema_files
from onrecord.suggesting.project import suggest
from onrecord.working import ALONE
from tests.reading.test_schema import as_an_editor_reads

GOLD = Path(__file__).with_name("gold")
SCHEMA = Draft202012Validator(json.loads(schema_files()["suggested.schema.json"]))
EARLIER = "title: The ferry\ndate: 2024\npublisher: The town\nversion_of: release\nreplaced: 2024-05-02\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Copy the invented sources, without their records."""
    shutil.copytree(GOLD / "content", tmp_path / "content")
    for record in (tmp_path / "content" / "sources").glob("*.yml"):
        record.unlink()
    return tmp_path


def test_what_is_proposed_keeps_to_its_schema(project: Path) -> None:
    for came in suggest(project, (), ALONE):
        proposed = as_an_editor_reads(came.path.read_text(encoding="utf-8"))
        assert [error.message for error in SCHEMA.iter_errors(proposed)] == []


def test_earlier_words_are_left_alone_unless_they_are_named(project: Path) -> None:
    sources = project / "content" / "sources"
    shutil.copy(sources / "release.txt", sources / "release-v1.txt")
    (sources / "release-v1.yml").write_text(EARLIER, encoding="utf-8")
    every = [came.key for came in suggest(project, (), ALONE)]
    assert "release" in every
    assert "release-v1" not in every
    assert not (sources / "release-v1.suggested.yml").exists()
    (named,) = suggest(project, ("release-v1",), ALONE)
    assert named.path.exists()
