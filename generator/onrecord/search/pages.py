"""The site's own pages as search finds them: by their names, and by what the editor wrote on them."""

import re
from collections.abc import Iterable, Iterator

from onrecord import urls
from onrecord.model import Briefing, Dossier, Source, Topic
from onrecord.pages.calendar import date_words
from onrecord.pages.sentences import plain_words
from onrecord.pages.wording import Wording
from onrecord.search.html import Section
from onrecord.search.records import Entry
from onrecord.search.stretches import join_paragraphs

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_MARKER = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d+[.)]|#+)[ \t]+)?|<!--.*?-->", re.MULTILINE | re.DOTALL)
"""Of a quotation, of an item of a list, of a heading; and comments, such as those that place blocks."""


def page_entries(dossier: Dossier, say: Wording) -> Iterator[Entry]:
    """Give the entries of every page that is made of the dossier, in the order of the navigation; sources are apart."""
    yield _page(urls.HOME, dossier.title, dossier.subtitle)
    hubs = (
        (urls.TOPICS, say.TOPICS),
        (urls.SOURCES, say.SOURCES),
        (urls.SPEAKERS, say.SPEAKERS),
        (urls.FIGURES, say.FIGURES),
        (urls.TIMELINE, say.TIMELINE),
        (urls.QUOTES, say.ALL_QUOTES),
    )
    told = {urls.FIGURES: _figures(dossier), urls.TIMELINE: _events(dossier)}
    for address, title in hubs:
        yield from _sections(address, title, "", told.get(address, ()))
    briefings = {each.topic.id: each for each in dossier.briefings}
    for topic in dossier.topics:
        yield from _topic(topic, briefings.get(topic.id))
    for speaker in dossier.speakers:
        known = (*speaker.aliases, *speaker.spellings, speaker.side, *(each.title for each in speaker.roles))
        yield _page(urls.speaker_address(speaker.id), speaker.name, ", ".join(dict.fromkeys(filter(None, known))))


def source_entry(source: Source, say: Wording) -> Entry:
    """Give an entry for the page of a source."""
    return Entry(
        address=urls.source_address(source.key),
        kind="source",
        title=" ".join(source.title.split()),
        text=" · ".join(filter(None, (source.publisher, date_words(source.date, say), source.kind, source.note))),
        detail=source.key,
        language=source.language,
        source=source.key,
    )


def section_entries(address: str, title: str, sections: Iterable[Section]) -> Iterator[Entry]:
    """Give the entries of a page written by hand: the page by its title, and each section by its heading."""
    yield _page(address, title, "")
    for section in sections:
        place = f"#{section.place}" if section.place else ""
        is_title = section.heading == title
        for _, stretch in join_paragraphs(
            [("", section.text)] if is_title else [("", f"{section.heading} {section.text}")]
        ):
            yield Entry(address=address + place, kind="page", text=stretch, detail=title)


def opening_entries(title: str, markdown: str) -> Iterator[Entry]:
    """Give the entries of what people wrote by hand above the home page."""
    yield from tuple(_sections(urls.HOME, title, "", _paragraphs(markdown)))[1:]


def _paragraphs(markdown: str) -> tuple[str, ...]:
    return tuple(plain_words(_MARKER.sub("", each)) for each in _BLANK_LINE.split(markdown))


def _topic(topic: Topic, briefing: Briefing | None) -> Iterator[Entry]:
    prose = _paragraphs(briefing.prose) if briefing else ()
    yield from _sections(urls.topic_address(topic.id), topic.label, topic.definition, prose)


def _sections(address: str, title: str, text: str, paragraphs: Iterable[str]) -> Iterator[Entry]:
    """Give a page by its name, and stretches of it that show whose they are."""
    yield _page(address, title, text)
    for _, stretch in join_paragraphs(("", each) for each in paragraphs):
        yield Entry(address=address, kind="page", text=stretch, detail=" ".join(title.split()))


def _page(address: str, title: str, text: str) -> Entry:
    return Entry(address=address, kind="page", title=" ".join(title.split()), text=" ".join(text.split()))


def _figures(dossier: Dossier) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.what for each in dossier.figures if each.what))


def _events(dossier: Dossier) -> tuple[str, ...]:
    return tuple(each.what for each in dossier.events)
