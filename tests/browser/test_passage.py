"""The address of a passage marks it."""

from playwright.sync_api import Page

from onrecord.build import check_project
from tests.browser.conftest import ROOT

PASSAGES = check_project(ROOT).dossier.passages


def marked(page: Page) -> str:
    return "".join(page.locator(".or-text .or-marked").all_text_contents())


def test_the_address_of_a_passage_marks_all_of_its_words_and_no_others(page: Page) -> None:
    for passage in PASSAGES:
        page.goto("about:blank")
        page.goto(f"sources/{passage.source.key}/index.html#{passage.key}")
        assert marked(page) == "".join(passage.pieces)


def test_the_mark_goes_along_with_the_address(page: Page) -> None:
    first, second = PASSAGES[0], PASSAGES[1]
    page.goto(f"sources/{first.source.key}/index.html#{first.key}")
    page.evaluate("key => { location.hash = key }", second.key)
    page.wait_for_function(
        "key => document.querySelector('.or-marked')?.dataset.passages.includes(key)", arg=second.key
    )
    assert marked(page) == "".join(second.pieces)
    page.evaluate("() => { location.hash = 'no%E4' }")
    page.wait_for_function("() => !document.querySelector('.or-marked')")


def test_a_mark_of_a_slip_stands_behind_its_word_and_not_over_it(page: Page) -> None:
    page.goto("topics/construction/index.html")
    indents = page.locator(".or-sic").evaluate_all(
        "marks => marks.map((mark) => getComputedStyle(mark, '::after').textIndent)"
    )
    assert set(indents) == {"0px"}
