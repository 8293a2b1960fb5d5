"""A proof file, read without trust, and held to what it states: hashes of sources, and words at their places."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from onrecord.data.proof import FORMAT, LINE_ENDS
from onrecord.stored_form import StoredForm, restore
from onrecord.texts import showable
from onrecord.verifying.verdict import Difference, UnreadableError

_ENDS = {name: end for end, name in LINE_ENDS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenSource:
    """A source as the proof has it."""

    id: str
    sha256: str
    text: str
    form: StoredForm


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenPassage:
    """A passage as the proof has it."""

    key: str
    source: str
    is_quote: bool
    is_part: bool
    """Whether it is a part of another, which is counted with it."""
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadProof:
    """A proof file."""

    sources: dict[str, ProvenSource]
    passages: dict[str, ProvenPassage]
    """By their keys, `source:passage`."""


def read_proof(data: bytes) -> ReadProof:
    """Read a proof file; UnreadableError where it is not one."""
    try:
        whole = json.loads(data)
        if whole["format"] != FORMAT:
            raise UnreadableError(f"the proof has the format {whole['format']!r}; this program reads {FORMAT}")
        sources = [_source(each) for each in whole["sources"]]
        passages = [_passage(each) for each in whole["passages"]]
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        why = f"it has no {fault}" if isinstance(fault, KeyError) else str(fault) or type(fault).__name__
        raise UnreadableError(f"the proof cannot be read: {why}") from fault
    proof = ReadProof(sources={each.id: each for each in sources}, passages={each.key: each for each in passages})
    if len(proof.sources) < len(sources) or len(proof.passages) < len(passages):
        raise UnreadableError("the proof has two entries of one name")
    return proof


def check_proof(proof: ReadProof) -> Iterator[Difference]:
    """Hold every source to its hash, and every passage to its source."""
    for source in proof.sources.values():
        if not _has_hash(source):
            yield Difference(showable(source.id), "the words of the source do not have the hash that is stated")
    for passage in proof.passages.values():
        known = proof.sources.get(passage.source)
        if known is None:
            yield Difference(showable(passage.key), f"its source `{showable(passage.source)}` is not in the proof")
        elif len(passage.spans) != len(passage.words) or not passage.spans:
            yield Difference(showable(passage.key), "it has no place for each piece")
        else:
            yield from _check_words(passage, known)


def _check_words(passage: ProvenPassage, source: ProvenSource) -> Iterator[Difference]:
    for (start, end), words in zip(passage.spans, passage.words, strict=True):
        if not 0 <= start < end <= len(source.text):
            yield Difference(showable(passage.key), f"{start}-{end} is no place in `{showable(source.id)}`")
        elif source.text[start:end] != words:
            yield Difference(
                showable(passage.key),
                f"its words are not those of `{showable(source.id)}` at {start}-{end}, which are "
                f"“{showable(shorten(source.text[start:end]))}”",
            )


def shorten(words: str) -> str:
    """Cut words for a message."""
    most = 80
    return words if len(words) <= most else f"{words[:most]}…"


def _has_hash(source: ProvenSource) -> bool:
    try:
        return sha256(restore(source.text, source.form)).hexdigest() == source.sha256
    except ValueError:
        return False


def _source(entry: dict[str, Any]) -> ProvenSource:
    ends = entry["line_ends"]
    names = [ends] if isinstance(ends, str) else ends
    return ProvenSource(
        id=_text(entry["id"]),
        sha256=_text(entry["sha256"]),
        text=_text(entry["text"]),
        form=StoredForm(entry["bom"] is True, tuple(_ENDS[name] for name in names)),
    )


def _passage(entry: dict[str, Any]) -> ProvenPassage:
    return ProvenPassage(
        key=_text(entry["key"]),
        source=_text(entry["source"]),
        is_quote=entry["kind"] == "quote",
        is_part=entry["part_of"] is not None,
        spans=tuple((_whole(start), _whole(end)) for start, end in entry["spans"]),
        words=tuple(_text(words) for words in entry["words"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{str(value)[:40]!r} is no text")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{str(value)[:40]!r} is no position")
    return value
