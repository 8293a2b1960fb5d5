"""What search finds: passages first, each at its place in its source, then pages, then the rest of each source's text."""

from dataclasses import dataclass

from onrecord.data import SearchRecord
from onrecord.dates import Date
from onrecord.model import Dossier, Passage

KINDS = ("quote", "statement", "page", "source", "text")
"""In the order in which hits are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that can be found; all plain text."""

    address: str
    """Of the page, and the place on it."""
    kind: str
    """One of `KINDS`: a passage, a page, the page of a source, a stretch of a source's text."""
    title: str = ""
    """What is shown as the name of a page, and counts more than other words; empty for words of a source."""
    text: str
    """The words that are searched, and of which a stretch is shown."""
    detail: str = ""
    """Who said it and when, in which source, and what the editor says beside it; searched too."""
    label: str = ""
    """What is shown of it and not searched, behind `detail`, since another entry has these words."""
    language: str = ""
    """Of the text, where it is a source's."""
    source: str = ""
    """The key of the source that it is of; empty for pages of the site's own."""
    speaker: str = ""
    """The id of whose words it is."""
    topics: tuple[str, ...] = ()
    """The ids of what it is filed under."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What entries can be chosen by; the names are plain text."""

    sources: tuple[tuple[str, Date], ...] = ()
    """The key and date of each source, in the order of its entries within a kind."""
    speakers: tuple[tuple[str, str], ...] = ()
    """The id and name of each."""
    topics: tuple[tuple[str, str], ...] = ()
    """The id and label of each."""


NO_FACETS = Facets()
"""Of a site in which there is nothing to choose by."""


def plan_facets(dossier: Dossier) -> Facets:
    """Say what entries can be chosen by: the newest source first, speakers and topics in the order of their names."""
    newest = sorted(dossier.sources, key=lambda each: (-each.date.first_day.toordinal(), each.key))
    heard = {each.speaker.id: each.speaker.name for each in dossier.passages if each.speaker}
    filed = {topic.id: topic.label for each in dossier.passages for topic in each.topics}
    return Facets(
        sources=tuple((each.key, each.date) for each in newest),
        speakers=tuple(sorted(heard.items(), key=lambda each: (each[1].casefold(), each[0]))),
        topics=tuple(sorted(filed.items(), key=lambda each: (each[1].casefold(), each[0]))),
    )


def passage_entry(passage: Passage, record: SearchRecord) -> Entry:
    """Give the entry of a passage that is no part of another; a part is found in its whole."""
    return Entry(
        address=record.address,
        kind=passage.kind.value,
        text=record.text,
        detail=" · ".join(part for part in (record.title, record.source, record.context) if part),
        language=record.language,
        source=passage.source.key,
        speaker=passage.speaker.id if passage.speaker else "",
        topics=tuple(topic.id for topic in passage.topics),
    )
