"""The search of the offline bundle: what can be found, and an index of it that pages load as scripts from files."""

from onrecord.search.records import Entry, passage_entries
from onrecord.search.shards import write_index

__all__ = ["Entry", "passage_entries", "write_index"]
