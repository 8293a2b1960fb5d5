"""The feeds as a feed reader reads them."""

import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import example, given

from onrecord.citing import one_line
from onrecord.data.feeds import NEWEST
from onrecord.locations import Span
from onrecord.model import Change, Dossier
from onrecord.urls import Publication
from tests.data.reading import PUBLISHED, files_of, read_json, with_words
from tests.pages.building import day, dossier, passage_at, source
from tests.pages.dossiers import dossiers, texts
from tests.pages.reading import read_html
from tests.pages.sample import make_sample

ATOM = "{http://www.w3.org/2005/Atom}"
UNPUBLISHED = Publication()


def words_in(html: str) -> list[str]:
    """Give the paragraphs of the quote in the content of an entry."""
    (quote,) = (each for each in read_html(html).all() if each.name == "blockquote")
    return [each.text for each in quote.all() if each.name == "p"]


def words_of(pieces: tuple[str, ...]) -> list[str]:
    """Give the paragraphs that pieces come to; a form feed, which XML has not, is a blank."""
    paragraphs = re.split(r"\s*\n[^\S\n]*\n\s*", " […] ".join(pieces))
    return [one_line(each) for each in paragraphs if each.strip()]


def read_atom(text: str) -> Any:  # noqa: ANN401  what the library gives
    feed = feedparser.parse(text.encode(), sanitize_html=False)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def atom_of(dossier: Dossier, address: str = "", publication: Publication = PUBLISHED) -> Any:  # noqa: ANN401
    return read_atom(files_of(dossier, publication)[f"{address}feed.xml"])


def test_the_feed_of_the_dossier_has_every_whole_quote_and_change_newest_first() -> None:
    found = [(each.published, each.title) for each in atom_of(make_sample()).entries]
    assert found == [
        ("2022-07-01T00:00:00Z", "Port & quays: version 2"),
        ("2022-07-01T00:00:00Z", "Daily: “No cranes before the rails”"),
        ("2022-06-09T00:00:00Z", "Ada Berg: “We will build two cranes for about $3-4 million.…”"),
        ("2022-06-09T00:00:00Z", "Ada Berg: “Ships come first…”"),
    ]


def test_a_topic_and_a_speaker_have_feeds_of_their_own() -> None:
    topic_feed, speaker_feed = (atom_of(make_sample(), address) for address in ("topics/money/", "speakers/daily/"))
    assert [each.id for each in topic_feed.entries] == ["https://example.com/harbour/sources/talks/#q01a"]
    assert [each.id for each in speaker_feed.entries] == ["https://example.com/harbour/sources/daily/#q01"]
    assert topic_feed.feed.title == "Money – Harbour"
    assert topic_feed.feed.links[0].href == "https://example.com/harbour/topics/money/"


def test_nobody_who_says_nothing_has_a_feed() -> None:
    assert "speakers/envoy/feed.xml" not in files_of(make_sample())
    assert "speakers/envoy/feed.json" not in files_of(make_sample())


def test_a_feed_says_where_it_is_where_that_is_known() -> None:
    links = {each.rel: each.href for each in atom_of(make_sample()).feed.links}
    assert links == {"alternate": PUBLISHED.site_url, "self": f"{PUBLISHED.site_url}feed.xml"}
    assert [each.rel for each in atom_of(make_sample(), publication=UNPUBLISHED).feed.links] == ["alternate"]


def test_without_a_site_address_ids_are_uuids_and_links_lead_from_the_feed() -> None:
    entries = atom_of(make_sample(), "topics/port/", UNPUBLISHED).entries
    assert all(each.id.startswith("urn:uuid:") for each in entries)
    assert [each.link for each in entries][:2] == ["./", "../../sources/daily/#q01"]


@pytest.mark.parametrize("publication", [PUBLISHED, UNPUBLISHED], ids=["with a site address", "without"])
def test_an_entry_has_one_id_in_all_feeds(publication: Publication) -> None:
    everywhere = {each.id for each in atom_of(make_sample(), "", publication).entries}
    assert {each.id for each in atom_of(make_sample(), "speakers/berg/", publication).entries} < everywhere
    assert len(everywhere) == 4


def test_an_id_stays_when_the_settings_of_addresses_or_the_order_of_changes_do_not() -> None:
    sample = make_sample()
    (note,) = sample.briefings
    more = replace(note, changes=(Change(date=day("2022-08"), version="3", what="More."), *note.changes))
    before = {each.id for each in atom_of(sample).entries}
    elsewhere = replace(PUBLISHED, has_folder_urls=False)
    after = [each.id for each in atom_of(replace(sample, briefings=(more,)), "", elsewhere).entries]
    assert before == set(after[1:])


def test_links_are_to_files_without_folder_addresses() -> None:
    entries = atom_of(make_sample(), "", replace(PUBLISHED, has_folder_urls=False)).entries
    assert entries[1].link == "https://example.com/harbour/sources/daily/index.html#q01"


def test_a_feed_holds_the_newest_only() -> None:
    here = source("talks", "word " * 300)
    quotes = [passage_at(here, f"q{number}", Span(5 * number, 5 * number + 4)) for number in range(300)]
    assert len(atom_of(dossier(*quotes)).entries) == NEWEST


@given(dossiers())
def test_the_words_reach_a_reader_of_atom_exactly(dossier: Dossier) -> None:
    files = files_of(dossier)
    quotes = [each for each in dossier.passages if each.is_quote]
    assert ("feed.xml" in files) == bool(quotes)
    entries = read_atom(files["feed.xml"]).entries if quotes else []
    assert [words_in(each.content[0].value) for each in entries] == [words_of(each.pieces) for each in quotes]


@given(texts)
@example("<b>&amp;</b>")
@example("]]>")
def test_titles_and_names_reach_a_reader_of_both_forms_exactly(words: str) -> None:
    files = files_of(with_words(make_sample(), words))
    as_json = read_json(files["speakers/berg/feed.json"])
    assert as_json["authors"] == [{"name": words}]
    assert as_json["title"] == f"{words} – {words}"
    atom = ET.fromstring(files["speakers/berg/feed.xml"])  # noqa: S314  our own
    as_xml = words.replace("\f", " ")
    assert atom.findtext(f"{ATOM}title") == f"{as_xml} – {as_xml}"
    assert atom.findtext(f"{ATOM}author/{ATOM}name") == as_xml


def test_the_json_feed_says_the_same_as_atom() -> None:
    files = files_of(make_sample())
    for path in (each for each in files if each.endswith("feed.json")):
        atom, as_json = read_atom(files[path.replace(".json", ".xml")]), json.loads(files[path])
        assert as_json["version"] == "https://jsonfeed.org/version/1.1"
        assert as_json["feed_url"] == PUBLISHED.site_url + path
        assert [
            (each["id"], each["url"], each["title"], each["content_html"].strip(), each["date_published"], each["tags"])
            for each in as_json["items"]
        ] == [
            (
                each.id,
                each.link,
                each.title,
                each.content[0].value.strip(),
                each.published,
                [tag.label for tag in each.tags],
            )
            for each in atom.entries
        ]


def test_a_json_feed_has_no_relative_links() -> None:
    feed = read_json(files_of(make_sample(), UNPUBLISHED)["feed.json"])
    assert not {"home_page_url", "feed_url"} & set(feed)
    assert not any("url" in each for each in feed["items"])
