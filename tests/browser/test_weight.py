"""What a reader's browser loads for a page."""

import gzip

import pytest
from playwright.sync_api import Page, Response, expect

TOPIC = "topics/import-substitution/index.html"
ALLOWED = 150_000
"""Bytes, compressed, of everything that is not the theme's own."""
OF_THEME = ("/assets/javascripts/", "/assets/stylesheets/", "/assets/images/")


def is_ours(response: Response) -> bool:
    return not any(place in response.url for place in OF_THEME)


def test_a_topic_is_light(page: Page) -> None:
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response) if is_ours(response) else None)
    page.goto(TOPIC)
    page.wait_for_load_state("networkidle")
    weights = {response.url: len(gzip.compress(response.body(), 9)) for response in loaded}
    assert any(url.endswith(TOPIC) for url in weights)
    assert any(url.endswith(".js") for url in weights)
    assert sum(weights.values()) < ALLOWED, weights


@pytest.mark.parametrize("address", ["site"], indirect=True)  # files have no origin that could be granted the clipboard
def test_searching_and_copying_ask_no_other_host(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(TOPIC)
    page.locator("a.or-cite").first.hover()
    expect(page.locator(".or-preview")).to_be_visible()
    page.get_by_role("button", name="Copy as text").first.click()
    page.keyboard.press("s")
    page.keyboard.type("import")
    expect(page.locator(".or-hit").first).to_be_visible()
    expect(page.locator(".or-search [name=words]")).to_have_value("import")
    assert any("search" in url for url in asked)
    assert [url for url in asked if not url.startswith(address)] == []
