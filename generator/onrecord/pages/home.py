"""The home page: what the dossier is, its topics with a first point each, and ways in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord import urls
from onrecord.pages.calendar import known_date_words
from onrecord.pages.index import DossierIndex, Voice
from onrecord.pages.references import Reference
from onrecord.pages.topics import TopicEntry, plan_topic_entries
from onrecord.pages.wording import Wording

_VOLUME = re.compile(r"-volume-([0-9]+)\.pdf\Z")


@dataclass(frozen=True, slots=True)
class BrowseEntry:
    """A way in, and how much is there."""

    reference: Reference
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What the home page shows."""

    address: str
    title: str
    description: str
    subtitle: str
    counts: str
    editor: str
    as_of: str
    topics: tuple[TopicEntry, ...]
    browse: tuple[BrowseEntry, ...]
    take_away: tuple[Reference, ...]
    """The files that hold it all."""


def plan_home(index: DossierIndex) -> HomePage:
    """Plan the home page."""
    dossier = index.dossier
    return HomePage(
        address=urls.HOME,
        title=dossier.title,
        description=dossier.subtitle or dossier.title,
        subtitle=dossier.subtitle,
        counts=_counts(index),
        editor=dossier.editor,
        as_of=known_date_words(dossier.as_of, index.say),
        topics=plan_topic_entries(index),
        browse=_browse(index),
        take_away=(*_products(index), *_take_away(index)),
    )


def _browse(index: DossierIndex) -> tuple[BrowseEntry, ...]:
    dossier = index.dossier
    quotes = sum(each.is_quote for each in _voices(index))
    return (
        BrowseEntry(Reference(label=index.say.ALL_QUOTES, address=urls.QUOTES), index.say.count_quotes(quotes)),
        BrowseEntry(
            Reference(label=index.say.SPEAKERS, address=urls.SPEAKERS), index.say.count_speakers(len(dossier.speakers))
        ),
        BrowseEntry(
            Reference(label=index.say.SOURCES, address=urls.SOURCES), index.say.count_sources(len(dossier.sources))
        ),
        BrowseEntry(
            Reference(label=index.say.FIGURES, address=urls.FIGURES), index.say.count_figures(len(dossier.figures))
        ),
        BrowseEntry(
            Reference(label=index.say.TIMELINE, address=urls.TIMELINE), index.say.count_events(len(dossier.events))
        ),
    )


def _products(index: DossierIndex) -> tuple[Reference, ...]:
    """List the products that were made beside the site, by what the ending of their names says they are."""
    names = index.publication.take_away
    return tuple(Reference(label=_product_words(name, index.say), address=urls.TAKE_AWAY + name) for name in names)


def _product_words(name: str, say: Wording) -> str:
    volume = _VOLUME.search(name)
    return say.PDF_VOLUME.format(number=volume[1]) if volume else say.PRODUCTS[name.rpartition(".")[2]]


def _take_away(index: DossierIndex) -> tuple[Reference, ...]:
    """List the files; the feed is only there where it has an entry."""
    dossier = index.dossier
    has_feed = any(each.is_quote for each in _voices(index)) or any(each.changes for each in dossier.briefings)
    return (
        Reference(label=index.say.QUOTES_AS_CSV, address=urls.QUOTE_TABLE),
        Reference(label=index.say.FIGURES_AS_CSV, address=urls.FIGURE_TABLE),
        Reference(label=index.say.AS_JSON, address=urls.QUOTES_JSON),
        Reference(label=index.say.AS_ANNOTATIONS, address=urls.ANNOTATIONS),
        Reference(label=index.say.AS_BIBTEX, address=f"{urls.REFERENCES}.bib"),
        *((Reference(label=index.say.FEED, address=urls.ATOM_FEED),) if has_feed else ()),
    )


def _counts(index: DossierIndex) -> str:
    quotes = [each for each in _voices(index) if each.is_quote]
    speakers = {each.speaker.id for each in quotes if each.speaker}
    return " · ".join(
        (
            index.say.count_quotes(len(quotes)),
            index.say.count_speakers(len(speakers)),
            index.say.count_sources(len(index.dossier.sources)),
        )
    )


def _voices(index: DossierIndex) -> Iterator[Voice]:
    return (voice for source in index.dossier.sources for voice in index.voices_in(source))
