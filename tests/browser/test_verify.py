"""The browser itself recomputes what the page of a source states."""

import pytest
from playwright.sync_api import Page, expect

SOURCE = "sources/kursk22/index.html"
CHANGED = """() => {
  const segment = document.querySelector(".or-text [data-passages]");
  segment.textContent = `${segment.textContent}!`;
}"""
MISPLACED = """() => {
  const note = document.querySelector("[data-spans]");
  note.dataset.spans = note.dataset.spans.replace(/^\\d+/, (start) => Number(start) + 1);
}"""


@pytest.fixture
def source(page: Page) -> Page:
    page.goto(SOURCE)
    return page


def verdict(source: Page) -> str:
    source.get_by_role("button", name="Verify this page").click()
    status = source.locator(".or-verifying [role=status]")
    expect(status).not_to_be_empty()
    return status.inner_text()


def test_hash_and_places_are_as_stated(source: Page) -> None:
    number = source.locator("[data-spans]").count()
    assert number > 20
    assert verdict(source) == f"As stated: the text has this hash, and {number} passages are where they are said to be."


def test_a_changed_text_has_another_hash(source: Page) -> None:
    source.evaluate(CHANGED)
    assert verdict(source).startswith("Not as stated: SHA-256, ")


def test_a_passage_that_is_elsewhere_is_named(source: Page) -> None:
    key = source.locator("[data-spans]").first.get_attribute("data-passage")
    source.evaluate(MISPLACED)
    assert verdict(source) == f"Not as stated: {key}."


class TestWithoutJavaScript:
    @pytest.fixture
    def options(self) -> dict[str, object]:
        return {"java_script_enabled": False}

    def test_no_button_shows_that_would_do_nothing(self, source: Page) -> None:
        expect(source.locator("button.or-verify")).to_be_hidden()
        expect(source.locator(".or-hash code")).to_be_visible()
