"""The schemas fit what authors have before them: the files of a new project, and every field that there is."""

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from onrecord.codebook import TopicEntry
from onrecord.dossier_file import DossierEntry
from onrecord.fields import Entry, fields_of
from onrecord.front_matter import FrontMatterEntry
from onrecord.records import RecordEntry
from onrecord.scaffold import project_files
from onrecord.schema import schema_files
from onrecord.speakers import SpeakerEntry
from onrecord.suggesting.suggested import SuggestedEntry
from tests.reading.test_schema import DEMO, as_an_editor_reads

SCHEMAS: dict[str, dict[str, Any]] = {name: json.loads(text) for name, text in schema_files().items()}
PROJECT = project_files()
YAML_FILES = [path for path in PROJECT if path.startswith("content/") and path.endswith(".yml")]
BRIEFINGS = {path.name: path.read_text(encoding="utf-8") for path in (DEMO / "briefings").glob("*.md")} | {
    "of a new project": PROJECT["content/briefings/bridge.md"].decode("utf-8")
}
FILES: dict[type[Entry], dict[str, Any]] = {
    DossierEntry: SCHEMAS["dossier.schema.json"],
    TopicEntry: SCHEMAS["codebook.schema.json"]["additionalProperties"],
    SpeakerEntry: SCHEMAS["speakers.schema.json"]["additionalProperties"],
    RecordEntry: SCHEMAS["record.schema.json"],
    SuggestedEntry: SCHEMAS["suggested.schema.json"],
    FrontMatterEntry: SCHEMAS["front-matter.schema.json"],
}


def faults_of(schema: dict[str, Any], text: str) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(as_an_editor_reads(text))]


@pytest.mark.parametrize("path", YAML_FILES)
def test_a_file_of_a_new_project_names_its_schema_and_keeps_to_it(path: str) -> None:
    text = PROJECT[path].decode("utf-8")
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert named is not None
    levels = len(PurePosixPath(path).parent.parts)
    climbed = named[1].count("../")
    folder = PurePosixPath(*PurePosixPath(path).parent.parts[: levels - climbed])
    schema = PROJECT[str(folder / named[1].replace("../", ""))]
    assert faults_of(json.loads(schema), text) == []


@pytest.mark.parametrize("text", BRIEFINGS.values(), ids=BRIEFINGS)
def test_the_front_matter_of_a_briefing_keeps_to_its_schema(text: str) -> None:
    _, front_matter, _ = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
    assert faults_of(SCHEMAS["front-matter.schema.json"], front_matter) == []


REFUSED = {
    "a field that nobody knows": ("record.schema.json", "title: T\ndate: 2022\npublisher: P\ntitel: T\n", "'titel'"),
    "a field that is missing": ("record.schema.json", "title: T\ndate: 2022\n", "'publisher' is a required property"),
    "a word that is no choice": ("speakers.schema.json", "a: {name: A, kind: dog}\n", "'dog'"),
    "a key with a capital": ("codebook.schema.json", "Trade: {label: T, definition: D}\n", "'Trade'"),
    "a list where words belong": ("dossier.schema.json", "title: [a, b]\n", "['a', 'b']"),
    "a date that is none": ("dossier.schema.json", "title: T\nas_of: yesterday\n", "'yesterday'"),
    "a tier that there is not": ("suggested.schema.json", "quotes: {q01: {text: A, tier: certain}}\n", "'certain'"),
    "no topic": ("front-matter.schema.json", "status: draft\n", "'topic' is a required property"),
}


@pytest.mark.parametrize(("name", "text", "told"), REFUSED.values(), ids=REFUSED)
def test_a_schema_refuses(name: str, text: str, told: str) -> None:
    (fault,) = faults_of(SCHEMAS[name], text)
    assert told in fault


def field_pairs(cls: type[Entry], schema: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Pair every field, at any depth, with what its schema says of it: name, description, schema."""
    for field in fields_of(cls):
        described = schema["properties"][field.name]
        yield field.name, field.description, described
        if field.entry_class is not None:
            inner = described.get("items") or described.get("additionalProperties") or described["anyOf"][0]
            yield from field_pairs(field.entry_class, inner)


@pytest.mark.parametrize("cls", FILES, ids=lambda cls: cls.__name__)
def test_every_field_is_in_its_schema_with_its_description(cls: type[Entry]) -> None:
    pairs = list(field_pairs(cls, FILES[cls]))
    assert pairs
    assert all(described["description"] == description for _, description, described in pairs)
    assert list(FILES[cls]["properties"]) == [field.name for field in fields_of(cls)]
    assert FILES[cls].get("required", []) == [field.name for field in fields_of(cls) if field.is_required]
