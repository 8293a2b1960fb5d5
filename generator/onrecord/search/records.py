"""What the offline bundle's search finds: passages first, each at its place in its source, and then pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.data import plan_search
from onrecord.model import Dossier
from onrecord.pages.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
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
    """Who said it and when, in which source, and what the editor says beside it; searched too."""
    language: str = ""
    """Of the text, where it is a source's."""


def passage_entries(dossier: Dossier, say: Wording) -> Iterator[Entry]:
    """Give an entry a passage, quotes before statements; a part is found in its whole."""
    wholes = [each for each in dossier.passages if each.whole is None]
    found = zip(wholes, plan_search(dossier, say), strict=True)
    for passage, record in sorted(found, key=lambda pair: not pair[0].is_quote):
        yield Entry(
            address=record.address,
            kind=passage.kind.value,
            title="",
            text=record.text,
            detail=" · ".join(part for part in (record.title, record.source, record.context) if part),
            language=record.language,
        )
