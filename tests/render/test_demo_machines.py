"""What machines find in the demo: the records of its search, JSON-LD, feeds and previews, each followed to its end."""

import json
import re
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest
from pyld import jsonld

from onrecord import urls
from onrecord.citing import GAP, one_line
from onrecord.model import Dossier, Passage
from onrecord.search.records import KINDS
from tests.markup import Element
from tests.render.demo import Demo, Page
from tests.search.reading import Index

HOST = "https://demo.example/"
SCHEMA = "https://schema.org/"
CONTEXT = {
    "@vocab": SCHEMA,
    "url": {"@type": "@id"},
    "dateCreated": {"@type": f"{SCHEMA}Date"},
    "datePublished": {"@type": f"{SCHEMA}Date"},
}
"""What the context of schema.org says of the terms that are used here."""


def load_context(url: str, _options: object = None) -> dict[str, Any]:
    """Give the context from here; nothing else may be asked for."""
    assert url in {"https://schema.org", "https://schema.org/"}
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": CONTEXT},
    }


def expanded(demo: Demo, page: Page) -> list[dict[str, Any]]:
    """Read the JSON-LD of a page as a library does, relative to where the page is."""
    html = (demo.folder / page.path).read_text(encoding="utf-8")
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert len(scripts) <= 1
    options = {"base": HOST + page.path, "documentLoader": load_context}
    return [each for script in scripts for each in jsonld.expand(json.loads(script), options)]


def value(node: dict[str, Any], name: str) -> Any:  # noqa: ANN401  of JSON
    (found,) = node[SCHEMA + name]
    return found.get("@value", found.get("@id", found))


def landing(demo: Demo, url: str) -> tuple[Page, str]:
    """Give the page and the place that a web address leads to."""
    path, _, place = url.removeprefix(HOST).partition("#")
    address = path.removesuffix("index.html")
    return demo.pages[address], place


def words_at(page: Page, place: str) -> str:
    """Give the words of the passage whose anchor this is."""
    assert place in page.ids
    marked = [each for each in page.article.one(class_="or-text").elements() if place in _passages_of(each)]
    assert page.ids[place] is marked[0] or marked[0] in page.ids[place].find()
    return "".join(each.text for each in marked)


def _passages_of(element: Element) -> list[str]:
    return element.attributes.get("data-passages", "").split()


def joined(passage: Passage) -> str:
    return "".join(passage.pieces)


def meta_of(page: Page) -> dict[str, str]:
    found = page.root.one("head").find("meta")
    names = [each.attributes.get("property") or each.attributes.get("name", "") for each in found]
    assert len([name for name in names if name]) == len({name for name in names if name})
    return {name: each.attributes.get("content", "") for name, each in zip(names, found, strict=True)}


def index_of(demo: Demo) -> Index:
    folder = demo.folder / "assets" / "onrecord" / "search"
    return Index({path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.js")})


def test_every_passage_is_found_by_a_record_that_leads_to_its_words(demo: Demo, dossier: Dossier) -> None:
    index = index_of(demo)
    wholes = [each for each in dossier.passages if each.whole is None]
    end = index.opened["ends"][KINDS.index("statement")]
    assert end == len(wholes)
    found = {}
    for location, title, text, detail, *_ in index.records[:end]:
        page, place = landing(demo, HOST + location)
        found[place] = words_at(page, place)
        assert title == ""
        assert text.replace(GAP, "") == one_line(found[place])
        assert re.search(r"9 June 2022 · ", detail)
    assert found == {each.key: joined(each) for each in wholes}


def test_the_words_of_a_quote_stand_in_no_other_record_but_where_the_editor_quotes_them(
    demo: Demo, dossier: Dossier
) -> None:
    index = index_of(demo)
    others = index.records[index.opened["ends"][KINDS.index("statement")] :]
    for passage in dossier.passages:
        words = one_line(joined(passage))
        holding = [row[0] for row in others if any(words in each for each in row[1:])]
        assert all("topics/" in location or "authoring" in location for location in holding), passage.address


def test_the_quotations_of_every_page_lead_to_their_words_and_say_whose_they_are(demo: Demo, dossier: Dossier) -> None:
    passages = {each.address: each for each in dossier.passages}
    seen = set()
    for page in demo.pages.values():
        for node in expanded(demo, page):
            there, place = landing(demo, node["@id"])
            passage = passages[f"{there.address.split('/')[1]}:{place}"]
            seen.add(passage.address)
            assert node["@type"] == [f"{SCHEMA}Quotation"]
            assert value(node, "text") == GAP.join(passage.pieces)
            assert words_at(there, place) == joined(passage)
            assert passage.speaker is not None
            assert value(value(node, "creator"), "name") == passage.speaker.name
            assert value(node, "dateCreated") == str(passage.source.date)
            assert value(node, "inLanguage") == passage.source.language
            origin = value(node, "isPartOf")
            assert value(origin, "url") == passage.source.url
            assert value(value(origin, "publisher"), "name") == "President of the Republic of Belarus"
    assert seen >= {each.address for each in passages.values() if each.is_quote and each.whole is None}


def test_topics_sources_and_speakers_carry_the_quotes_that_they_show(demo: Demo, dossier: Dossier) -> None:
    for passage in dossier.passages:
        if not passage.is_quote or passage.whole is not None or passage.speaker is None:
            continue
        addresses = [urls.topic_address(each.id) for each in passage.topics]
        addresses += [urls.source_address(passage.source.key), urls.speaker_address(passage.speaker.id)]
        for address in addresses:
            names = [landing(demo, node["@id"])[1] for node in expanded(demo, demo.pages[address])]
            assert names.count(passage.key) == 1, address


def test_every_alternate_link_leads_to_a_feed_that_a_reader_accepts(demo: Demo) -> None:
    for page in demo.pages.values():
        links = page.root.one("head").find("link", rel="alternate")
        assert links, page.path
        for link in links:
            base = HOST + (page.address if page.use_directory_urls else page.path)
            path = demo.folder / urljoin(base, link.attributes["href"]).removeprefix(HOST)
            if link.attributes["type"] == "application/feed+json":
                assert json.loads(path.read_bytes())["title"] == link.attributes["title"]
                continue
            feed = feedparser.parse(path.read_bytes())
            assert not feed.bozo
            assert feed.feed.title == link.attributes["title"]
            assert feed.entries


@pytest.mark.parametrize("address", ["topics/water/", "speakers/lukashenko/"])
def test_a_topic_and_a_speaker_name_their_own_feed_first(demo: Demo, address: str) -> None:
    links = demo.pages[address].root.one("head").find("link", rel="alternate")
    assert [each.attributes["href"] for each in links] == ["feed.xml", "feed.json", "../../feed.xml", "../../feed.json"]


def test_every_generated_page_says_to_previews_what_it_is(demo: Demo, dossier: Dossier) -> None:
    kinds = {urls.topic_address(each.id): "article" for each in dossier.topics}
    kinds |= {urls.source_address(each.key): "article" for each in dossier.sources}
    kinds |= {urls.speaker_address(each.id): "profile" for each in dossier.speakers}
    kinds |= dict.fromkeys((urls.HOME, *urls.HUBS), "website")
    for address, kind in kinds.items():
        meta = meta_of(demo.pages[address])
        assert meta["og:type"] == kind
        title = demo.pages[address].root.one("title").text.removesuffix(" - Onrecord")
        assert meta["og:title"] == title
        assert meta["og:description"] == meta["description"]
        assert meta["og:site_name"] == dossier.title
        assert meta["twitter:card"] == "summary"
        assert not {"og:image", "og:url"} & set(meta)
    assert meta_of(demo.pages["topics/water/"])["article:modified_time"] == "2022-06-09"
