"""The two records that come of one: of the newer words, and of the version that they replace.

Each is the old record with entries taken out and values set; comments and order stay. What is written is read back, and must say
what was meant.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from onrecord.fixing import words_of
from onrecord.locations import TextFile, Written
from onrecord.records import PassageEntry, RecordEntry, read_record
from onrecord.refreshing.edits import (
    Edit,
    apply_edits,
    field_of,
    insert_behind,
    set_words,
    take_field_out,
    take_out,
)
from onrecord.yaml_reading import Mapping as Map
from onrecord.yaml_reading import Node, read_yaml
from onrecord.yaml_reading import Sequence as List
from onrecord.yaml_words import write_words

_PASSAGES = ("quotes", "statements")
_STRETCHES = ("noise", "left_out")
_SET = ("sha256", "retrieved", "original", "version_of", "replaced")
"""Fields that are written, and so no matter of what the rest says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a record is to say."""

    passages: Collection[str]
    """The keys of the quotes and statements that stay."""
    lost_context: Collection[str] = ()
    """The keys of those, parts included, whose prefix and suffix go."""
    stretches: Mapping[str, Collection[str]]
    """By field, the words of `noise` and `left_out` that stay."""
    dropped: tuple[str, ...] = ()
    """Fields that go."""
    values: Mapping[str, str]
    """Fields that are set."""
    original: Mapping[str, str]
    """The fields of `original`; empty where there is none."""


def rewrite_record(file: TextFile, entry: RecordEntry, wanted: Wanted) -> str | None:
    """Write a record as wanted; None where it is written in a way that cannot be edited safely."""
    top, _ = read_yaml(file)
    if not isinstance(top, Map):
        return None
    text = apply_edits(file.text, set(_plan(file.text, top, wanted)))
    read, problems = read_record(TextFile(file.path, text))
    if read is None or problems or words_of(_bare(read)) != words_of(_bare(_expected(entry, wanted))):
        return None
    said = {name: value.text if isinstance(value := getattr(read, name), Written) else "" for name in wanted.values}
    return text if said == dict(wanted.values) else None


def _plan(text: str, top: Map, wanted: Wanted) -> list[Edit]:
    edits: list[Edit] = []
    for name in (*wanted.dropped, "original"):
        edits += take_field_out(text, top, name)
    for name in _PASSAGES:
        edits += _keep(text, top, name, wanted.passages)
        edits += _drop_context(text, field_of(top, name), wanted)
    for name in _STRETCHES:
        edits += _keep(text, top, name, wanted.stretches[name])
    lines = ""
    for name, value in wanted.values.items():
        found = set_words(field_of(top, name), write_words(value))
        edits += found
        lines += "" if found else f"{name}: {write_words(value)}\n"
    if wanted.original:
        lines += "original:\n" + "".join(f"  {name}: {write_words(value)}\n" for name, value in wanted.original.items())
    edits += insert_behind(text, top, ("sha256", "retrieved", "publisher"), lines) if lines else ()
    return edits


def _keep(text: str, top: Map, name: str, kept: Collection[str]) -> tuple[Edit, ...]:
    """Take out of a field all entries but some; the field itself where none is left."""
    node = field_of(top, name)
    words = [key.text for key, _ in node.items] if isinstance(node, Map) else _words_in(node)
    gone = [number for number, each in enumerate(words) if each not in kept]
    if not gone or not isinstance(node, Map | List):
        return take_field_out(text, top, name) if gone else ()
    return take_field_out(text, top, name) if len(gone) == len(words) else take_out(text, node, gone)


def _words_in(node: Node | None) -> list[str]:
    if node is None:
        return []
    items = node.items if isinstance(node, List) else (node,)
    return [str(getattr(each, "text", "")) for each in items]


def _drop_context(text: str, passages: Node | None, wanted: Wanted) -> list[Edit]:
    """Take prefix and suffix out of passages that stay and whose surroundings are others."""
    edits: list[Edit] = []
    for key, node in passages.items if isinstance(passages, Map) else ():
        if key.text not in wanted.passages:
            continue
        edits += _context_of(text, node) if key.text in wanted.lost_context else ()
        parts = field_of(node, "parts")
        for letter, part in parts.items if isinstance(parts, Map) else ():
            edits += _context_of(text, part) if key.text + letter.text in wanted.lost_context else ()
    return edits


def _context_of(text: str, node: Node) -> tuple[Edit, ...]:
    if not isinstance(node, Map):
        return ()
    gone = [number for number, (key, _) in enumerate(node.items) if key.text in {"prefix", "suffix"}]
    return take_out(text, node, gone) if gone else ()


def _expected(entry: RecordEntry, wanted: Wanted) -> RecordEntry:
    def keep(passages: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(
            replace(each, entry=_without_context(each.key.text, each.entry, wanted))  # type: ignore[attr-defined, type-var]
            for each in passages
            if each.key.text in wanted.passages  # type: ignore[attr-defined]
        )

    fields: dict[str, object] = dict.fromkeys(wanted.dropped, ())
    fields |= {name: keep(getattr(entry, name)) for name in _PASSAGES}
    fields |= {
        name: tuple(each for each in getattr(entry, name) if each.text in wanted.stretches[name]) for name in _STRETCHES
    }
    return replace(entry, **fields)  # type: ignore[arg-type]  # each field has its own type


def _without_context(key: str, entry: PassageEntry, wanted: Wanted) -> PassageEntry:
    parts = tuple(
        replace(each, entry=replace(each.entry, prefix=None, suffix=None))
        if key + each.key.text in wanted.lost_context
        else each
        for each in entry.parts
    )
    entry = replace(entry, parts=parts)
    return replace(entry, prefix=None, suffix=None) if key in wanted.lost_context else entry


def _bare(entry: RecordEntry) -> RecordEntry:
    return replace(entry, **dict.fromkeys(_SET))  # type: ignore[arg-type]  # none of them need be there
