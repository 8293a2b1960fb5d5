"""What search finds: passages first, each at its place in its source, and then pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord import urls
from onrecord.model import Passage
from onrecord.pages import wording as say
from onrecord.pages.calendar import date_words
from onrecord.pages.index import DossierIndex
from onrecord.pages.places import place_words
from onrecord.pages.words import words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """One thing that can be found; all plain text."""

    address: str
    """Of the page, and the place on it."""
    kind: str
    """`quote`, `statement` or `page`."""
    title: str
    """What is shown as the name of a page; empty for words of a source."""
    text: str
    """The words that are searched, and of which a stretch is shown."""
    detail: str = ""
    """Who said it when and where."""
    language: str = ""
    """Of the text, where it is a source's."""


def quote_records(index: DossierIndex) -> Iterator[SearchRecord]:
    """Give a record a passage, quotes before statements; a part is found in its whole."""
    wholes = [each for each in index.dossier.passages if each.whole is None]
    yield from (_record(each, index) for each in sorted(wholes, key=lambda each: not each.is_quote))


def _record(passage: Passage, index: DossierIndex) -> SearchRecord:
    source = passage.source
    speaker = passage.speaker.name if passage.speaker else say.SOURCE_VOICE
    detail = (speaker, date_words(source.date), source.title, place_words(passage, index))
    return SearchRecord(
        address=urls.passage_address(source.key, passage.key),
        kind=passage.kind.value,
        title="",
        text=words_of(passage).text,
        detail=" · ".join(each for each in detail if each),
        language=source.language,
    )
