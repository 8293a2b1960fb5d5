"""The site's search: what can be found, and an index of it that pages load as scripts, from a server or from files."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.data import plan_search
from onrecord.model import Dossier
from onrecord.pages.wording import Wording
from onrecord.search.html import sections_in
from onrecord.search.pages import opening_entries, page_entries, section_entries, source_entries
from onrecord.search.records import NO_FACETS, Entry, Facets, passage_entries, plan_facets
from onrecord.search.shards import write_index
from onrecord.search.stretches import text_entries

__all__ = [
    "NO_FACETS",
    "DossierEntries",
    "Entry",
    "Facets",
    "opening_entries",
    "plan_facets",
    "section_entries",
    "sections_in",
    "write_index",
]


@dataclass(frozen=True, slots=True)
class DossierEntries:
    """Everything of a dossier that can be found, but for pages written by hand: found anew by whoever goes through it."""

    dossier: Dossier
    say: Wording

    def __iter__(self) -> Iterator[Entry]:
        """Give what is found, passages first."""
        yield from passage_entries(self.dossier, plan_search(self.dossier, self.say))
        yield from page_entries(self.dossier, self.say)
        yield from source_entries(self.dossier, self.say)
        yield from text_entries(self.dossier, self.say)
