"""Entries of records as facts, plain words in lists and maps, and facts from JSON that somebody else wrote.

Facts are what makes `import` of an `export` the same dossier: whatever a record may say, now or later, goes with it.
"""

from collections.abc import Mapping
from typing import Any

from onrecord.fields import Entry, Shape, fields_of
from onrecord.interchange.exchange import Fact, Facts
from onrecord.interchange.json_reading import sound
from onrecord.locations import Written
from onrecord.stored_form import PLAIN, StoredForm

_DEPTH = 12
"""How deep facts may nest; a record needs 6."""


def facts_of(entry: Entry, without: frozenset[str] = frozenset()) -> dict[str, Fact]:
    """Give what an entry says by the names of YAML, without some of its fields."""
    found: dict[str, Fact] = {}
    for field in fields_of(type(entry)):
        value = getattr(entry, field.attribute)
        if field.name in without or value is None or value == ():
            continue
        found[field.name] = _fact(value, field.shape)
    return found


def read_facts(value: object) -> dict[str, Fact]:
    """Take facts from parsed JSON, leaving out what is none: anything but words, lists and maps of them."""
    read = _read(value, _DEPTH)
    return dict(read) if isinstance(read, Mapping) else {}


def words_of(facts: Facts, name: str) -> str:
    """Give the words of a fact; empty where it is missing or no words."""
    value = facts.get(name, "")
    return value if isinstance(value, str) else ""


def form_as_fact(form: StoredForm) -> Fact:
    """Write the form of stored words; empty where it is the plain one."""
    if form == PLAIN:
        return ""
    return {"bom": "true" if form.has_bom else "false", "line_ends": list(form.line_ends)}


def form_from_fact(fact: Fact) -> StoredForm:
    """Read the form of stored words."""
    if not isinstance(fact, Mapping):
        return PLAIN
    ends = fact.get("line_ends", ())
    known = tuple(str(end) for end in ends if end in {"\n", "\r\n", "\r"}) if not isinstance(ends, Mapping) else ()
    return StoredForm(fact.get("bom") == "true", known or PLAIN.line_ends)


def _fact(value: Any, shape: Shape) -> Fact:  # noqa: ANN401  what a field holds follows from its shape
    if shape is Shape.WORDS:
        return str(value)
    if shape is Shape.ENTRY:
        return facts_of(value)
    if shape is Shape.KEYED:
        return {str(each.key): facts_of(each.entry) for each in value}
    return [str(each) if isinstance(each, Written) else facts_of(each) for each in value]


def _read(value: object, depth: int) -> Fact | None:
    if isinstance(value, str):
        return sound(value)
    if depth and isinstance(value, Mapping):
        members = {sound(name): _read(each, depth - 1) for name, each in value.items() if isinstance(name, str)}
        return {name: each for name, each in members.items() if each is not None}
    if depth and isinstance(value, list):
        items = [_read(each, depth - 1) for each in value]
        return [each for each in items if each is not None]
    return None
