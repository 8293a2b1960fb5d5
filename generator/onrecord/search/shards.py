"""The index as scripts: browsers let pages from files load scripts, and nothing else.

Words are in shards by their first two characters, each with the numbers of its records (`~number` where it is in the
title), and records in blocks, so that a search loads what it needs. A script
calls `onrecordSearch` with what it holds.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from onrecord.search.folding import words_in
from onrecord.search.records import Entry

BLOCK = 100
"""Records a block."""

KINDS = ("quote", "statement", "page")
"""In the order in which hits are shown."""

_KEY = 2


def write_index(records: Sequence[Entry], url_of: Callable[[str], str]) -> Mapping[str, str]:
    """Write the scripts, by name; `url_of` makes addresses relative to the root of the bundle.

    Records come kind by kind, in the order of `KINDS`.
    """
    shards: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for number, record in enumerate(records):
        titled = set(words_in(record.title))
        for word in sorted({*titled, *words_in(f"{record.text} {record.detail}")}):
            shards[word[:_KEY]].setdefault(word, []).append(~number if word in titled else number)
    return dict(_scripts(records, shards, url_of))


def _scripts(
    records: Sequence[Entry], shards: Mapping[str, dict[str, list[int]]], url_of: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    ends = [sum(KINDS.index(each.kind) <= place for each in records) for place in range(len(KINDS))]
    names = {key: _name_of(key) for key in sorted(shards)}
    yield "index.js", _call("open", {"block": BLOCK, "ends": ends, "shards": names})
    for key, words in sorted(shards.items()):
        yield f"{_name_of(key)}.js", _call("addWords", key, dict(sorted(words.items())))
    for start in range(0, len(records), BLOCK):
        number = start // BLOCK
        block = [_row(each, url_of) for each in records[start : start + BLOCK]]
        yield f"records-{number}.js", _call("addRecords", number, block)


def _row(record: Entry, url_of: Callable[[str], str]) -> list[str]:
    return [url_of(record.address), record.kind, record.title, record.text, record.detail, record.language]


def _name_of(key: str) -> str:
    """Name a shard so that every file system tells it from the others."""
    return "words-" + "-".join(f"{ord(character):x}" for character in key)


def _call(method: str, *arguments: object) -> str:
    values = ",".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in arguments)
    return f"onrecordSearch.{method}({values});\n"
