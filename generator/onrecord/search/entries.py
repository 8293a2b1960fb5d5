"""Everything of a dossier that a search finds, found anew by whoever goes through it: of its pages, and source by source."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from zlib import crc32

from onrecord.data import plan_record
from onrecord.model import Dossier, Passage, Source
from onrecord.pages.wording import Wording
from onrecord.search.pages import page_entries, source_entry
from onrecord.search.records import Entry, Facets, passage_entry, plan_facets
from onrecord.search.stretches import text_entries

Told = tuple[Source, tuple[Passage, ...]]
"""A source with its passages."""

_TOGETHER = 64
"""Sources whose entries are read as one part, on average: enough that they share words, and few enough to be read again.

Where a part ends, the key of its last source says, so that one source more or less changes one part alone.
"""
_MOST = 4 * _TOGETHER


@dataclass(frozen=True)
class DossierEntries:
    """What is found of a dossier, but for pages written by hand."""

    dossier: Dossier
    say: Wording
    digest_of: Callable[[Source | Passage], bytes] | None = field(default=None, compare=False, repr=False)
    """Gives the digest of all that a source or a passage holds and refers to; none where nothing is to be kept."""

    @cached_property
    def facets(self) -> Facets:
        """Say what entries can be chosen by."""
        return plan_facets(self.dossier)

    def __iter__(self) -> Iterator[Entry]:
        """Give all entries."""
        yield from self.of_pages()
        for part in self.parts():
            yield from self.of_sources(part)

    def of_pages(self) -> Iterator[Entry]:
        """Give the entries of the pages that are of no source."""
        return page_entries(self.dossier, self.say)

    def parts(self) -> Sequence[Sequence[Told]]:
        """Part the sources, in the order of the facets."""
        passages: dict[str, list[Passage]] = defaultdict(list)
        for each in self.dossier.passages:
            passages[each.source.key].append(each)
        told = {each.key: (each, tuple(passages[each.key])) for each in self.dossier.sources}
        parts: list[list[Told]] = [[]]
        for key, _ in self.facets.sources:
            parts[-1].append(told[key])
            if crc32(key.encode()) % _TOGETHER == 0 or len(parts[-1]) == _MOST:
                parts.append([])
        return [each for each in parts if each]

    def digest(self, part: Sequence[Told]) -> bytes:
        """Give the digest of all that the entries of a part are made of; empty where nothing is to be kept."""
        if self.digest_of is None:
            return b""
        digest = blake2b(digest_size=16)
        for source, passages in part:
            told: tuple[Source | Passage, ...] = (source, *passages)
            for each in told:
                digest.update(self.digest_of(each))
        return digest.digest()

    def of_sources(self, part: Sequence[Told]) -> Iterator[Entry]:
        """Give the entries of sources: passages first, then their pages, then the rest of their texts."""
        for source, passages in part:
            for each in passages:
                if each.whole is None:
                    yield passage_entry(each, plan_record(each, self.say))
            yield source_entry(source, self.say)
            yield from text_entries(source, passages, self.say)
