"""The JSON Schemas say what the reader does, to an editor that reads YAML by its own rules."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from onrecord.codebook import read_codebook
from onrecord.dossier_file import read_dossier_file
from onrecord.locations import TextFile
from onrecord.problems import Problem
from onrecord.records import read_record
from onrecord.schema import schema_files
from onrecord.speakers import read_speakers
from tests.cases import Case, read_cases
from tests.reading.projects import ALWAYS

SCHEMAS: dict[str, dict[str, Any]] = {name: json.loads(text) for name, text in schema_files().items()}
FILES: dict[str, tuple[str, Callable[[TextFile], tuple[object, tuple[Problem, ...]]]]] = {
    "dossier.yml": ("dossier.schema.json", read_dossier_file),
    "codebook.yml": ("codebook.schema.json", read_codebook),
    "speakers.yml": ("speakers.schema.json", read_speakers),
    "kursk22.yml": ("record.schema.json", read_record),
}
DEMO = Path(__file__).parents[2] / "content"
BEYOND_SCHEMA = {"2023-02-29", "2022-02-30"}
"""Values that only a calendar can tell."""


class EditorsLoader(yaml.SafeLoader):
    """YAML as an editor reads it: by the core schema of YAML 1.2, which knows no dates."""


EditorsLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", "merge", "value"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_an_editor_reads(text: str) -> Any:  # noqa: ANN401  YAML is any JSON
    """Read YAML as JSON, in which every key is a string."""
    return json.loads(json.dumps(yaml.load(text, EditorsLoader)))  # noqa: S506  it is a safe loader


def files_of(case: Case) -> dict[str, str]:
    """Take the YAML files of a case that a schema describes, by name."""
    named = {Path(part.partition(" ")[2]).name: text for part, text in case.parts.items() if part.startswith("file ")}
    return {name: text for name, text in named.items() if name in FILES}


VALUES = read_cases(Path(__file__).with_name("cases") / "values.txt")
EXAMPLES = [
    pytest.param(name, text, id=f"{case}, {name}")
    for case in VALUES
    for name, text in files_of(case).items()
    if FILES[name][1](TextFile(name, text))[0] is not None
]


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_a_schema_is_one(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_the_schema_refuses_what_the_reader_refuses_and_nothing_else(name: str, text: str) -> None:
    schema, read = FILES[name]
    _, problems = read(TextFile(name, text))
    told = [each for each in problems if not any(day in each.message for day in BEYOND_SCHEMA)]
    refused = list(Draft202012Validator(SCHEMAS[schema]).iter_errors(as_an_editor_reads(text)))
    assert bool(refused) == bool(told)


@pytest.mark.parametrize(
    "path", [path for path in sorted(DEMO.rglob("*.yml")) if ".suggested" not in path.name], ids=lambda path: path.name
)
def test_the_schema_accepts_the_demo(path: Path) -> None:
    schema, _ = FILES.get(path.name, FILES["kursk22.yml"])
    assert not list(Draft202012Validator(SCHEMAS[schema]).iter_errors(as_an_editor_reads(path.read_text("utf-8"))))


@pytest.mark.parametrize("name", ALWAYS)
def test_the_schema_accepts_the_smallest_files(name: str) -> None:
    schema = SCHEMAS[FILES[Path(name).name][0]]
    assert not list(Draft202012Validator(schema).iter_errors(as_an_editor_reads(ALWAYS[name])))


def described(schema: Any) -> list[bool]:  # noqa: ANN401  a schema is any JSON
    """Tell of every field of a schema, at any depth, whether it says what it is for."""
    if isinstance(schema, list):
        return [found for each in schema for found in described(each)]
    if not isinstance(schema, dict):
        return []
    here = [bool(field.get("description")) for field in schema.get("properties", {}).values()]
    return here + [found for each in schema.values() for found in described(each)]


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_every_field_of_a_schema_says_what_it_is_for(schema: dict[str, Any]) -> None:
    found = described(schema)
    assert found
    assert all(found)
