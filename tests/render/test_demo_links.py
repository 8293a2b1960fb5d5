"""Links of the demo: all of them land, back-links included, and none leaves the site unasked."""

from onrecord import urls
from onrecord.model import Dossier
from tests.markup import visible
from tests.render.demo import Demo, links_to, source_page

HUBS = ["Home", "Topics", "Sources", "Speakers", "Figures", "Timeline", "All quotes"]


def test_every_link_lands_on_a_file_and_on_a_place_in_it(demo: Demo) -> None:
    pages = {page.path: page for page in demo.pages.values()}
    lost = [
        (page.path, target, place)
        for page in demo.pages.values()
        for target, place, _ in page.links()
        if not (demo.folder / target).is_file() or (place and place not in pages[target].ids)
    ]
    assert lost == []


def test_no_id_of_a_page_is_given_twice(demo: Demo) -> None:
    for page in demo.pages.values():
        ids = [each.id for each in page.root.elements() if each.id]
        assert {each for each in ids if ids.count(each) > 1} == set(), page.path


def test_no_link_stands_in_another(demo: Demo) -> None:
    for page in demo.pages.values():
        assert [each for link in page.root.find("a") for each in link.find("a")] == []


def test_no_page_asks_another_host_for_anything(demo: Demo) -> None:
    assert {host for page in demo.pages.values() for host in page.hosts} == set()


def test_generated_pages_link_only_to_the_sources_own_address(demo: Demo, dossier: Dossier) -> None:
    own = {url for source in dossier.sources for url in (source.url, source.archive_url) if url}
    footer = "https://squidfunk.github.io/mkdocs-material/"
    generated = [
        page for page in demo.pages.values() if page.address.startswith((urls.TOPICS, urls.SOURCES, "quotes/"))
    ]
    assert {href for page in generated for href in page.outward()} == own | {footer}


def test_a_source_links_back_to_every_sentence_that_cites_it(demo: Demo, dossier: Dossier) -> None:
    assert dossier.briefings
    for briefing in dossier.briefings:
        address = urls.topic_address(briefing.topic.id)
        assert briefing.citations
        for number, citation in enumerate(briefing.citations, start=1):
            back = f"{address}#use:{number}"
            page = source_page(demo, citation.passage)
            note = page.ids[f"note:{citation.passage.key}"]
            assert any(each in note.find("a") for each in links_to(demo, page, back))
            there = demo.pages[address].ids[f"use:{number}"]
            hrefs = [each.attributes["href"] for each in (there, *there.find("a")) if "href" in each.attributes]
            assert any(href.endswith(f"#{citation.passage.key}") for href in hrefs)


def test_every_link_between_passages_is_shown_at_both_ends(demo: Demo, dossier: Dossier) -> None:
    assert dossier.links
    for link in dossier.links:
        for here, there in ((link.start, link.end), (link.end, link.start)):
            page = source_page(demo, here)
            note = page.ids[f"note:{here.key}"]
            found = links_to(demo, page, urls.passage_address(there.source.key, there.key))
            assert any(each in note.find("a") for each in found)


def test_the_title_of_every_page_is_its_heading_and_names_the_site(demo: Demo, dossier: Dossier) -> None:
    expected = {urls.topic_address(each.id): each.label for each in dossier.topics}
    expected |= {urls.source_address(each.key): each.title for each in dossier.sources}
    expected |= {urls.speaker_address(each.id): each.name for each in dossier.speakers}
    expected |= {urls.TIMELINE: "Timeline", urls.QUOTES: "All quotes", urls.FIGURES: "Figures"}
    for address, title in expected.items():
        page = demo.pages[address]
        assert page.root.one("title").text == f"{title} - Onrecord"
        assert visible(page.article.one("h1").text_without("headerlink")) == title


def test_the_navigation_lists_hubs_and_hand_written_pages_only(demo: Demo) -> None:
    for page in demo.pages.values():
        (navigation,) = (each for each in page.root.find("nav") if "md-nav--primary" in each.classes)
        targets = {target for target, place, _ in page.links(navigation) if not place}
        generated = {target for target in targets if target.count("/") > 1}
        assert generated == set()
        labels = dict.fromkeys(visible(each.text) for each in navigation.find(class_="md-ellipsis"))
        assert [label for label in labels if label in HUBS] == HUBS
