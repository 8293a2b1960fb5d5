"""Every link of every page leads to a page, and to an element that is there once."""

from collections import Counter

import pytest

from onrecord.data import data_files
from onrecord.pages import plan_pages
from onrecord.pages.wording import IN_ENGLISH
from onrecord.render import render_page
from onrecord.rendered import Heading, HtmlBlock, ProseBlock, RenderedPage
from onrecord.urls import Publication, addresses_in
from tests.pages.reading import read_html
from tests.pages.sample import make_sample

SAMPLE = make_sample()
FILES = data_files(SAMPLE, Publication())
PAGES = {page.address: page for page in (render_page(view, IN_ENGLISH) for view in plan_pages(SAMPLE))}


def html_of(page: RenderedPage) -> str:
    texts = (block.html if isinstance(block, HtmlBlock) else "" for block in page.blocks)
    prose = (block.markdown if isinstance(block, ProseBlock) else "" for block in page.blocks)
    return "\n".join((*texts, *prose))


def ids_of(page: RenderedPage) -> Counter[str]:
    headings = (block.id for block in page.blocks if isinstance(block, Heading))
    elements = (element.attributes.get("id", "") for element in read_html(html_of(page)).all())
    return Counter(each for each in (*headings, *elements) if each)


@pytest.mark.parametrize("address", PAGES)
def test_every_link_leads_to_an_element_of_a_page(address: str) -> None:
    for target in addresses_in(html_of(PAGES[address])):
        path, _, fragment = target.partition("#")
        assert path in PAGES or path in FILES
        assert not fragment or ids_of(PAGES[path])[fragment] == 1


@pytest.mark.parametrize("address", PAGES)
def test_no_id_stands_twice(address: str) -> None:
    assert [each for each, times in ids_of(PAGES[address]).items() if times > 1] == []


@pytest.mark.parametrize("address", PAGES)
def test_every_link_within_a_page_leads_to_an_element(address: str) -> None:
    links = (each.attributes.get("href", "") for each in read_html(html_of(PAGES[address])).all())
    assert [each for each in links if each.startswith("#") and each[1:] not in ids_of(PAGES[address])] == []


def test_a_passage_and_every_sentence_that_cites_it_link_to_each_other() -> None:
    from_source = addresses_in(html_of(PAGES["sources/talks/"]))
    from_topic = addresses_in(html_of(PAGES["topics/port/"]))
    assert "topics/port/#use:1" in from_source
    assert "sources/talks/#q01" in from_topic


def test_only_hubs_are_in_the_navigation() -> None:
    hubs = [address for address, page in PAGES.items() if page.is_hub]
    assert hubs == ["", "topics/", "sources/", "speakers/", "figures/", "timeline/", "quotes/"]
