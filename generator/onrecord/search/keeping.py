"""Parts of an index kept from one build to the next, so that only those are read again in which something is different.

A part is kept under a hash of all that its entries are made of, in the folder and under the seal of what is remembered
of the last site. It is JSON and the bytes of what is shown, so to get it runs nothing.
"""

import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.forking import map_forked
from onrecord.search.entries import DossierEntries
from onrecord.search.parts import OfKind, Part, Place, Reader, Words
from onrecord.stored import Store
from onrecord.working.keeping import Keep

_SHAPE = b"a part of the search 1"
_SPARE = 8
"""Parts of earlier indexes that may be kept, for an edit that is taken back."""
_LENGTH = 8
"""Bytes that say how long the head of a part is."""


@dataclass(frozen=True, slots=True)
class KeptParts:
    """The parts of the index of a site."""

    keep: Keep
    base: bytes
    """The hash of what all parts are made of."""

    def name(self, digest: bytes) -> str:
        """Name a part by the digest of what it alone is made of."""
        return Keep.name(_SHAPE, self.base, digest)

    def get(self, name: str, store: Store) -> Part | None:
        """Get a part, what is shown being put into a store; None where it is not there."""
        data = self.keep.get(name)
        if data is None:
            return None
        start = _LENGTH + int.from_bytes(data[:_LENGTH], "big")
        return tuple(_read(row, data, start, store) for row in json.loads(data[_LENGTH:start]))

    def put(self, name: str, part: Part, store: Store) -> None:
        """Keep a part."""
        shown = b"".join(store.get(place) for each in part for place in each.shown)
        rows, end = [], 0
        for each in part:
            lengths = [place[1] for place in each.shown]
            rows.append((_row(each.plain), _row(each.titled), end, lengths, dict(each.sources)))
            end += sum(lengths)
        head = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        self.keep.put(name, b"".join((len(head).to_bytes(_LENGTH, "big"), head, shown)))


def read_parts(
    found: DossierEntries, reader: Reader, store: Store, workers: int, kept: KeptParts | None = None
) -> Iterator[Part]:
    """Read the parts of an index in their order, by so many processes; those that were kept are not read again."""
    parts = found.parts()
    names = [kept.name(found.digest(each)) for each in parts] if kept is not None else []

    def read(number: int) -> Part:
        part = kept.get(names[number], store) if kept is not None else None
        if part is None:
            part = reader.read(found.of_sources(parts[number]))
            if kept is not None:
                kept.put(names[number], part, store)
        return part

    yield from map_forked(read, len(parts), workers)
    if kept is not None:
        kept.keep.note_used(names)
        kept.keep.tidy(_SPARE)


def _row(words: Words) -> list[Any]:
    return [words.words, list(words.firsts), list(words.lasts), words.steps]


def _read(row: list[Any], data: bytes, start: int, store: Store) -> OfKind:
    plain, titled, begin, lengths, sources = row
    places: list[Place] = []
    at = start + begin
    for length in lengths:
        places.append(store.put(data[at : at + length]))
        at += length
    return OfKind(_words(plain), _words(titled), (places[0], places[1]), sources)


def _words(row: list[Any]) -> Words:
    words, firsts, lasts, steps = row
    return Words(words, array("I", firsts), array("I", lasts), steps)
