"""The site's search: what can be found, and an index of it that pages load as scripts, from a server or from files."""

from onrecord.search.entries import DossierEntries
from onrecord.search.html import sections_in
from onrecord.search.keeping import KeptParts, read_parts
from onrecord.search.pages import opening_entries, section_entries
from onrecord.search.parts import Part, Reader
from onrecord.search.records import NO_FACETS, Entry, Facets, plan_facets
from onrecord.search.shards import Index, write_index

__all__ = [
    "NO_FACETS",
    "DossierEntries",
    "Entry",
    "Facets",
    "Index",
    "KeptParts",
    "Part",
    "Reader",
    "opening_entries",
    "plan_facets",
    "read_parts",
    "section_entries",
    "sections_in",
    "write_index",
]
