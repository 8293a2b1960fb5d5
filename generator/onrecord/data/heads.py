"""What machines read in the head of each page: what it is, since when, its feeds, and its quotes as JSON-LD.

Where the site has no web address, what needs one is left out, and JSON-LD names passages by the way from its page.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from onrecord import urls
from onrecord.citing import write_quotations
from onrecord.data.feeds import name_site_feed, name_speaker_feed, name_topic_feed
from onrecord.dates import Date
from onrecord.model import Dossier, Passage, Source, Speaker, Topic
from onrecord.pages.citations import cite_passage
from onrecord.pages.index import DossierIndex, index_dossier
from onrecord.pages.lists import list_addresses, speaker_lists, topic_lists
from onrecord.pages.paging import USUAL, Limits
from onrecord.pages.topic import choose_strongest
from onrecord.urls import Publication

_REGION = re.compile(r"([a-z]{2,3})(?:-[A-Za-z]{4})?-([A-Z]{2})(?:-|\Z)", re.ASCII)
"""Of a BCP 47 tag: the language and the region, which a locale of Open Graph is made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed of the page or of the whole site."""

    title: str
    address: str
    """Of the page; the files of the feed are below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the head of a page says beside its title and description."""

    kind: str = "website"
    """As the Open Graph protocol calls it: `article` for a briefing and a source, `profile` for a speaker."""
    url: str = ""
    """The web address of the page; empty where the site has none."""
    site: str = ""
    locale: str = ""
    """Such as `en_GB`; empty where the dossier names no region."""
    published: str = ""
    """An ISO date; empty where it is not known to the day."""
    modified: str = ""
    """The same: the day up to which the page is complete."""
    feeds: tuple[FeedLink, ...] = ()
    """The page's own before the site's."""
    quotations: str = ""
    """The content of a JSON-LD script element; empty where the page has no quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """The heads of all pages."""

    of_pages: Mapping[str, Head] = field(default_factory=dict)
    """By address."""
    of_others: Head = Head()
    """Of the pages that people wrote by hand."""


class _Planned(Mapping[str, Head]):
    """Heads by address, each planned when it is asked for."""

    def __init__(self, plans: Mapping[str, Callable[[], Head]]) -> None:
        self._plans = plans

    def __getitem__(self, address: str) -> Head:
        return self._plans[address]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._plans)

    def __len__(self) -> int:
        return len(self._plans)


def plan_heads(dossier: Dossier, publication: Publication, limits: Limits = USUAL) -> Heads:
    """Plan the head of every page of the site, each when it is asked for; `limits` say how long each may be."""
    return head_plans(index_dossier(dossier, publication, limits))


def head_plans(index: DossierIndex) -> Heads:
    """Plan the heads of the pages of an index."""
    dossier, publication = index.dossier, index.publication
    of_site = _feed(urls.HOME, name_site_feed(index))
    region = _REGION.match(dossier.language)
    common = Head(site=dossier.title, locale="_".join(region.groups()) if region else "", feeds=of_site)

    def head(address: str, passages: Iterable[Passage], feed: str = "", **more: str) -> Head:
        cite = partial(cite_passage, index=index, publication=publication, seen_from=address)
        quotations = write_quotations(passages, cite)
        url = publication.url_of(address)
        return replace(common, url=url, feeds=(*_feed(address, feed), *of_site), quotations=quotations, **more)

    def of_home() -> Head:
        return replace(common, url=publication.url_of(urls.HOME), modified=_day(dossier.as_of))

    def of_topic(topic: Topic) -> Head:
        feed = name_topic_feed(topic, index)
        return head(urls.topic_address(topic.id), _shown_on(topic, index), feed, **_of_topic(topic, index))

    def of_source(source: Source) -> Head:
        return head(urls.source_address(source.key), _wholes_in(source, index), **_of_source(source))

    def of_speaker(speaker: Speaker) -> Head:
        feed = name_speaker_feed(speaker, index)
        return head(urls.speaker_address(speaker.id), _shown_of(speaker, index), feed, kind="profile")

    plans: dict[str, Callable[[], Head]] = {
        urls.HOME: of_home,
        **{address: partial(head, address, ()) for address in urls.HUBS},
        **{urls.topic_address(each.id): partial(of_topic, each) for each in dossier.topics},
        **{urls.source_address(each.key): partial(of_source, each) for each in dossier.sources},
        **{urls.speaker_address(each.id): partial(of_speaker, each) for each in dossier.speakers},
        **{address: partial(head, address, passages) for address, passages in list_addresses(index)},
    }
    return Heads(of_pages=_Planned(plans), of_others=common)


def _feed(address: str, title: str) -> tuple[FeedLink, ...]:
    """Link to a feed, where there is one."""
    return (FeedLink(title=title, address=address),) if title else ()


def _shown_on(topic: Topic, index: DossierIndex) -> Iterable[Passage]:
    briefing = index.briefing_on(topic)
    cited = (each.passage for each in briefing.citations) if briefing else ()
    shown = (each for some in topic_lists(topic, index)[:2] for each in choose_strongest(some, topic, index))
    return {each.address: each for each in (*shown, *cited)}.values()


def _shown_of(speaker: Speaker, index: DossierIndex) -> Iterable[Passage]:
    quotes, statements = speaker_lists(speaker, index)[:2]
    return (*quotes.newest(), *statements.newest())


def _wholes_in(source: Source, index: DossierIndex) -> Iterable[Passage]:
    return (each for each in index.in_source(source) if each.whole is None)


def _of_topic(topic: Topic, index: DossierIndex) -> dict[str, str]:
    briefing = index.briefing_on(topic)
    if briefing is None:
        return {"kind": "article"}
    changes = sorted(filter(None, (_day(change.date) for change in briefing.changes)))
    return {
        "kind": "article",
        "published": changes[0] if changes else "",
        "modified": _day(briefing.as_of) or (changes[-1] if changes else ""),
    }


def _of_source(source: Source) -> dict[str, str]:
    return {"kind": "article", "published": _day(source.date)}


def _day(date: Date | None) -> str:
    """Write a date that is known to the day."""
    return str(date) if date is not None and date.day is not None else ""
