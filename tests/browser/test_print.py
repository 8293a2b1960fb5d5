"""Pages on paper: what a sheet shows, and what it cannot show."""

import pytest
from playwright.sync_api import Page, expect

TOPIC = "topics/import-substitution/index.html"
SOURCE = "sources/kursk22/index.html"
SHEET = 660
"""Pixels, as wide as the text on A4."""
BEFORE_AND_AFTER = """one => ["::before", "::after"].map((part) => getComputedStyle(one, part).content).join(" ")"""
TOO_WIDE = """() => [...document.querySelectorAll(".md-content *")]
  .filter((one) => one.getClientRects().length && one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 120))"""
DARK = """() => getComputedStyle(document.querySelector("h1")).color"""
BREAKS = "one => getComputedStyle(one).breakInside"


@pytest.fixture
def options() -> dict[str, object]:
    return {"viewport": {"width": SHEET, "height": 900}, "color_scheme": "dark"}


@pytest.fixture
def paper(page: Page) -> Page:
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("path", [TOPIC, SOURCE, "quotes/index.html", "figures/index.html", "authoring.html"])
def test_nothing_is_wider_than_the_sheet(paper: Page, path: str) -> None:
    paper.goto(path)
    assert paper.evaluate(TOO_WIDE) == []


def test_ink_is_dark_whatever_the_screen_was(paper: Page) -> None:
    paper.goto(TOPIC)
    assert paper.evaluate(DARK) == "rgb(0, 0, 0)"


def test_tables_keep_their_columns(paper: Page) -> None:
    paper.goto("quotes/index.html")
    row = paper.locator("table.or-quotes tbody tr").first
    tops = [cell.evaluate("cell => cell.getBoundingClientRect().top") for cell in row.locator("td").all()]
    assert len(tops) == 5
    assert len(set(tops)) == 1
    expect(paper.locator("table.or-quotes thead").first).to_be_visible()


def test_cards_are_not_cut(paper: Page) -> None:
    paper.goto(TOPIC)
    assert {card.evaluate(BREAKS) for card in paper.locator("figure.or-card").all()} == {"avoid"}


def test_what_paper_cannot_do_is_left_out(paper: Page) -> None:
    paper.goto(TOPIC)
    card = paper.locator("figure.or-card").first
    expect(card.get_by_text("See in the source")).to_be_hidden()
    expect(card.locator(".or-key")).to_be_visible()


def test_only_links_that_leave_the_site_show_their_address(paper: Page) -> None:
    paper.goto("index.html")
    paper.locator(".md-content__inner").evaluate(
        "one => one.insertAdjacentHTML('beforeend', '<p><a id=out href=\"https://example.org/x\">x</a></p>')"
    )
    assert "https://example.org/x" in paper.locator("#out").evaluate(BEFORE_AND_AFTER)
    assert paper.locator(".or-tiles a").first.evaluate(BEFORE_AND_AFTER) == "none none"


def test_notes_say_in_short_what_the_margin_holds(paper: Page) -> None:
    paper.goto(SOURCE)
    paper.locator(".or-note").evaluate_all("notes => notes.forEach((note) => { note.open = true; })")
    note = paper.locator(".or-note:has(.or-citing-sentences)").first
    expect(note.locator("> summary")).to_be_visible()
    expect(note.locator(".or-citing-sentences").first).to_be_hidden()
    beside = paper.locator(".or-note-row").first.bounding_box()
    assert beside
    assert beside["x"] > SHEET / 2
