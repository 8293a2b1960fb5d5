"""Earlier words of a source on its pages: what became of each passage, and links that still arrive."""

import re
from html import unescape

import pytest

from onrecord.build import check_project, render_site
from onrecord.model import OriginalPlace
from onrecord.original_places import read_places
from onrecord.rendered import HtmlBlock
from onrecord.stored import SitePage
from tests.cli.conftest import Shell, shell, town

__all__ = ["shell", "town"]

NEWER = """\
Mayor opens talks on the bridge

According to the mayor, building begins next spring. The council did not comment. The council did not comment.

“We have waited for this <b>bridge</b> for ten years,” the mayor said. “The town will pay about €2.5 million for it, and the
county wil pay the rest.”
"""
NEWEST = """\
Mayor opens talks on the bridge

“The town will pay about €2.5 million for it, and the county wil pay the rest.”
"""


def pages_of(town: Shell) -> dict[str, str]:
    checked = check_project(town.folder / "town")
    assert not checked.has_errors
    site = render_site(checked.dossier, workers=1)
    return {page.address: _html(page) for page in site.pages}


def _html(page: SitePage) -> str:
    return "\n".join(block.html for block in page.blocks if isinstance(block, HtmlBlock))


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def refresh(town: Shell, words: str, day: str) -> None:
    town.write("newer.txt", words.encode())
    assert town.run(f"onrecord refresh bridge24 newer.txt --retrieved {day} --project town").status == 0


def test_the_page_of_earlier_words_tells_what_became_of_each_passage(town: Shell) -> None:
    refresh(town, NEWER, "2024-04-01")
    page = pages_of(town)["sources/bridge24-v1/"]
    told = re.search(r'<ul data-search-exclude class="or or-plain or-became">(.*?)</ul>', page, re.DOTALL)
    assert told is not None
    rows = [text_of(row) for row in re.findall(r"<li>(.*?)</li>", told[1], re.DOTALL)]
    weighty = "Figures, signs, units or negations are others:"
    assert rows == [
        f"changed q01 {weighty} twenty ten We have waited for this <b> bridge </b> for twenty ten years",
        f"changed q02 {weighty} €1.5 €2.5 The town will pay about €1.5 €2.5 million for it, and the county wil pay the rest",
        "ambiguous s02 The words stand there 2 times. The council did not comment.",
        "moved s01 building begins next spring",
    ]
    assert "<b>" not in told[1]
    assert "These are earlier words of this source, which newer ones replaced on 1 April 2024." in text_of(page)
    assert 'href="page:sources/bridge24/"' in unescape(page)


def test_links_to_a_passage_that_stayed_behind_still_arrive(town: Shell) -> None:
    refresh(town, NEWER, "2024-04-01")
    refresh(town, NEWEST, "2024-05-01")
    page = pages_of(town)["sources/bridge24/"]
    behind = re.findall(r'<span id="(\w+)"><a href="page:(sources/[^"]+)">', unescape(page))
    assert behind == [
        ("s01", "sources/bridge24-v2/#s01"),
        ("q01", "sources/bridge24-v1/#q01"),
        ("q02", "sources/bridge24-v1/#q02"),
        ("s02", "sources/bridge24-v1/#s02"),
    ]
    assert re.findall(r"until \d+ \w+ \d+", page) == ["until 1 May 2024", "until 1 April 2024"]


def test_words_that_were_lost_are_looked_for_in_the_other_sources(town: Shell) -> None:
    town.write("town/content/sources/press.txt", "Press\n\nThe\u00a0council did  not comment. Why?\n".encode())
    town.write("town/content/sources/press.yml", b"title: The press\ndate: 2024\npublisher: Courier\n")
    refresh(town, "According to the mayor, building begins next spring.\n", "2024-04-01")
    page = text_of(pages_of(town)["sources/bridge24-v1/"])
    assert "lost s02 Nothing there is like these words. They are in another source: The press" in page
    assert page.count("They are in another source") == 1


def test_cards_and_lists_say_that_words_are_earlier_ones(town: Shell) -> None:
    refresh(town, NEWER, "2024-04-01")
    pages = pages_of(town)
    sentence = "These are earlier words of this source, which newer ones replaced on 1 April 2024."
    assert text_of(pages["sources/"]).count(sentence) == 1
    assert sentence in text_of(pages["topics/bridge/"])


@pytest.mark.parametrize(
    "stored", ["", "[]", "{}", '{"text": "other", "places": []}', '{"text": "x", "places": [[1]]}', "[" * 100_000]
)
def test_places_of_other_words_are_left_aside(stored: str) -> None:
    assert read_places(stored, "x") is None


def test_places_are_read_in_their_order() -> None:
    stored = '{"text": "x", "places": [[9, "ii", 1], [0, "i", 1]]}'
    assert read_places(stored, "x") == (OriginalPlace(0, "i", 1), OriginalPlace(9, "ii", 1))


def test_the_page_of_the_original_is_cited_and_a_file_of_other_words_is_told(town: Shell) -> None:
    town.write("talk.srt", b"1\n00:00:01,000 --> 00:00:03,000\nMAYOR: We will build it.\n")
    added = town.run("onrecord add talk.srt --title Talk --date 2024 --publisher Courier --project town")
    assert added.status == 0
    record = "town/content/sources/talk.yml"
    passages = "statements:\n  s01: {text: We will build it., topics: [bridge]}\n"
    town.write(record, (town.read(record) + passages).encode())
    assert "¶\u00a01, at 00:00:01" in unescape(pages_of(town)["topics/bridge/"])
    town.write("town/content/sources/talk.places.json", b"{}")
    assert "warning T106: `talk.places.json` is not of these words" in town.run("onrecord check --project town").out
    assert "at 00:00:01" not in unescape(pages_of(town)["topics/bridge/"])
