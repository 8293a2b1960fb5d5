"""Long lists cut into pages: everything is on one, what is full stays as it is, and no page is too large."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import plan_heads
from onrecord.dates import Date
from onrecord.model import Dossier, Passage, Relation, Source
from onrecord.pages import PageView, plan_pages
from onrecord.pages.index import index_dossier
from onrecord.pages.lists import ListPage, topic_lists
from onrecord.pages.paging import Limits, LongList
from onrecord.pages.quotes import QuotesPage
from onrecord.pages.references import Reference
from onrecord.pages.sources import SourcesPage
from onrecord.pages.speaker import SpeakerPage
from onrecord.pages.topic import TopicPage, choose_strongest
from onrecord.pages.wording import IN_ENGLISH
from onrecord.render import render_page
from onrecord.rendered import HtmlBlock, RenderedPage
from onrecord.urls import NOWHERE, addresses_in, ids_in
from tests.pages.building import briefing, dossier, link, passage, source, speaker, topic

LIMITS = Limits(cards=4, pairs=2, rows=6, named=2)
PORT = topic("port", "Port")
ADA = speaker("ada", "Ada Berg")
WORDS = "The quay will be twice as long in the year 2030 as it is now, and nobody pays for it"


def sources(number: int, first: int = 0) -> Iterator[Source]:
    for at in range(first, first + number):
        yield replace(
            source(f"s{at}", f"{WORDS} {at}.\n"),
            date=Date(year=2000 + at // 300, month=at // 25 % 12 + 1, day=at % 25 + 1),
        )


def quotes_of(some: tuple[Source, ...]) -> tuple[Passage, ...]:
    return tuple(passage(each, "q01", WORDS, by=ADA, topics=(PORT,)) for each in some)


def made(number: int) -> Dossier:
    """Make a dossier of sources of one quote each, each of which contrasts with the one before."""
    some = tuple(sources(number))
    quotes = quotes_of(some)
    links = tuple(link(after, Relation.CONTRASTS, before, "It is so.") for before, after in pairwise(quotes))
    return replace(dossier(*quotes), links=links)


def pages_of(number: int, limits: Limits = LIMITS) -> dict[str, PageView]:
    return {view.address: view for view in plan_pages(made(number), NOWHERE, limits=limits)}


def lists_in(pages: dict[str, PageView], start: str) -> list[ListPage]:
    return [each for address, each in pages.items() if isinstance(each, ListPage) and address.startswith(start)]


def html_of(page: RenderedPage) -> str:
    return "\n".join(block.html for block in page.blocks if isinstance(block, HtmlBlock))


@given(st.integers(0, 30), st.integers(1, 7))
def test_everything_is_on_one_page_of_its_list_the_oldest_first(count: int, size: int) -> None:
    whole = LongList(
        parent=Reference(label="Port", address="topics/port/"),
        name="quotes",
        title="Quotes",
        kind="cards",
        items=range(count),
        dates=[Date(year=2000 + at) for at in range(count)],
        size=size,
    )
    parts = list(whole.parts())
    assert [each for part in parts for each in part.items] == (list(range(count)) if count > size else [])
    assert all(len(part.items) == size for part in parts[:-1])
    newest = list(whole.newest())
    assert newest == (list(range(count - 1, -1, -1))[: max(1, (size + 1) // 2)] if count > size else list(range(count)))


def test_a_list_that_fits_is_not_cut() -> None:
    assert not [each for each in pages_of(3).values() if isinstance(each, ListPage)]
    assert not [each for each in pages_of(50, Limits()).values() if "/quotes/" in each.address]


def test_a_long_topic_shows_the_newest_and_leads_to_all() -> None:
    pages = pages_of(11)
    page = pages["topics/port/"]
    assert isinstance(page, TopicPage)
    assert [card.id for card in page.quotes] == ["s10:q01", "s9:q01"]
    assert len(page.comparisons) == 1
    assert [each.name for each in page.pagers] == ["quotes", "contrasts", "sources"]
    parts = lists_in(pages, "topics/port/quotes/")
    assert [each.address for each in parts] == [f"topics/port/quotes/{number}/" for number in (1, 2, 3)]
    assert [card.id for each in parts for card in each.rows] == [f"s{at}:q01" for at in range(11)]
    assert sum(len(each.rows) for each in lists_in(pages, "topics/port/contrasts/")) == 10
    assert parts[1].title == "Port: Quotes, page 2"
    assert (parts[0].pager.previous, parts[2].pager.next) == (None, None)
    assert parts[1].pager.previous == replace(parts[0].pager.links[0], is_here=False)


def test_what_a_briefing_cites_comes_before_what_is_newer() -> None:
    whole = made(11)
    cited = replace(whole, briefings=(briefing(PORT, "It was said [@s3:q01] and [@s1:q01].", whole.passages),))
    index = index_dossier(cited, NOWHERE, LIMITS)
    shown = choose_strongest(topic_lists(PORT, index)[0], PORT, index)
    assert [each.address for each in shown] == ["s3:q01", "s1:q01"]


def test_a_long_speaker_and_the_long_hubs_are_cut_too() -> None:
    pages = pages_of(11)
    person = pages["speakers/ada/"]
    assert isinstance(person, SpeakerPage)
    assert [card.id for group in person.quotes for card in group.cards] == ["s9:q01", "s10:q01"]
    assert len(lists_in(pages, "speakers/ada/quotes/")) == 3
    everything = pages["quotes/"]
    assert isinstance(everything, QuotesPage)
    assert [row.id for row in everything.quotes] == ["s10:q01", "s9:q01", "s8:q01"]
    assert [row.id for each in lists_in(pages, "quotes/quotes/") for row in each.rows] == [
        f"s{at}:q01" for at in range(11)
    ]
    hub = pages["sources/"]
    assert isinstance(hub, SourcesPage)
    assert [each.reference.address for each in hub.sources] == ["sources/s10/", "sources/s9/", "sources/s8/"]
    assert sum(len(each.rows) for each in lists_in(pages, "timeline/sources/")) == 11


def test_a_list_on_several_pages_is_filtered_by_the_search_and_not_by_a_form_that_knows_one_of_them() -> None:
    few, many = (html_of(render_page(pages_of(number)["quotes/"], IN_ENGLISH)) for number in (5, 11))
    assert ("or-filters" in few, "data-search-in" in few) == (True, False)
    assert ("or-filters" in many, 'data-search-in="all"' in many) == (False, True)


@pytest.mark.parametrize(
    "kind", ["topics/port/quotes/", "topics/port/contrasts/", "speakers/ada/quotes/", "quotes/quotes/"]
)
def test_a_page_that_is_full_stays_as_it_is_when_newer_quotes_come(kind: str) -> None:
    before, after = (lists_in(pages_of(number), kind) for number in (11, 14))
    full = len(before) - 1
    assert full
    assert [each.rows for each in after[:full]] == [each.rows for each in before[:full]]
    assert [each.address for each in after[:full]] == [each.address for each in before[:full]]


def test_every_link_of_a_cut_dossier_lands() -> None:
    pages = {view.address: render_page(view, IN_ENGLISH) for view in plan_pages(made(23), NOWHERE, limits=LIMITS)}
    ids = {address: set(ids_in(html_of(page))) for address, page in pages.items()}
    for page in pages.values():
        for address in addresses_in(html_of(page)):
            path, _, place = address.partition("#")
            assert path in pages or path.startswith("data/") or path.endswith(".xml"), (page.address, address)
            assert not place or place in ids[path] or place.startswith("section:"), (page.address, address)


def test_every_page_has_a_head_and_each_quote_on_a_list_is_told_to_machines_there() -> None:
    heads = plan_heads(made(11), NOWHERE, LIMITS).of_pages
    assert set(heads) == set(pages_of(11))
    assert "s4/#q01" in heads["topics/port/quotes/2/"].quotations
    assert "s4/#q01" not in heads["topics/port/"].quotations


def test_no_page_of_a_large_dossier_is_larger_than_a_megabyte() -> None:
    whole = made(1_300)
    heads = plan_heads(whole, NOWHERE).of_pages
    sizes = {}
    for view in plan_pages(whole, NOWHERE):
        page = render_page(view, IN_ENGLISH, heads[view.address])
        sizes[view.address] = len(html_of(page).encode()) + len(page.head.encode())
    assert sizes["topics/port/"] > 100_000
    assert {address: size for address, size in sizes.items() if size > 900_000} == {}
