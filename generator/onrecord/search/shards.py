"""The index as scripts, which a browser takes from a server and from files alike.

The words are in shards in the order of their letters, each word with its records: those that have it in their title
apart. What entries can be chosen by stands among the words, behind a `#`, which no word holds. What is shown of entries is in
blocks. So a search loads the shards of its words and the blocks of what it shows, and no more: a shard is about 12 KB,
a block about 8, and a list of records at most a sixth of a byte for each record of the site. A script calls
`onrecordSearch` with what it holds.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain

from onrecord.dates import Date
from onrecord.search.folding import word_set
from onrecord.search.numbers import write_column, write_rising
from onrecord.search.records import KINDS, Entry, Facets

SHARD = 12_000
"""Characters behind which a shard of words ends."""
BLOCK = 8_000
"""Characters behind which a block of entries ends."""

_FACET = "#"
_DAYS_BEFORE = 719_163
"""1 January 1970, counted from 1 January of the year 1."""


def write_index(
    entries: Iterable[Entry], facets: Facets, url_of: Callable[[str], str], *, folder: str = ""
) -> Mapping[str, str]:
    """Write the scripts, by name below a folder; `url_of` makes addresses relative to the root of the site.

    Entries come in any order; within a kind, those of a source stand together in the order of `facets`, and each keeps
    its place among them.
    """
    records = _in_order(entries, facets)
    shards = list(_cut(_lines(*_look_up(records, facets)), SHARD))
    rows = [_row(each, url_of) for each in records]
    blocks = list(_cut(rows, BLOCK))
    scripts = {f"words-{number}": _call("addWords", number, " ".join(each)) for number, each in enumerate(shards)}
    scripts |= {
        f"records-{number}": f"onrecordSearch.addRecords({number},[{','.join(each)}]);\n"
        for number, each in enumerate(blocks)
    }
    scripts["facets"] = _call("addFacets", _facets(records, facets))
    opened = {
        "version": _version(scripts.values()),
        "ends": [sum(KINDS.index(each.kind) <= place for each in records) for place in range(len(KINDS))],
        "shards": [each[0].partition(" ")[0] for each in shards],
        "blocks": write_column(len(each) for each in blocks),
    }
    return {f"{folder}{name}.js": script for name, script in {"index": _call("open", opened), **scripts}.items()}


def _in_order(entries: Iterable[Entry], facets: Facets) -> Sequence[Entry]:
    kinds = {kind: number for number, kind in enumerate(KINDS)}
    sources = {key: number for number, (key, _) in enumerate(facets.sources)}
    return sorted(entries, key=lambda each: (kinds[each.kind], sources.get(each.source, -1)))


def _look_up(records: Sequence[Entry], facets: Facets) -> tuple[Mapping[str, list[int]], Mapping[str, list[int]]]:
    """List the records of each word: those that have it anywhere but in their title, and those that have it there."""
    plain: dict[str, list[int]] = defaultdict(list)
    titled: dict[str, list[int]] = defaultdict(list)
    speakers = {key: f"{_FACET}s{number}" for number, (key, _) in enumerate(facets.speakers)}
    topics = {key: f"{_FACET}t{number}" for number, (key, _) in enumerate(facets.topics)}
    for number, record in enumerate(records):
        words = word_set(f"{record.text} {record.detail}")
        if record.title:
            in_title = word_set(record.title)
            words -= in_title
            for word in in_title:
                titled[word].append(number)
        words.update(topics[each] for each in record.topics if each in topics)
        if record.speaker in speakers:
            words.add(speakers[record.speaker])
        for word in words:
            plain[word].append(number)
    return plain, titled


def _lines(plain: Mapping[str, list[int]], titled: Mapping[str, list[int]]) -> Iterator[str]:
    """Write each word with its lists, in the order in which browsers compare strings: by UTF-16 code units."""
    for word in sorted({*plain, *titled}, key=lambda each: each.encode("utf-16-be")):
        line = f"{word} {write_rising(plain[word])}" if word in plain else f"{word} "
        yield f"{line},{write_rising(titled[word])}" if word in titled else line


def _cut(items: Iterable[str], length: int) -> Iterator[list[str]]:
    """Cut a list of texts into parts that end as soon as they are long enough."""
    part: list[str] = []
    long = 0
    for item in items:
        if part and long + len(item) > length:
            yield part
            part, long = [], 0
        part.append(item)
        long += len(item) + 1
    if part:
        yield part


def _row(record: Entry, url_of: Callable[[str], str]) -> str:
    shown = " · ".join(filter(None, (record.detail, record.label))) if record.kind != "source" else record.label
    row = [url_of(record.address), record.title, record.text, shown, record.language]
    while not row[-1]:
        row.pop()
    return _json(row)


def _facets(records: Sequence[Entry], facets: Facets) -> Mapping[str, object]:
    """Tell the days of each source, how many entries of each kind it has, and the names of the rest."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for record in records:
        counts[record.kind, record.source] += 1
    days = [date.first_day.toordinal() - _DAYS_BEFORE for _, date in facets.sources]
    return {
        "newest": days[0] if days else 0,
        "steps": write_column(before - day for before, day in zip([*days[:1], *days], days, strict=False)),
        "spans": write_column(map(_length, (date for _, date in facets.sources))),
        "counts": [write_column(counts[kind, key] for key, _ in facets.sources) for kind in KINDS],
        "apart": [counts[kind, ""] for kind in KINDS],
        "keys": " ".join(key for key, _ in facets.sources),
        "speakers": list(map(list, facets.speakers)),
        "topics": list(map(list, facets.topics)),
    }


def _length(date: Date) -> int:
    """Count the days that a date may mean besides its first."""
    return (date.last_day - date.first_day).days


def _version(scripts: Iterable[str]) -> str:
    return sha256("".join(chain(scripts)).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _call(method: str, *arguments: object) -> str:
    return f"onrecordSearch.{method}({','.join(map(_json, arguments))});\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
