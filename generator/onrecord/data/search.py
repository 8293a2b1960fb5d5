"""What a search finds: each quote and statement by itself, said to be whose and of when, and where it leads.

The records are values for whatever searches: the site's own search today, any other index likewise. A part of a
passage has none, since its words are its whole's.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord import urls
from onrecord.citing import GAP, one_line
from onrecord.model import Dossier, Passage
from onrecord.pages.calendar import date_words
from onrecord.pages.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """A passage to be found; plain text throughout."""

    address: str
    """The place of the passage in its source."""
    title: str
    """Who said it, and when: `Aleksandr Lukashenko, 9 June 2022`."""
    source: str
    """The title of the source."""
    text: str
    """The exact words on one line, the pieces of a split passage joined by a mark."""
    context: str
    """What the editor says beside it, and that it is that; may be empty."""
    language: str
    """Of the words, a BCP 47 tag; may be empty."""


@dataclass(frozen=True, slots=True)
class SearchRecords:
    """The records of a dossier, planned anew by whoever goes through them."""

    dossier: Dossier
    say: Wording

    def __iter__(self) -> Iterator[SearchRecord]:
        """Give them in the order of the dossier."""
        return plan_search(self.dossier, self.say)


def plan_search(dossier: Dossier, say: Wording) -> Iterator[SearchRecord]:
    """Plan a record of each whole passage, in the order of the dossier."""
    return (plan_record(each, say) for each in dossier.passages if each.whole is None)


def plan_record(passage: Passage, say: Wording) -> SearchRecord:
    """Plan the record of a passage."""
    return SearchRecord(
        address=urls.passage_address(passage.source.key, passage.key),
        title=_title(passage, say),
        source=one_line(passage.source.title),
        text=GAP.join(map(one_line, passage.pieces)),
        context=say.FOUND_CONTEXT.format(context=one_line(passage.context)) if passage.context else "",
        language=passage.source.language,
    )


def _title(passage: Passage, say: Wording) -> str:
    date = date_words(passage.source.date, say)
    if passage.speaker is None:
        return say.FOUND_NARRATION.format(date=date)
    said = say.FOUND_QUOTE if passage.is_quote else say.FOUND_REPORT
    return said.format(speaker=one_line(passage.speaker.name), date=date)
