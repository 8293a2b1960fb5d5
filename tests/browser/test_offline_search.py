"""Search in the offline bundle: quotes first, by any form of their words, with the keyboard alone."""

import re
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from onrecord.build import check_project
from tests.browser.conftest import ROOT
from tests.browser.test_accessibility import NEEDS_SERVER, PAGES, SCHEMES, WIDTHS, find_violations

HITS = ".or-hit"


@pytest.fixture(scope="session", params=["bundle"])
def address(bundle_folder: str) -> str:
    """Search is the bundle's alone."""
    return f"file://{bundle_folder}/"


@pytest.fixture
def home(page: Page) -> Page:
    page.goto("index.html")
    return page


def search(page: Page, words: str) -> None:
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("searchbox").fill(words)
    expect(page.locator(".or-search [role=status]")).to_have_text(re.compile("found$|^Nothing"))


def test_quotes_come_first_with_speaker_and_date_and_lead_to_the_passage(home: Page) -> None:
    search(home, "mutual trade")
    hit = home.locator(HITS).first
    expect(hit).to_have_class(re.compile("or-hit-quote"))
    expect(hit).to_contain_text("Aleksandr Lukashenko, 9 June 2022")
    assert set(hit.locator("mark").all_inner_texts()) == {"mutual", "trade"}
    hit.get_by_role("link").click()
    home.wait_for_url("**/sources/kursk22/index.html#*")
    target = home.url.partition("#")[2]
    expect(home.locator(f"[id='{target}']")).to_be_in_viewport()


def test_every_whole_quote_is_found_by_its_own_words(home: Page) -> None:
    for passage in check_project(ROOT).dossier.passages:
        if passage.whole is None:
            search(home, " ".join(passage.pieces))
            place = f"sources/{passage.source.key}/index.html#{passage.key}"
            expect(home.locator(f"{HITS} a[href$='{place}']")).to_be_visible()
            home.keyboard.press("Escape")


@pytest.mark.parametrize("words", ["IMPORTS substitution", "import substitut", "Ímport  “substitution”"])
def test_other_forms_case_and_marks_of_words_are_found(home: Page, words: str) -> None:
    search(home, words)
    expect(home.locator(".or-search ol")).to_contain_text("import substitution programs")


def test_cyrillic_is_found_in_another_form(home: Page) -> None:
    search(home, "лукашенки")
    expect(home.locator(".or-search ol")).to_contain_text("Лукашенко")


def test_a_page_whose_title_has_the_words_comes_before_other_pages(home: Page) -> None:
    search(home, "water")
    expect(home.locator(".or-hit-page").first.get_by_role("link")).to_have_text("Water")


def test_the_keyboard_alone_opens_searches_goes_through_hits_and_closes(home: Page) -> None:
    home.keyboard.press("/")
    expect(home.get_by_role("searchbox")).to_be_focused()
    home.keyboard.type("trade")
    expect(home.locator(HITS).nth(1)).to_be_visible()
    home.keyboard.press("ArrowDown")
    home.keyboard.press("ArrowDown")
    expect(home.locator(f"{HITS} a").nth(1)).to_be_focused()
    home.keyboard.press("ArrowUp")
    home.keyboard.press("ArrowUp")
    expect(home.get_by_role("searchbox")).to_be_focused()
    home.keyboard.press("Escape")
    expect(home.get_by_role("dialog")).to_be_hidden()


def test_what_is_nowhere_is_said_to_be_nowhere(home: Page) -> None:
    search(home, "xylophone")
    expect(home.locator(".or-search [role=status]")).to_have_text("Nothing found")
    expect(home.locator(HITS)).to_have_count(0)


def test_more_hits_come_when_asked_for(home: Page) -> None:
    search(home, "belarus")
    told = int((home.locator(".or-search [role=status]").inner_text()).partition(" ")[0])
    assert told > 20
    expect(home.locator(HITS)).to_have_count(20)
    home.get_by_role("button", name="Show more").click()
    expect(home.locator(HITS)).to_have_count(min(told, 40))
    expect(home.locator(f"{HITS} a").nth(20)).to_be_focused()


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
        assert find_violations(home) == []


class TestOnAPhone:
    @pytest.fixture
    def options(self) -> dict[str, object]:
        return {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}

    def test_the_button_and_the_dialog_fit(self, home: Page) -> None:
        search(home, "import substitution")
        assert home.evaluate("document.documentElement.scrollWidth") <= 320
        box = home.get_by_role("searchbox").bounding_box()
        assert box
        assert box["x"] + box["width"] <= 320


class TestWithoutJavaScript:
    @pytest.fixture
    def options(self) -> dict[str, object]:
        return {"java_script_enabled": False}

    def test_no_button_shows_that_would_do_nothing(self, home: Page) -> None:
        expect(home.locator(".or-search-open")).to_be_hidden()
