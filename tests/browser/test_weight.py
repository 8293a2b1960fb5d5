"""What a reader's browser loads for a page."""

import gzip

from playwright.sync_api import Page, Response

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
