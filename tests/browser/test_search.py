"""Search, on the website and in the bundle alike: quotes first, by any form of their words, with the keyboard alone."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from onrecord.build import check_project
from onrecord.scaffold import write_project
from tests.browser.conftest import served
from tests.browser.test_accessibility import NEEDS_SERVER, PAGES, SCHEMES, WIDTHS, find_violations

ROOT = Path(__file__).parents[2]
WHOLES = [each for each in check_project(ROOT).dossier.passages if each.whole is None]
QUOTES = [each for each in WHOLES if each.is_quote]
HITS = ".or-hit"

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


@pytest.fixture
def home(page: Page) -> Page:
    page.goto("index.html")
    return page


@pytest.fixture(scope="module")
def russian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site with folders for addresses, and one source in Russian among English ones."""
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
    """Type words into the search, and give the hits."""
    if not page.locator("dialog.or-search[open]").count():
        page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("dialog").get_by_role("searchbox", name="Words to find").fill(words)
    wait_for_hits(page)
    return page.locator(HITS)


def wait_for_hits(page: Page) -> None:
    page.wait_for_timeout(150)  # longer than search waits for the next letter
    expect(page.locator(".or-search [role=status]")).to_have_text(re.compile("found$|^Nothing"))


def count(page: Page) -> int:
    return int(page.locator(".or-search [role=status]").inner_text().partition(" ")[0])


@pytest.mark.parametrize("number", range(len(QUOTES)), ids=[each.address for each in QUOTES])
def test_the_opening_words_of_a_quote_find_it_first_and_lead_to_it(home: Page, number: int) -> None:
    passage = QUOTES[number]
    hit = search(home, " ".join(passage.pieces[0].split()[:12])).first
    expect(hit).to_have_class(re.compile("or-hit-quote"))
    expect(hit).to_contain_text("Aleksandr Lukashenko, 9 June 2022")
    expect(hit).to_contain_text(passage.source.title)
    hit.get_by_role("link").click()
    home.wait_for_url(f"**/sources/{passage.source.key}/index.html#{passage.key}")
    text = home.locator(f".or-text [data-passages~='{passage.key}']")
    assert "".join(text.all_text_contents()) == "".join(passage.pieces)
    expect(text.first).to_be_in_viewport()


def test_the_words_that_are_found_are_marked(home: Page) -> None:
    hit = search(home, "mutual trade").first
    assert set(hit.locator("mark").all_inner_texts()) == {"mutual", "trade"}


def test_every_whole_passage_is_found_by_its_own_words(home: Page) -> None:
    for passage in WHOLES:
        search(home, " ".join(passage.pieces))
        place = f"sources/{passage.source.key}/index.html#{passage.key}"
        expect(home.locator(f"{HITS} a[href$='{place}']")).to_be_visible()


@pytest.mark.parametrize("words", ["IMPORTS substitution", "import substitut", "Ímport  “substitution”"])
def test_other_forms_case_and_marks_of_words_are_found(home: Page, words: str) -> None:
    search(home, words)
    expect(home.locator(".or-search ol")).to_contain_text("import substitution programs")


def test_cyrillic_is_found_in_another_form(home: Page) -> None:
    search(home, "лукашенки")
    expect(home.locator(".or-search ol")).to_contain_text("Лукашенко")


@pytest.mark.parametrize("words", ["импортозамещению", "программами", "Программе импортозамещением"])
def test_another_form_of_a_russian_word_finds_the_quote(browser: Browser, russian: str, words: str) -> None:
    page = browser.new_page()
    page.goto(russian)
    hit = search(page, words).first
    expect(hit).to_contain_text("Anna Example, 14 May 2024")
    hit.get_by_role("link").click()
    page.wait_for_url("**/sources/most24/#q01")
    page.close()


@pytest.mark.parametrize(
    ("words", "name"), [("Import substitution", "Import substitution"), ("Lukashenko", "Aleksandr Lukashenko")]
)
def test_a_page_that_is_so_named_is_offered_before_the_hits(home: Page, words: str, name: str) -> None:
    search(home, words)
    link = home.locator(".or-search-named a").first
    expect(link).to_have_text(name)
    link.click()
    expect(home.locator("article h1")).to_contain_text(name)


def test_a_page_whose_title_has_the_words_comes_before_other_pages(home: Page) -> None:
    search(home, "water")
    expect(home.locator(".or-hit-page").first.get_by_role("link")).to_have_text("Water")


def test_what_no_passage_holds_is_found_in_its_paragraph(home: Page) -> None:
    hit = search(home, "the head of state stressed").first
    expect(hit).to_have_class(re.compile("or-hit-text"))
    hit.get_by_role("link").click()
    home.wait_for_url("**/sources/kursk22/index.html#paragraph:*")
    place = home.url.partition("#")[2]
    expect(home.locator(f"[id='{place}']")).to_be_in_viewport()


def test_pages_written_by_hand_are_found_at_their_sections(home: Page) -> None:
    hit = search(home, "canonical text decoded UTF-8 byte order mark").first
    expect(hit).to_contain_text("The matching contract")
    hit.get_by_role("link").click()
    home.wait_for_url("**/matching.html#the-text-that-is-searched")


def choose(page: Page, name: str) -> Locator:
    return page.locator(f".or-search [name={name}]")


def test_hits_are_chosen_by_speaker_topic_source_and_date(home: Page) -> None:
    home.get_by_role("button", name="Search", exact=True).click()
    home.get_by_role("dialog").get_by_text("Filter", exact=True).click()
    choose(home, "topic").select_option("Water")
    wait_for_hits(home)
    of_topic = [each for each in WHOLES if "Water" in [topic.label for topic in each.topics]]
    assert 0 < count(home) == len(of_topic) < len(WHOLES)
    choose(home, "speaker").select_option("Aleksandr Lukashenko")
    wait_for_hits(home)
    said = [each for each in of_topic if each.speaker and each.speaker.name == "Aleksandr Lukashenko"]
    assert 0 < count(home) == len(said)
    for name, value, number in (
        ("source", "governor kursk", len(said)),
        ("until", "2022-06-08", 0),
        ("until", "2022-06-09", len(said)),
        ("from", "2022-06-10", 0),
        ("from", "2022-06-09", len(said)),
        ("source", "elsewhere", 0),
    ):
        choose(home, name).fill(value)
        wait_for_hits(home)
        expect(home.locator(HITS)).to_have_count(number)


def test_the_keyboard_alone_opens_searches_goes_through_hits_and_closes(home: Page) -> None:
    home.keyboard.press("/")
    expect(home.get_by_role("searchbox", name="Words to find")).to_be_focused()
    home.keyboard.type("trade")
    expect(home.locator(HITS).nth(1)).to_be_visible()
    home.keyboard.press("ArrowDown")
    home.keyboard.press("ArrowDown")
    expect(home.locator(f"{HITS} a").nth(1)).to_be_focused()
    home.keyboard.press("ArrowUp")
    home.keyboard.press("ArrowUp")
    expect(home.get_by_role("searchbox", name="Words to find")).to_be_focused()
    home.keyboard.press("Escape")
    expect(home.get_by_role("dialog")).to_be_hidden()


def test_what_is_nowhere_is_said_to_be_nowhere(home: Page) -> None:
    search(home, "xylophone")
    expect(home.locator(".or-search [role=status]")).to_have_text("Nothing found")
    expect(home.locator(HITS)).to_have_count(0)


def test_more_hits_come_when_asked_for(home: Page) -> None:
    search(home, "belarus")
    told = count(home)
    assert told > 20
    expect(home.locator(HITS)).to_have_count(20)
    home.get_by_role("button", name="Show more").click()
    expect(home.locator(HITS)).to_have_count(min(told, 40))
    expect(home.locator(f"{HITS} a").nth(20)).to_be_focused()


def test_nothing_is_loaded_before_somebody_searches(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("index.html")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if re.search(r"/search/|search_index|lunr|workers", url)] == []
    search(page, "trade")
    assert [url for url in asked if "/assets/onrecord/search/" in url]


@pytest.mark.parametrize("address", ["site"], indirect=True)  # what is in files does not get lost on the way
def test_a_lost_index_is_told_and_asked_for_again(page: Page) -> None:
    page.goto("index.html")
    page.route("**/search/words-*", lambda route: route.abort())
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("searchbox", name="Words to find").fill("trade")
    expect(page.locator(".or-search [role=status]")).to_have_text("The index cannot be loaded. Try again later.")
    page.unroute("**/search/words-*")
    expect(search(page, "mutual trade").first).to_be_visible()


@pytest.mark.parametrize("name", [each for each in PAGES if each != NEEDS_SERVER])
def test_axe_finds_nothing_on_any_page_and_search_is_on_each(page: Page, name: str) -> None:
    page.goto(PAGES[name])
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_visible()
    assert find_violations(page) == []


class TestInEveryScheme:
    @pytest.fixture(params=product(SCHEMES, WIDTHS), ids=lambda each: f"{each[0]}-{each[1]}")
    def options(self, request: pytest.FixtureRequest) -> dict[str, object]:
        scheme, width = request.param
        return {"color_scheme": scheme, "viewport": {"width": width, "height": 800}}

    def test_axe_finds_nothing_in_the_search(self, home: Page) -> None:
        search(home, "water")
        home.get_by_role("dialog").get_by_text("Filter", exact=True).click()
        expect(choose(home, "topic")).to_be_visible()
        assert find_violations(home) == []


class TestOnAPhone:
    @pytest.fixture
    def options(self) -> dict[str, object]:
        return {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}

    def test_the_button_and_the_dialog_fit(self, home: Page) -> None:
        search(home, "import substitution")
        home.get_by_role("dialog").get_by_text("Filter", exact=True).click()
        assert home.evaluate("document.documentElement.scrollWidth") <= 320
        for name in ("words", "topic", "until"):
            box = choose(home, name).bounding_box()
            assert box
            assert box["x"] + box["width"] <= 320


class TestWithoutJavaScript:
    @pytest.fixture
    def options(self) -> dict[str, object]:
        return {"java_script_enabled": False}

    def test_no_button_shows_that_would_do_nothing(self, home: Page) -> None:
        expect(home.locator(".or-search-open")).to_have_count(0)
