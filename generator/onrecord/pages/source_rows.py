"""A source in a list: what it is, who published it, and whose side that is."""

from dataclasses import dataclass

from onrecord.model import Source
from onrecord.pages.calendar import date_words
from onrecord.pages.earlier import earlier_words
from onrecord.pages.index import DossierIndex
from onrecord.pages.own_release import own_release
from onrecord.pages.references import Reference, source_reference


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source in a list."""

    reference: Reference
    publisher: str
    kind: str
    date: str
    iso_date: str
    translation: str
    counts: str
    own_release: str
    """A sentence where an official publisher quotes its own side."""
    earlier: str
    """A sentence where the source has newer words."""


def plan_source_row(source: Source, index: DossierIndex) -> SourceRow:
    """Sum up a source for a list."""
    wholes = index.voices_in(source)
    quotes = sum(each.is_quote for each in wholes)
    counts = (index.say.count_quotes(quotes), index.say.count_statements(len(wholes) - quotes))
    return SourceRow(
        reference=source_reference(source),
        publisher=source.publisher,
        kind=source.kind,
        date=date_words(source.date, index.say),
        iso_date=str(source.date),
        translation=source.translation,
        own_release=own_release(source, wholes, index.say),
        earlier=earlier_words(source, index.say),
        counts=", ".join(counts if len(wholes) > quotes else counts[:1]),
    )
