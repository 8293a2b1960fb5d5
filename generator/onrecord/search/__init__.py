"""The search of the offline bundle: what can be found, and an index of it that pages load as scripts from files."""

from onrecord.search.records import SearchRecord, quote_records
from onrecord.search.shards import write_index

__all__ = ["SearchRecord", "quote_records", "write_index"]
