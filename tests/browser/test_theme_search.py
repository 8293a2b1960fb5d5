"""Material's own search, where a project asks for it: other forms of words find the quote in other languages too."""

import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256

import pytest
from playwright.sync_api import Locator, Page, expect

from onrecord.plugin.search import STEMMED
from onrecord.scaffold import write_project
from tests.browser.conftest import served
from tests.browser.test_search import RECORD, RUSSIAN


@pytest.fixture(scope="module")
def russian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site with one source in Russian among English ones, and the theme's search."""
    project = tmp_path_factory.mktemp("russian") / "project"
    write_project(project)
    settings = project / "mkdocs.yml"
    written = settings.read_text(encoding="utf-8")
    assert "  - onrecord " in written
    settings.write_text(written.replace("  - onrecord ", "  - onrecord: {search: theme} "), encoding="utf-8")
    sources = project / "content" / "sources"
    (sources / "most24.txt").write_text(RUSSIAN, encoding="utf-8")
    (sources / "most24.yml").write_text(RECORD.format(sha256=sha256(RUSSIAN.encode()).hexdigest()), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    subprocess.run(command, cwd=project, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    with served(project / "build" / "site") as address:
        yield address


@pytest.fixture(params=["theme"])
def address(russian: str) -> str:
    """Say where that is."""
    return russian


def search(page: Page, words: str) -> Locator:
    """Type words into the search, and give the links of the first group of hits."""
    field = page.locator("[data-md-component=search-query]")
    field.click()
    field.fill(words)
    field.press("Shift")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching")
    return page.locator(".md-search-result__item").first.locator("a")


@pytest.mark.parametrize("words", ["импортозамещению", "программами", "Программе импортозамещением"])
def test_another_form_of_a_russian_word_finds_the_quote(page: Page, words: str) -> None:
    page.goto("", wait_until="networkidle")
    hits = search(page, words)
    expect(hits.nth(1).locator("h2")).to_have_text("Anna Example, 14 May 2024")
    hits.nth(1).click()
    page.wait_for_url("**/sources/most24/**#q01")


def test_a_language_whose_words_are_not_cut_is_searched_as_before(page: Page) -> None:
    page.goto("", wait_until="networkidle")
    expect(search(page, "twenty").nth(1).locator("h2")).to_have_text("Anna Example, 5 March 2024")


@pytest.mark.parametrize("name", sorted(STEMMED))
def test_material_has_each_stemmer_and_it_works_by_itself(page: Page, name: str) -> None:
    script = f"assets/javascripts/lunr/min/lunr.{name}.min.js"
    page.goto("")
    page.evaluate("window.lunr = { Pipeline: { registerFunction() {} }, generateStopWordFilter() {} }")
    page.add_script_tag(url="assets/javascripts/lunr/min/lunr.stemmer.support.min.js")
    page.add_script_tag(url=script)
    assert page.evaluate("name => window.lunr[name].stemmer('abcd')", name).startswith("abc")
    assert page.evaluate("name => new RegExp(`^[${window.lunr[name].wordCharacters}]+$`).test('\u0020')", name) is False
