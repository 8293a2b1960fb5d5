"""JSON Schemas of the YAML files (draft 2020-12), made from the entry classes that read them.

An editor reads YAML by its own rules, so `2022` is a number to it and `true` a truth value; words may be any scalar here,
and what they must look like is held where they are written as text.
"""

import json
from typing import Any

from onrecord.codebook import TopicEntry
from onrecord.dossier_file import DossierEntry
from onrecord.fields import Entry, Field, Shape, fields_of
from onrecord.forms import DATE, KEY, Form
from onrecord.front_matter import FrontMatterEntry
from onrecord.records import RecordEntry
from onrecord.speakers import SpeakerEntry
from onrecord.suggesting.suggested import SuggestedEntry

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_NOT_BLANK = r"\S"
_BLANK: Schema = {"type": ["string", "null"], "pattern": r"^\s*$"}
"""What stands for a field that is not given: nothing, or nothing but blanks."""
_RANGES: dict[Form, Schema] = {DATE: {"minimum": 1000, "maximum": 9999}}
"""What a number must be that an editor has made of a year."""


def schema_files() -> dict[str, str]:
    """Give the schema of every YAML file as JSON text, by file name."""
    schemas = {
        "dossier": schema_of(DossierEntry),
        "codebook": schema_of_map(TopicEntry, KEY),
        "speakers": schema_of_map(SpeakerEntry, KEY),
        "record": schema_of(RecordEntry),
        "suggested": schema_of(SuggestedEntry),
        "front-matter": schema_of(FrontMatterEntry),
    }
    return {
        f"{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }


def schema_of(cls: type[Entry]) -> Schema:
    """Describe a file that is one entry."""
    return {"$schema": DIALECT, **_entry(cls)}


def schema_of_map(cls: type[Entry], key_form: Form) -> Schema:
    """Describe a file that is a map from keys to entries."""
    return {"$schema": DIALECT, **_keyed(cls, key_form)}


def _entry(cls: type[Entry]) -> Schema:
    required = [field.name for field in fields_of(cls) if field.is_required]
    return {
        "title": cls.called,
        "description": (cls.__doc__ or "").strip(),
        "type": "object",
        "properties": {field.name: _field(field) for field in fields_of(cls)},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _field(field: Field) -> Schema:
    return {"description": field.description, **_SHAPES[field.shape](field)}


def _words(field: Field) -> Schema:
    blank = [] if field.is_required else [_BLANK]
    return {"anyOf": [*_good_words(field.form), *blank]} if blank else _either(_good_words(field.form))


def _good_words(form: Form) -> list[Schema]:
    """Describe what a form admits: as a string, and as what an editor may take it for."""
    string: Schema = {"enum": list(form.choices)} if form.choices else {"type": "string", "pattern": _pattern(form)}
    return [string, *({"type": kind, **_RANGES.get(form, {})} for kind in form.typed)]


def _pattern(form: Form) -> str:
    return f"^(?:{form.pattern})$" if form.pattern else _NOT_BLANK


def _either(schemas: list[Schema]) -> Schema:
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def _list(field: Field) -> Schema:
    good = _good_words(field.form)
    array: Schema = {"type": "array", "items": _either(good), **({"minItems": 1} if field.is_required else {})}
    return {"anyOf": [*good, array, *([] if field.is_required else [_BLANK])]}


def _one(field: Field) -> Schema:
    return {"anyOf": [_entry(_class_in(field)), _BLANK]}


def _many(field: Field) -> Schema:
    return {"type": ["array", "null"], "items": _entry(_class_in(field))}


def _map(field: Field) -> Schema:
    return _keyed(_class_in(field), field.key_form)


def _keyed(cls: type[Entry], key_form: Form) -> Schema:
    return {
        "type": ["object", "null"],
        "propertyNames": {"pattern": _pattern(key_form)},
        "additionalProperties": _entry(cls),
    }


def _class_in(field: Field) -> type[Entry]:
    if field.entry_class is None:
        raise TypeError(f"`{field.name}` holds no entries")
    return field.entry_class


_SHAPES = {
    Shape.WORDS: _words,
    Shape.ENTRY: _one,
    Shape.LIST: _list,
    Shape.ENTRIES: _many,
    Shape.KEYED: _map,
}
