"""What a checker of accessibility (axe-core) and a reader with a keyboard, a small screen or large letters find."""

from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import served

PAGES = {
    "home": "index.html",
    "topics": "topics/index.html",
    "topic": "topics/import-substitution/index.html",
    "sources": "sources/index.html",
    "source": "sources/kursk22/index.html",
    "speakers": "speakers/index.html",
    "speaker": "speakers/lukashenko/index.html",
    "silent speaker": "speakers/starovoyt/index.html",
    "figures": "figures/index.html",
    "timeline": "timeline/index.html",
    "all quotes": "quotes/index.html",
    "hand-written": "authoring.html",
    "not found": "404.html",
}
"""One of each type."""
NEEDS_SERVER = "not found"
"""The type that only a website has."""
SCHEMES = ("light", "dark")
WIDTHS = (320, 1280)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@pytest.fixture(scope="session", params=["site"])
def address(site_folder: Path) -> Iterator[str]:
    """Look at the website; the search of both is looked at in `test_search`."""
    with served(site_folder) as address:
        yield address


SETTLED = """async () => {
  const ends = (each) => each.playState === "running" && each.effect?.getComputedTiming().endTime < Infinity;
  const moving = () => document.getAnimations().filter(ends);
  for (let calm = 0; calm < 3; calm = moving().length ? 0 : calm + 1) {
    await Promise.all(moving().map((each) => each.finished.catch(() => {})));
    await new Promise(requestAnimationFrame);
  }
}"""
"""Waits until nothing fades or slides any more: a colour half-way is nobody's."""


def find_violations(page: Page) -> list[str]:
    """Run axe-core on the page as it stands; gives a line for each rule and element that fails."""
    page.evaluate(SETTLED)
    rules = {"type": "tag", "values": list(RULES)}
    # axe loads the style sheets once more, which browsers refuse to pages from files
    found = Axe().run(page, options={"runOnly": rules, "preload": not page.url.startswith("file:")})
    return [
        f"{violation['id']}: {node['html'][:200]} {node['failureSummary']}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


@pytest.fixture(params=product(SCHEMES, WIDTHS), ids=lambda each: f"{each[0]}-{each[1]}")
def options(request: pytest.FixtureRequest) -> dict[str, object]:
    scheme, width = request.param
    return {"color_scheme": scheme, "viewport": {"width": width, "height": 800}}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page: Page, name: str) -> None:
    page.goto(PAGES[name])
    assert find_violations(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways(page: Page, name: str) -> None:
    page.goto(PAGES[name])
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_axe_finds_nothing_in_what_readers_open(page: Page) -> None:
    page.goto(PAGES["topic"])
    page.locator("a.or-cite").first.click()
    page.locator("details.or-citing > summary").first.evaluate("summary => { summary.parentElement.open = true; }")
    expect(page.locator(".or-preview")).to_be_visible()
    assert find_violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    expect(page.locator(".or-search [name=words]")).to_be_focused()
    page.keyboard.type("import")
    expect(page.locator(".or-hit").first).to_be_visible()
    assert find_violations(page) == []
    page.goto(PAGES["source"])
    page.locator(".or-note").evaluate_all("notes => notes.forEach((note) => { note.open = true; })")
    assert find_violations(page) == []


class TestThemed:
    """What the theme can do and the demo does not use is as accessible."""

    @pytest.fixture
    def themed(self, browser: Browser, themed_address: str, options: dict[str, object]) -> Iterator[Page]:
        context = browser.new_context(base_url=themed_address, **options)  # type: ignore[arg-type]  # options of several types
        yield context.new_page()
        context.close()

    @pytest.mark.parametrize("path", ["guide.html", "index.html", "topics/bridge/index.html"])
    def test_axe_finds_nothing(self, themed: Page, path: str) -> None:
        themed.goto(path)
        expect(themed.locator("html.js")).to_be_attached()
        assert find_violations(themed) == []
        assert themed.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")

    def test_escape_closes_a_tooltip(self, themed: Page) -> None:
        themed.goto("guide.html")
        themed.get_by_role("link", name="to the theme").hover()
        expect(themed.locator(".md-tooltip2--active")).to_be_visible()
        themed.keyboard.press("Escape")
        expect(themed.locator(".md-tooltip2--active")).to_have_count(0)


class TestReader:
    """One scheme and width are enough."""

    @pytest.fixture
    def options(self) -> dict[str, object]:
        return {"reduced_motion": "reduce"}

    @pytest.mark.parametrize("name", PAGES)
    def test_letters_of_twice_the_size_cut_nothing_off(self, page: Page, name: str) -> None:
        page.goto(PAGES[name])
        page.add_style_tag(content="html { font-size: 250% !important; }")  # the theme's own is 125 %
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert page.evaluate(CUT_OFF) == []

    @pytest.mark.parametrize("name", PAGES)
    def test_letters_of_twice_the_size_do_not_overlap(self, page: Page, name: str) -> None:
        page.goto(PAGES[name])
        page.add_style_tag(content="html { font-size: 250% !important; }")
        lines = page.evaluate(LINES)
        assert lines
        assert [(one, other) for one, other in combinations(lines, 2) if is_over(one, other)] == []

    def test_citations_are_large_enough_to_hit(self, page: Page) -> None:
        page.goto(PAGES["topic"])
        boxes = [chip.bounding_box() for chip in page.locator("a.or-cite").all()]
        assert len(boxes) > 5
        assert [box for box in boxes if not box or min(box["width"], box["height"]) < 24] == []

    @pytest.mark.parametrize("name", PAGES)
    def test_the_focus_goes_down_the_page_and_can_be_seen(self, page: Page, name: str) -> None:
        page.goto(PAGES[name])
        seen: list[dict[str, Any]] = []
        for _ in range(STOPS):
            page.keyboard.press("Tab")
            stop = page.evaluate(FOCUSED)
            if seen and stop["place"] == seen[0]["place"]:
                break  # round again
            seen.append(stop)
        seen = [each for each in seen if each["html"]]
        inside = [each for each in seen if each["isInside"]]
        assert seen
        assert [each["html"] for each in seen if not each["isVisible"]] == []
        assert [each["place"] for each in inside] == sorted(each["place"] for each in inside)

    @pytest.mark.parametrize("name", PAGES)
    def test_nothing_moves_for_readers_who_asked_for_stillness(self, page: Page, name: str) -> None:
        page.goto(PAGES[name])
        assert page.evaluate(MOVING) == []

    def test_escape_closes_the_search(self, page: Page) -> None:
        page.goto(PAGES["topic"])
        page.keyboard.press("s")
        expect(page.get_by_role("dialog")).to_be_visible()
        expect(page.locator(".or-search [name=words]")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()

    def test_the_first_stop_skips_to_the_content(self, page: Page) -> None:
        page.goto(PAGES["topic"])
        page.keyboard.press("Tab")
        expect(page.locator(".md-skip")).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED)["isInside"]

    def test_escape_closes_the_forms_of_a_citation(self, page: Page) -> None:
        page.goto(PAGES["topic"])
        forms = page.locator("figure.or-card details.or-citing").first
        forms.locator("summary").click()
        forms.locator("pre").last.focus()
        page.keyboard.press("Escape")
        expect(forms.locator("pre").first).to_be_hidden()
        expect(forms.locator("summary")).to_be_focused()


class TestForcedColours:
    @pytest.fixture
    def options(self) -> dict[str, object]:
        return {"forced_colors": "active"}

    def test_the_kinds_of_passages_are_told_apart_without_any_colour_of_ours(self, page: Page) -> None:
        page.goto(PAGES["source"])
        kinds = ("or-in-quote", "or-in-statement", "or-sic")
        lines = [page.locator(f".or-text .{kind}").first.evaluate(UNDERLINE) for kind in kinds]
        assert lines == ["underline solid", "underline dotted", "underline wavy"]
        notes = [
            page.locator(f".or-note.or-{kind}").first.evaluate(EDGE) for kind in ("quote", "paraphrase", "narration")
        ]
        assert notes == ["solid", "dotted", "dashed"]


def is_over(one: list[float], other: list[float]) -> bool:
    """Tell whether two boxes share ground: left, top, right and bottom of each."""
    return min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1


UNDERLINE = "one => (({textDecorationLine, textDecorationStyle}) => `${textDecorationLine} ${textDecorationStyle}`)(getComputedStyle(one))"
EDGE = "one => getComputedStyle(one).borderInlineStartStyle"
LINES = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector(".md-content"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || !node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    if (node.parentElement.closest("svg, select, thead, .headerlink")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, top, right, bottom } of range.getClientRects()) {
      const inset = (bottom - top) * 0.3; // what a font keeps free above and below its letters
      if (right - left > 2) found.push([left, top + inset, right, bottom - inset]);
    }
  }
  return found;
}"""
"""The boxes of all lines of text that show: left, top, right, bottom."""


STOPS = 60
"""How often the tabulator is pressed."""
FOCUSED = """() => {
  const one = document.activeElement;
  const hasRing = (each) => {
    const style = getComputedStyle(each);
    return style.outlineStyle !== "none" && style.visibility === "visible" && each.getClientRects().length > 0;
  };
  const stands = [one, one.nextElementSibling, one.closest("form")]; // a hidden box is shown by its label
  return {
    html: one === document.body ? "" : one.outerHTML.slice(0, 120), // behind the last stop
    isInside: one.closest(".md-content") !== null && one.closest("[popover], .or-preview") === null,
    isVisible: stands.some((each) => each !== null && hasRing(each)),
    place: [...document.querySelectorAll("*")].indexOf(one),
  };
}"""
"""What has the focus: its place among all elements, and whether a ring is around it."""
CUT_OFF = """() => [...document.querySelectorAll(".md-content *")]
  .filter((one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowX))
  .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
  .map((one) => one.outerHTML.slice(0, 120))"""
"""Elements that hide a part of what they hold."""
MOVING = """() => [...document.querySelectorAll("*")]
  .filter((one) => {
    const style = getComputedStyle(one);
    const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
    return lasts(style.animationDuration) && style.animationName !== "none" || style.scrollBehavior === "smooth"
      || lasts(style.transitionDuration);
  })
  .map((one) => one.outerHTML.slice(0, 120))"""
"""Elements that would move by themselves, or glide when something changes."""
