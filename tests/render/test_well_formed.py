"""The HTML of every page: closed, with ids of its own, and to be understood without seeing it."""

from itertools import pairwise

import pytest
from hypothesis import given

from onrecord.model import Dossier
from onrecord.pages import plan_pages
from onrecord.pages.wording import IN_ENGLISH
from onrecord.render import render_page
from onrecord.rendered import Heading, HtmlBlock, RenderedPage
from tests.markup import Element, parse
from tests.pages.dossiers import dossiers
from tests.render.projects import html_of, small_dossier, small_site

PAGES = small_site().pages

IN_NO_PARAGRAPH = frozenset(
    ["blockquote", "details", "div", "dl", "figure", "h2", "h3", "ol", "p", "section", "table", "ul"]
)

pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.address or "home")


@pages
def test_every_tag_is_closed_in_its_own_block(page: RenderedPage) -> None:
    for block in page.blocks:
        if isinstance(block, HtmlBlock):
            parse(block.html)


@pages
def test_no_id_is_given_twice(page: RenderedPage) -> None:
    ids = [each.id for each in parse(html_of(page)).elements() if each.id is not None]
    assert len(ids) == len(set(ids))
    assert all(ids)


@given(dossiers())
def test_no_id_is_given_twice_whatever_the_passages(dossier: Dossier) -> None:
    for page in (render_page(view, IN_ENGLISH) for view in plan_pages(dossier)):
        test_no_id_is_given_twice(page)


@pages
def test_elements_stand_only_where_html_lets_them(page: RenderedPage) -> None:
    for element in parse(html_of(page)).elements():
        inside = {each.tag for each in element.elements()}
        if element.tag == "a":
            assert not inside & {"a", "details", "button"}
        if element.tag in {"p", "span", "bdi", "summary", "a", "h2", "h3"}:
            assert not inside & IN_NO_PARAGRAPH
        if element.tag in {"ul", "ol"}:
            assert {each.tag for each in element.children if isinstance(each, Element)} == {"li"}


@pages
def test_nothing_is_empty(page: RenderedPage) -> None:
    for element in parse(html_of(page)).elements():
        if element.tag in {"p", "li", "dd", "dt", "th", "caption", "a", "figcaption", "blockquote", "ul", "ol", "dl"}:
            assert element.text.strip(), element


@pages
def test_headings_go_down_one_level_at_a_time(page: RenderedPage) -> None:
    levels = [1, *(int(each.tag[1]) for each in parse(html_of(page)).elements() if each.tag in {"h2", "h3", "h4"})]
    assert all(below - above <= 1 for above, below in pairwise(levels))


@pages
def test_tables_name_their_columns_and_say_what_they_are(page: RenderedPage) -> None:
    for table in parse(html_of(page)).find("table"):
        columns = table.one("thead").find("th", scope="col")
        assert all(column.text.strip() for column in columns)
        for row in table.one("tbody").find("tr"):
            cells = [each for each in row.children if isinstance(each, Element)]
            assert [cell.attributes.get("data-label") for cell in cells] == [column.text for column in columns]
    for region in parse(html_of(page)).find(role="region"):
        assert region.attributes["aria-label"].strip()


@pages
def test_words_of_a_source_say_their_language(page: RenderedPage) -> None:
    languages = {each.text: each.language for each in small_dossier().sources}
    root = parse(html_of(page))
    for element, language in _with_languages(root, ""):
        if element.tag in {"blockquote", "q"} or "or-opening" in element.classes:
            words = element.text.removesuffix("…").split(" […] ")
            assert language in {languages[text] for text in languages if all(word in text for word in words)}, words


@pages
def test_titles_of_sources_say_their_language(page: RenderedPage) -> None:
    languages = {each.title: each.language for each in small_dossier().sources}
    for element, language in _with_languages(parse(html_of(page)), ""):
        if element.tag == "a" and element.text in languages:
            assert language == languages[element.text]


def test_the_title_of_a_source_page_says_its_language() -> None:
    languages = {page.title: page.language for page in PAGES if page.address.startswith("sources/") and not page.is_hub}
    assert languages == {"Mayor promises a new bridge": "en", "„Wer zahlt?“": "de"}


def test_headings_of_ours_have_ids_that_no_passage_can_have() -> None:
    headings = [block for page in PAGES for block in page.blocks if isinstance(block, Heading)]
    assert headings
    assert all(":" in heading.id for heading in headings)


def _with_languages(element: Element, language: str) -> list[tuple[Element, str]]:
    own = element.attributes.get("lang", language)
    below = [each for child in element.children if isinstance(child, Element) for each in _with_languages(child, own)]
    return [(element, own), *below]
