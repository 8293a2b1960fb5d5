"""The browser itself recomputes what the page of a source states."""

from hashlib import sha256

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


class TestWithoutTheHashOfTheBrowser:
    """Browsers keep `crypto.subtle` from pages that are served without encryption, on a host of the reader's own net."""

    @pytest.fixture
    def source(self, page: Page) -> Page:
        page.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
        page.goto(SOURCE)
        assert page.evaluate("crypto.subtle === undefined")
        return page

    def test_hash_and_places_are_as_stated(self, source: Page) -> None:
        assert verdict(source).startswith("As stated: ")

    def test_a_changed_text_has_another_hash(self, source: Page) -> None:
        source.evaluate(CHANGED)
        assert verdict(source).startswith("Not as stated: SHA-256, ")

    @pytest.mark.parametrize("length", [0, 1, 55, 56, 63, 64, 65, 1000])
    def test_the_hash_of_every_length_is_that_of_the_standard(self, source: Page, length: int) -> None:
        text = ("Пр. é" * length)[:length]
        stated = sha256(text.encode()).hexdigest()
        source.evaluate(
            """([text, stated]) => {
              document.querySelector(".or-text").textContent = text;
              document.querySelector("button.or-verify").dataset.sha256 = stated;
            }""",
            [text, stated],
        )
        assert "SHA-256" not in verdict(source)


class TestWithoutJavaScript:
    @pytest.fixture
    def options(self) -> dict[str, object]:
        return {"java_script_enabled": False}

    def test_no_button_shows_that_would_do_nothing(self, source: Page) -> None:
        expect(source.locator("button.or-verify")).to_be_hidden()
        expect(source.locator(".or-hash code")).to_be_visible()
