"""The site's search: what can be found, and an index of it that pages load as scripts, from a server or from files."""

from collections.abc import Iterable, Iterator

from onrecord.data import SearchRecord
from onrecord.model import Dossier
from onrecord.pages.wording import Wording
from onrecord.search.html import sections_in
from onrecord.search.pages import opening_entries, page_entries, section_entries, source_entries
from onrecord.search.records import NO_FACETS, Entry, Facets, passage_entries, plan_facets
from onrecord.search.shards import write_index
from onrecord.search.stretches import text_entries

__all__ = [
    "NO_FACETS",
    "Entry",
    "Facets",
    "dossier_entries",
    "opening_entries",
    "plan_facets",
    "section_entries",
    "sections_in",
    "write_index",
]


def dossier_entries(dossier: Dossier, say: Wording, records: Iterable[SearchRecord]) -> Iterator[Entry]:
    """Give everything of a dossier that can be found, but for pages written by hand; `records` are of its passages."""
    yield from passage_entries(dossier, records)
    yield from page_entries(dossier, say)
    yield from source_entries(dossier, say)
    yield from text_entries(dossier, say)
