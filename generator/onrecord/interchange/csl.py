"""References in CSL JSON, as Zotero and others export them, as an exchange: documents without words and annotations.

They make the records of stored words that have none yet, whose keys they name; all others are listed.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.dates import Date, parse_date
from onrecord.interchange.collecting import Collector
from onrecord.interchange.exchange import Exchange, Fact, UnreadableError
from onrecord.interchange.foreign import Foreign
from onrecord.interchange.json_reading import maps_in, peek_json, read_json, words

NAME = "CSL JSON references"

_TAKEN = {"id", "type", "title", "publisher", "container-title", "author", "issued", "accessed", "URL", "language"}
_DIGITS = re.compile("[0-9]{1,4}")
_QUIET = {"citation-key", "note", "shortTitle", "title-short", "source", "DOI", "ISBN", "ISSN", "abstract"}
"""What no record has a place for; not worth telling, since the references stay where they are."""


def is_csl(file: Foreign) -> bool:
    """Tell whether a file is JSON with references."""
    return any(_is_item(each) for each in maps_in(peek_json(file.data)))


def read_csl(file: Foreign) -> Exchange:
    """Read references; UnreadableError where there are none."""
    collected = Collector()
    for item in _items(read_json(file.data)):
        facts = {name: fact for name, fact in _facts(item).items() if fact}
        id_ = words(item, "citation-key", "id") or words(item, "title")
        collected.add_document(
            id_, words(item, "title"), url=words(item, "URL"), date=str(facts.get("date", "")), key=id_, facts=facts
        )
        for name in item.keys() - _TAKEN - _QUIET:
            collected.lose(f"field `{name}`")
    if not collected.documents:
        raise UnreadableError("the file holds no reference", "export the references as CSL JSON")
    return collected.exchange(NAME)


def _items(value: object) -> Iterator[Mapping[str, Any]]:
    return (each for each in maps_in(value) if _is_item(each))


def _is_item(each: Mapping[str, Any]) -> bool:
    return bool(words(each, "type") and words(each, "title")) and "target" not in each and "@context" not in each


def _facts(item: Mapping[str, Any]) -> dict[str, Fact]:
    return {
        "title": words(item, "title"),
        "date": _date(item.get("issued")),
        "publisher": words(item, "publisher", "container-title") or _author(item),
        "kind": words(item, "type").replace("-", " "),
        "url": words(item, "URL"),
        "language": words(item, "language"),
        "retrieved": _date(item.get("accessed")),
    }


def _author(item: Mapping[str, Any]) -> str:
    names = [
        words(each, "literal") or f"{words(each, 'given')} {words(each, 'family')}".strip()
        for each in maps_in(item.get("author"))
    ]
    return ", ".join(name for name in names if name)


def _date(value: object) -> str:
    """Read a date of CSL, its parts or its words; empty where there is none that says a day, a month or a year."""
    if not isinstance(value, Mapping):
        return ""
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [int(each) for each in map(str, first[:3]) if _DIGITS.fullmatch(each)]
    if numbers:
        year, month, day = (*numbers, None, None)[:3]
        written = str(Date(year=year or 0, month=month, day=day))
        return written if parse_date(written) else ""
    raw = words(value, "raw", "literal")[:10]
    return raw if parse_date(raw) else ""
