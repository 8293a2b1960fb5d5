"""The site's own search: the words of a quote find the quote, and in other languages other forms of them do."""

import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from onrecord.build import check_project
from onrecord.plugin.search import STEMMED
from onrecord.scaffold import write_project
from tests.browser.conftest import served

ROOT = Path(__file__).parents[2]
QUOTES = [each for each in check_project(ROOT).dossier.passages if each.is_quote and each.whole is None]

RUSSIAN = """\
Встреча о мосте

Мэр сказала: «Мы ждали этого моста двадцать лет. Программы импортозамещения помогут его построить».
"""
RECORD = """\
title: Встреча о мосте
publisher: Городской совет
date: 2024-05-14
language: ru
sha256: {sha256}
quotes:
  q01:
    text: Программы импортозамещения помогут его построить
    speaker: mayor
    topics: [bridge]
"""


@pytest.fixture(scope="session", params=["site"])
def address(site_folder: Path) -> Iterator[str]:
    """Search the website; the bundle has a search of its own."""
    with served(site_folder) as address:
        yield address


@pytest.fixture(scope="module")
def russian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site with one source in Russian among English ones."""
    project = tmp_path_factory.mktemp("russian") / "project"
    write_project(project)
    sources = project / "content" / "sources"
    (sources / "most24.txt").write_text(RUSSIAN, encoding="utf-8")
    (sources / "most24.yml").write_text(RECORD.format(sha256=sha256(RUSSIAN.encode()).hexdigest()), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    subprocess.run(command, cwd=project, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    with served(project / "build" / "site") as address:
        yield address


def search(page: Page, words: str) -> Locator:
    """Type words into the search, and give the links of the first group of hits."""
    field = page.locator("[data-md-component=search-query]")
    field.click()
    field.fill(words)
    field.press("Shift")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching")
    return page.locator(".md-search-result__item").first.locator("a")


@pytest.mark.parametrize("number", range(len(QUOTES)), ids=[each.address for each in QUOTES])
def test_the_words_of_a_quote_find_it_and_lead_to_it(page: Page, number: int) -> None:
    passage = QUOTES[number]
    page.goto("index.html")
    hits = search(page, " ".join(passage.pieces[0].split()[:12]))
    expect(hits.nth(0)).to_contain_text(passage.source.title)
    hit = hits.nth(1)
    expect(hit.locator("h2")).to_have_text("Aleksandr Lukashenko, 9 June 2022")
    expect(hit.locator("p").first).to_have_text(" […] ".join(passage.pieces))
    hit.click()
    page.wait_for_url(f"**/{passage.source.key}/**#{passage.key}")
    text = page.locator(f".or-text [data-passages~='{passage.key}']")
    assert "".join(text.all_text_contents()) == "".join(passage.pieces)
    expect(text.first).to_be_in_viewport()


def test_the_name_of_a_topic_and_of_a_speaker_find_their_pages_first(page: Page) -> None:
    page.goto("index.html")
    expect(search(page, "Import substitution").first).to_contain_text("Import substitution")
    expect(search(page, "Lukashenko").first.locator("h1")).to_have_text("Aleksandr Lukashenko")


def test_what_no_passage_holds_is_found_in_the_text_of_its_source(page: Page) -> None:
    page.goto("index.html")
    hits = search(page, "the head of state stressed")
    expect(hits.nth(1).locator("h2")).to_have_text("The text")


@pytest.mark.parametrize("words", ["импортозамещению", "программами", "Программе импортозамещением"])
def test_another_form_of_a_russian_word_finds_the_quote(browser: Browser, russian: str, words: str) -> None:
    page = browser.new_page()
    page.goto(russian, wait_until="networkidle")
    hits = search(page, words)
    expect(hits.nth(1).locator("h2")).to_have_text("Anna Example, 14 May 2024")
    hits.nth(1).click()
    page.wait_for_url("**/sources/most24/**#q01")
    page.close()


def test_a_language_whose_words_are_not_cut_is_searched_as_before(browser: Browser, russian: str) -> None:
    page = browser.new_page()
    page.goto(russian, wait_until="networkidle")
    expect(search(page, "twenty").nth(1).locator("h2")).to_have_text("Anna Example, 5 March 2024")
    page.close()


@pytest.mark.parametrize("name", sorted(STEMMED))
def test_material_has_each_stemmer_and_it_works_by_itself(page: Page, name: str) -> None:
    script = f"assets/javascripts/lunr/min/lunr.{name}.min.js"
    page.goto("index.html")
    page.evaluate("window.lunr = { Pipeline: { registerFunction() {} }, generateStopWordFilter() {} }")
    page.add_script_tag(url="assets/javascripts/lunr/min/lunr.stemmer.support.min.js")
    page.add_script_tag(url=script)
    assert page.evaluate("name => window.lunr[name].stemmer('abcd')", name).startswith("abc")
    assert page.evaluate("name => new RegExp(`^[${window.lunr[name].wordCharacters}]+$`).test('\u0020')", name) is False
