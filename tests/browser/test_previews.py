"""Previews of citations, by every way of pointing at one."""

import pytest
from playwright.sync_api import Page, expect

TOPIC = "topics/import-substitution/index.html"
PREVIEW = ".or-preview"


@pytest.fixture
def topic(page: Page) -> Page:
    page.goto(TOPIC)
    return page


def test_the_mouse_opens_a_preview_and_may_go_into_it(topic: Page) -> None:
    topic.locator("a.or-cite").first.hover()
    expect(topic.locator(PREVIEW)).to_be_visible()
    topic.locator(PREVIEW).hover()
    topic.wait_for_timeout(500)
    expect(topic.locator(PREVIEW)).to_be_visible()
    topic.mouse.move(2, 2)
    expect(topic.locator(PREVIEW)).to_have_count(0)


def test_a_preview_holds_the_words_of_the_passage_and_who_said_them_where(topic: Page) -> None:
    chip = topic.locator("a.or-cite").first
    target = (chip.get_attribute("href") or "").partition("#")[2]
    chip.hover()
    expect(topic.locator(PREVIEW)).to_contain_text("Aleksandr Lukashenko")
    expect(topic.locator(PREVIEW)).to_contain_text("9 June 2022")
    words = topic.locator(f"{PREVIEW} .or-piece").all_inner_texts()
    topic.locator(f"{PREVIEW} a").last.click()
    topic.wait_for_url("**/sources/**")
    expect(topic).to_have_url(f"{topic.url.partition('#')[0]}#{target}")
    text = topic.locator(".or-text").inner_text()
    assert words
    assert all(word in text for word in words)


def test_the_keyboard_opens_a_preview_and_escape_closes_it(topic: Page) -> None:
    chip = topic.locator("a.or-cite").first
    topic.keyboard.press("Tab")
    chip.focus()
    expect(topic.locator(PREVIEW)).to_be_visible()
    expect(chip).to_have_attribute("aria-expanded", "true")
    topic.keyboard.press("Tab")
    expect(topic.locator(f"{PREVIEW} a").first).to_be_focused()
    topic.keyboard.press("Escape")
    expect(topic.locator(PREVIEW)).to_have_count(0)
    expect(chip).to_be_focused()
    expect(chip).to_have_attribute("aria-expanded", "false")


def test_a_click_pins_a_preview_and_the_second_follows_the_link(topic: Page) -> None:
    chip = topic.locator("a.or-cite").first
    chip.click()
    topic.mouse.move(2, 2)
    topic.wait_for_timeout(500)
    expect(topic.locator(PREVIEW)).to_be_visible()
    expect(topic).to_have_url(topic.url.partition("#")[0])
    chip.click()
    topic.wait_for_url("**/sources/**")


def test_a_click_elsewhere_closes_a_pinned_preview(topic: Page) -> None:
    topic.locator("a.or-cite").first.click()
    topic.locator("h1").click()
    expect(topic.locator(PREVIEW)).to_have_count(0)


def test_a_preview_takes_the_place_of_the_browsers_tooltip_and_keeps_its_words(topic: Page) -> None:
    chip = topic.locator("a.or-cite").first
    title = chip.get_attribute("title")
    chip.click()
    assert title
    assert chip.get_attribute("title") is None
    expect(chip).to_have_accessible_name(f"1: {title}")


class TestOnAPhone:
    @pytest.fixture
    def options(self) -> dict[str, object]:
        return {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}

    def test_a_tap_opens_each_preview_inside_the_window(self, topic: Page) -> None:
        for chip in topic.locator("a.or-cite").all()[:6]:
            chip.tap()
            box = topic.locator(PREVIEW).bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 320
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= 640
            topic.keyboard.press("Escape")

    def test_the_page_does_not_scroll_sideways(self, topic: Page) -> None:
        assert topic.evaluate("document.documentElement.scrollWidth") <= 320


class TestWithoutJavaScript:
    @pytest.fixture
    def options(self) -> dict[str, object]:
        return {"java_script_enabled": False}

    def test_a_citation_is_a_link_to_the_words(self, topic: Page) -> None:
        chip = topic.locator("a.or-cite").first
        target = (chip.get_attribute("href") or "").partition("#")[2]
        chip.click()
        expect(topic.locator(f"[id='{target}']")).to_be_visible()
