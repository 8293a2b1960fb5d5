"""Pictures in a browser: no label on another with real letters, none too small, told to who cannot see them."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.pictures.ferry import FERRY

PAGES = ("figures", "timeline", "topics/ferry", "speakers/quill")
LEAST = 10
"""Pixels of the letters of a label on the narrowest phone."""

_OVERLAPS = """() => [...document.querySelectorAll('.or-drawing')].flatMap(drawing => {
  const texts = [...drawing.querySelectorAll('text')].map(text => ({words: text.textContent, box: text.getBBox()}))
  const sheet = drawing.viewBox.baseVal
  const outside = texts.filter(({box}) => box.x < -1 || box.x + box.width > sheet.width + 1)
  const overlapping = texts.flatMap((one, at) => texts.slice(at + 1).filter(other =>
    one.box.x < other.box.x + other.box.width && other.box.x < one.box.x + one.box.width &&
    one.box.y + 4 < other.box.y + other.box.height && other.box.y + 4 < one.box.y + one.box.height))
  return [...outside, ...overlapping].map(({words}) => words)
})"""
_LETTERS = """() => [...document.querySelectorAll('.or-drawing text')].map(text =>
  parseFloat(text.getAttribute('font-size')) * text.getScreenCTM().a)"""


@pytest.fixture(scope="module")
def ferry_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the ferry."""
    folder = tmp_path_factory.mktemp("ferry") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-directory-urls", "--site-dir", str(folder)]
    subprocess.run(command, cwd=FERRY, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return folder


@pytest.fixture(params=[(320, "dark"), (1280, "light")], ids=str)
def window(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window of a width and a colour scheme."""
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_labels_stand_apart_and_can_be_read(window: Page, ferry_folder: Path, address: str) -> None:
    window.goto((ferry_folder / address / "index.html").as_uri())
    assert window.locator(".or-drawing").count() > 0
    assert window.evaluate(_OVERLAPS) == []
    assert min(window.evaluate(_LETTERS)) > LEAST - 0.5
    assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("address", PAGES)
def test_a_picture_is_told_and_its_table_opens_without_a_fault(window: Page, ferry_folder: Path, address: str) -> None:
    window.goto((ferry_folder / address / "index.html").as_uri())
    pictures = window.locator(".or-picture").all()
    assert pictures
    for picture in pictures:
        title = picture.locator("figcaption").inner_text()
        assert window.get_by_role("img", name=title, exact=True).count() == 1
        picture.locator("summary").press("Enter")
        assert picture.locator("table").is_visible()
    result = Axe().run(window, context=".md-content")
    assert result.response["violations"] == [], result.generate_report()


def test_a_picture_needs_no_script(browser: Browser, ferry_folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((ferry_folder / "figures" / "index.html").as_uri())
    assert page.get_by_role("img", name="ferry passengers (passengers, by year)").is_visible()
    context.close()


def test_a_picture_keeps_its_marks_in_the_colours_that_a_reader_forces(browser: Browser, ferry_folder: Path) -> None:
    context = browser.new_context(forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto((ferry_folder / "figures" / "index.html").as_uri())
    fills = page.evaluate("[...document.querySelectorAll('.or-drawing text')].map(each => getComputedStyle(each).fill)")
    ink = page.evaluate("getComputedStyle(document.querySelector('.or-drawing')).color")
    assert set(fills) == {ink}
    context.close()
