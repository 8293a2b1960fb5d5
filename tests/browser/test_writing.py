"""A writer with the browser beside the editor: the page follows the file, and says where the words are wrong."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from onrecord.scaffold import write_project
from tests.website.servers import PATIENCE, Server, serving

BRIEFING = "content/briefings/bridge.md"
TOPIC = "topics/bridge/"
WAIT = PATIENCE * 1000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("writing") / "town"
    write_project(folder)
    with serving(folder) as server:
        server.wait_for(TOPIC, "or-cite")
        yield server


@pytest.fixture(params=["light", "dark"])
def window(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800}, color_scheme=request.param)
    page = context.new_page()
    page.set_default_timeout(WAIT)
    yield page
    context.close()


def test_the_page_marks_broken_words_by_itself_and_forgets_them_when_they_are_mended(
    server: Server, window: Page
) -> None:
    window.goto(server.address + TOPIC)
    expect(window.locator(".or-notice")).to_have_count(0)
    server.change(BRIEFING, "“waited for", "“longed for")
    mark = window.locator("mark.or-marked-error").first
    expect(mark).to_have_text("longed for this bridge for twenty years", timeout=WAIT)
    box = window.get_by_role("note", name="error B201")
    expect(box).to_contain_text("quotation is not word for word in `bridge24:q01`")
    expect(box).to_contain_text("`waited`")
    expect(window.get_by_role("alert")).to_have_text(
        "1 error in 1 file: nothing is published until the errors are mended."
    )
    assert mark.evaluate("each => getComputedStyle(each).textDecorationStyle") == "wavy"
    assert window.evaluate("document.documentElement.scrollWidth") == 390
    faults = Axe().run(window, context="article").response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []
    window.get_by_role("region", name="Problems of the content").get_by_role("link", name="error B201").click()
    expect(box).to_be_in_viewport()
    server.change(BRIEFING, "“longed for", "“waited for")
    expect(window.locator(".or-notice, .or-marked, .or-problem")).to_have_count(0, timeout=WAIT)
    expect(window.locator("article")).to_contain_text("“waited for this bridge for twenty years”")


def test_the_list_of_all_problems_leads_to_the_words(server: Server, window: Page) -> None:
    server.change(BRIEFING, "“waited for", "“longed for")
    try:
        server.wait_for("onrecord-problems/", "B201")
        window.goto(server.address)
        window.get_by_role("link", name="All problems").click()
        window.get_by_role("link", name="Look at it in its page").click()
        expect(window.get_by_role("note", name="error B201")).to_be_in_viewport()
        expect(window.locator("mark.or-marked-error").first).to_be_visible()
    finally:
        server.change(BRIEFING, "“longed for", "“waited for")
        server.wait_for(TOPIC, "or-marked", is_there=False)
