"""From passage to passage of a source, by keys and by buttons."""

import pytest
from playwright.sync_api import Page, expect

SOURCE = "sources/kursk22/index.html"
PLACE = "() => decodeURIComponent(location.hash.slice(1))"


@pytest.fixture
def source(page: Page) -> Page:
    page.goto(SOURCE)
    return page


def walk(source: Page, key: str, steps: int) -> list[str]:
    """Press a key so often; gives the passage that the reader is at after each."""
    places = []
    for _ in range(steps):
        source.keyboard.press(key)
        places.append(source.evaluate(PLACE))
    return places


def test_j_goes_through_every_passage_in_the_order_of_the_text_and_k_back(source: Page) -> None:
    keys = source.locator(".or-note").evaluate_all("notes => notes.map((note) => note.dataset.passage)")
    forwards = walk(source, "j", len(keys))
    assert sorted(forwards) == sorted(keys)
    tops = [
        source.locator(f"[id='{key}']").first.evaluate("one => one.getBoundingClientRect().top") for key in forwards
    ]
    assert tops == sorted(tops)
    assert walk(source, "j", 1) == forwards[-1:]
    assert walk(source, "k", len(keys) - 1) == forwards[-2::-1]


def test_the_focus_is_on_the_passage_and_the_place_is_told(source: Page) -> None:
    (key,) = walk(source, "j", 1)
    number = source.locator(".or-note").count()
    expect(source.locator(f"[id='{key}']")).to_be_focused()
    expect(source.locator(".or-steps [role=status]")).to_have_text(f"{key}, 1 of {number}")


def test_the_passage_is_not_under_what_stays_on_top(source: Page) -> None:
    for key in walk(source, "j", 5):
        top = source.locator(f"[id='{key}']").evaluate("one => one.getBoundingClientRect().top")
    bar = source.locator(".or-steps").evaluate("one => one.getBoundingClientRect().bottom")
    assert top >= bar


def test_steps_go_on_from_the_passage_that_a_link_led_to(page: Page) -> None:
    page.goto(f"{SOURCE}#q05")
    after = walk(page, "j", 1)
    page.goto(f"{SOURCE}#q05")
    assert walk(page, "k", 1) != after
    assert walk(page, "j", 1) == ["q05"]


def test_buttons_do_the_same_and_keep_the_focus(source: Page) -> None:
    button = source.get_by_role("button", name="Next")
    button.click()
    button.press("Enter")
    button.press("Enter")
    at = source.evaluate(PLACE)
    source.get_by_role("button", name="Previous").click()
    assert at not in {"", source.evaluate(PLACE)}
    expect(source.get_by_role("button", name="Previous")).to_be_focused()


def test_keys_can_be_turned_off_and_stay_so(source: Page) -> None:
    source.get_by_label("keys j and k").uncheck()
    assert walk(source, "j", 1) == [""]
    source.reload()
    assert walk(source, "j", 1) == [""]


def test_typing_is_left_alone(source: Page) -> None:
    source.keyboard.press("s")
    source.keyboard.type("jk")
    assert source.evaluate(PLACE) == ""
    expect(source.locator(".or-search [name=words]")).to_have_value("jk")
