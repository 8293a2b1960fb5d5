"""What is taken away of a card: its words with the citation, and the citation by itself."""

import pytest
from playwright.sync_api import Page, expect

TOPIC = "topics/import-substitution/index.html"
CLIPBOARD = "() => navigator.clipboard.readText()"
FORMATTED = """async () => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType("text/html")).text();
}"""


@pytest.fixture
def card(page: Page) -> Page:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(TOPIC)
    return page


@pytest.mark.parametrize(("form", "start"), [("text", "“"), ("Markdown", "> "), ("HTML", "<figure><blockquote")])
def test_a_quote_is_copied_with_its_citation(card: Page, form: str, start: str) -> None:
    figure = card.locator("figure.or-card.or-quote").first
    figure.get_by_role("button", name=f"Copy as {form}").click()
    expect(figure.get_by_role("status")).to_have_text("Copied")
    copied = card.evaluate(CLIPBOARD)
    assert copied.startswith(start)
    assert (figure.get_attribute("id") or "-") in copied
    assert "Aleksandr Lukashenko" in copied


def test_html_is_pasted_as_formatted_text_too(card: Page) -> None:
    figure = card.locator("figure.or-card.or-quote").first
    figure.get_by_role("button", name="Copy as HTML").click()
    expect(figure.get_by_role("status")).to_have_text("Copied")
    assert "<blockquote" in card.evaluate(FORMATTED)


def test_a_card_is_cited_in_four_forms(card: Page) -> None:
    citing = card.locator("figure.or-card.or-quote details.or-citing").first
    citing.locator("summary").click()
    expect(citing.locator("pre")).to_have_count(4)
    texts = citing.locator("pre").all_inner_texts()
    starts = ("Aleksandr Lukashenko, quoted in “", "@online{", "TY  - ELEC", "[\n {\n")
    assert [text[: len(start)] for text, start in zip(texts, starts, strict=True)] == list(starts)


def test_the_link_of_a_card_leads_to_it(card: Page) -> None:
    figure = card.locator("figure.or-card").last
    figure.locator(".or-permalink").click()
    expect(card).to_have_url(f"{card.url.partition('#')[0]}#{figure.get_attribute('id')}")
    expect(figure).to_be_in_viewport()


class TestWithoutJavaScript:
    @pytest.fixture
    def options(self) -> dict[str, object]:
        return {"java_script_enabled": False}

    def test_no_button_shows_that_would_do_nothing(self, page: Page) -> None:
        page.goto(TOPIC)
        expect(page.locator("button.or-copy").first).to_be_hidden()
        expect(page.locator("details.or-citing").first).to_be_visible()
