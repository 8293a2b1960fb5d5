"""A briefing as a file of its own, opened as a mail's attachment is."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

FILE = "import-substitution.html"


@pytest.fixture(scope="session", params=["briefings"])
def address(products: Path) -> str:
    """Open the files by themselves."""
    return f"{(products / 'briefings').as_uri()}/"


@pytest.fixture
def briefing(page: Page) -> Page:
    page.goto(FILE)
    return page


def test_a_preview_leads_to_the_words_in_the_same_file(briefing: Page) -> None:
    briefing.locator("a.or-cite").first.click()
    preview = briefing.locator(".or-preview")
    expect(preview).to_contain_text("Aleksandr Lukashenko")
    preview.locator("a").last.click()
    assert "#words:kursk22:" in briefing.url
    target = briefing.url.partition("#")[2]
    expect(briefing.locator(f"[id='{target}']")).to_be_in_viewport()


def test_a_quote_is_copied(briefing: Page) -> None:
    briefing.context.grant_permissions(["clipboard-read", "clipboard-write"])
    figure = briefing.locator("figure.or-card.or-quote").first
    figure.get_by_role("button", name="Copy as text").click()
    expect(figure.get_by_role("status")).to_have_text("Copied")
    assert briefing.evaluate("() => navigator.clipboard.readText()").startswith("“")


def test_every_link_leads_into_the_file_or_to_the_web(briefing: Page) -> None:
    links = briefing.evaluate(
        """() => [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href"))"""
    )
    ids = set(briefing.evaluate("""() => [...document.querySelectorAll("[id]")].map((each) => each.id)"""))
    assert links
    assert [each for each in links if not each.startswith(("https://", "http://")) and each[1:] not in ids] == []


class TestOnAPhone:
    @pytest.fixture
    def options(self) -> dict[str, object]:
        return {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}

    def test_the_page_does_not_scroll_sideways(self, briefing: Page) -> None:
        assert briefing.evaluate("document.documentElement.scrollWidth") <= 320
