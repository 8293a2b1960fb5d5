"""A part of an index: the entries of some sources, read by themselves.

Whoever puts the parts together in the order of their sources has the index of all of them, and need not see an entry
again. So parts may be read side by side, and what is shown of their entries lies in a store.
"""

import json
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.search.folding import word_set
from onrecord.search.numbers import write_steps
from onrecord.search.records import KINDS, Entry, Facets
from onrecord.stored import Store

SPEAKER, TOPIC = "#s", "#t"
"""Before the ids of what entries can be chosen by, among words."""
APART = "\0"
"""Between what is shown of one entry and of the next; neither an address nor JSON holds it."""

Place = tuple[int, int]
"""Of bytes in a store."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a part, each with the records that have it, counted within a kind of the part."""

    words: str
    """With a blank between them."""
    firsts: "array[int]"
    lasts: "array[int]"
    """The first and the last record of each word."""
    steps: str
    """What leads from the one to the other, as `write_steps` writes it; with a blank between those of two words."""

    def __iter__(self) -> Iterator[tuple[str, int, int, str]]:
        """Give each word with its first and last record and the steps between these."""
        return zip(
            self.words.split(" ") if self.words else (), self.firsts, self.lasts, self.steps.split(" "), strict=False
        )


@dataclass(frozen=True, slots=True)
class OfKind:
    """The entries of one kind in a part."""

    plain: Words
    """Where a word is anywhere but in a title."""
    titled: Words
    shown: tuple[Place, Place]
    """The addresses of the entries, and what else is shown of each."""
    sources: Mapping[str, int]
    """How many entries each source has."""


Part = tuple[OfKind, ...]
"""In the order of `KINDS`."""


class Reader:
    """Reads parts of the index of one site."""

    def __init__(self, facets: Facets, store: Store) -> None:
        """Take what entries can be chosen by, and where what is shown of them is kept."""
        self._store = store
        self._sources = {key: number for number, (key, _) in enumerate(facets.sources)}

    def read(self, entries: Iterable[Entry]) -> Part:
        """Read entries, in any order; all that their sources have of a kind is in one part."""
        of_kinds: dict[str, list[Entry]] = {kind: [] for kind in KINDS}
        for each in entries:
            of_kinds[each.kind].append(each)
        return tuple(map(self._read_kind, of_kinds.values()))

    def _read_kind(self, entries: list[Entry]) -> OfKind:
        entries.sort(key=lambda each: self._sources.get(each.source, -1))
        plain: dict[str, list[int]] = {}
        titled: dict[str, list[int]] = {}
        for number, entry in enumerate(entries):
            words = word_set(f"{entry.text} {entry.detail}")
            if entry.title:
                in_title = word_set(entry.title)
                words -= in_title
                _note(titled, in_title, number)
            words.update(f"{TOPIC}{each}" for each in entry.topics)
            if entry.speaker:
                words.add(f"{SPEAKER}{entry.speaker}")
            _note(plain, words, number)
        shown = (self._keep([each.address for each in entries]), self._keep(list(map(_shown, entries))))
        return OfKind(_columns(plain), _columns(titled), shown, Counter(each.source for each in entries))

    def _keep(self, texts: Sequence[str]) -> Place:
        return self._store.put("".join(f"{each}{APART}" for each in texts).encode("utf-8", "surrogatepass"))


def _note(numbers: dict[str, list[int]], words: Iterable[str], number: int) -> None:
    for word in words:
        found = numbers.get(word)
        if found is None:
            numbers[word] = [number]
        else:
            found.append(number)


def _columns(numbers: Mapping[str, Sequence[int]]) -> Words:
    lists = numbers.values()
    return Words(
        " ".join(numbers),
        array("I", [each[0] for each in lists]),
        array("I", [each[-1] for each in lists]),
        " ".join(map(write_steps, lists)),
    )


def _shown(entry: Entry) -> str:
    """Write what is shown of an entry behind its address, as the rest of a list in JSON."""
    shown = " · ".join(filter(None, (entry.detail, entry.label))) if entry.kind != "source" else entry.label
    row = [entry.title, entry.text, shown, entry.language]
    while row and not row[-1]:
        row.pop()
    return "".join(f",{write_json(each)}" for each in row)


def write_json(value: object) -> str:
    """Write a value for a script."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
