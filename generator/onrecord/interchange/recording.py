"""Passages as lines of a record: a new record whole, or lines put into one that is there and left as it is otherwise.

Nothing is handed on before it was read back: a record must still say all that it said, and what was added.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.fields import Keyed
from onrecord.interchange.exchange import Fact, Facts
from onrecord.interchange.facts import facts_of
from onrecord.interchange.yaml_words import write_map
from onrecord.locations import TextFile
from onrecord.records import PassageEntry, RecordEntry, read_record

_BLOCKS = ("quotes", "statements")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """Passages to be recorded, each under its key, as facts."""

    quotes: Mapping[str, Facts]
    statements: Mapping[str, Facts]

    def of(self, block: str) -> Mapping[str, Facts]:
        """Give those of `quotes` or of `statements`."""
        return self.quotes if block == "quotes" else self.statements


def write_record(facts: Facts, entries: Entries, path: str) -> str | None:
    """Write a new record; None where it would not read back."""
    blocks = {block: _as_fact(entries.of(block)) for block in _BLOCKS if entries.of(block)}
    late = {name: fact for name, fact in facts.items() if name == "events"}
    early = {name: fact for name, fact in facts.items() if name not in late}
    text = write_map({**early, **blocks, **late})
    read, found = read_record(TextFile(path, text))
    return text if read is not None and not found and _says(read, entries) else None


def add_to_record(text: str, entries: Entries, path: str) -> str | None:
    """Put passages into a record (its canonical text); None where there is no safe place for them."""
    old, old_faults = read_record(TextFile(path, text))
    if old is None:
        return None
    changed = text
    for block in _BLOCKS:
        if entries.of(block):
            changed = _insert(changed, block, entries.of(block))
    new, faults = read_record(TextFile(path, changed))
    if new is None or len(faults) != len(old_faults) or not _says(new, entries):
        return None
    return changed if _without(new, entries) == _without(old, entries) else None


def _insert(text: str, block: str, passages: Mapping[str, Facts]) -> str:
    """Insert passages behind the last line of a block, or the whole block at the end."""
    head = re.search(rf"^{block}:[ \t]*(?:#.*)?$", text, re.MULTILINE)
    if head is None:
        ended = text if not text or text.endswith("\n") else f"{text}\n"
        return f"{ended}{write_map({block: _as_fact(passages)})}"
    next_top = re.compile(r"^[^\s#]", re.MULTILINE).search(text, head.end() + 1)
    inside = text[head.end() : next_top.start() if next_top else len(text)]
    lines = inside.splitlines(keepends=True)
    while lines and (not lines[-1].strip() or lines[-1].startswith("#")):
        lines.pop()  # blank lines, and comments that belong to what follows
    margins = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip() and not line.strip().startswith("#")]
    position = head.end() + sum(map(len, lines))
    before = text[:position] if text[:position].endswith("\n") else f"{text[:position]}\n"
    return (
        before
        + write_map(_as_fact(passages), min(margins, default=2))
        + text[position:].removeprefix("\n" * (not lines))
    )


def _as_fact(passages: Mapping[str, Facts]) -> dict[str, Fact]:
    return dict(passages.items())


def _says(record: RecordEntry, entries: Entries) -> bool:
    """Tell whether a record says of each passage just what was to be written."""
    read = {str(each.key): _plain(facts_of(each.entry)) for each in _passages(record)}
    wanted = {**entries.quotes, **entries.statements}
    return all(read.get(key) == _plain(facts) for key, facts in wanted.items())


def _without(record: RecordEntry, entries: Entries) -> object:
    """Give what a record says apart from these passages."""
    facts = facts_of(record, frozenset(_BLOCKS))
    added = {**entries.quotes, **entries.statements}
    return facts, [(str(each.key), facts_of(each.entry)) for each in _passages(record) if str(each.key) not in added]


def _passages(record: RecordEntry) -> tuple[Keyed[PassageEntry], ...]:
    return (*record.quotes, *record.statements)


def _plain(fact: Fact) -> object:
    """Make words and a list of them alone one, and forget the order of maps."""
    if isinstance(fact, str):
        return [fact]
    if isinstance(fact, Mapping):
        return {name: _plain(each) for name, each in fact.items()}
    items: Sequence[Fact] = fact
    return [each if isinstance(each, str) else _plain(each) for each in items]
