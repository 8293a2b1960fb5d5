"""Figures of which the record says little: nothing is printed in the place of what is not said."""

from dataclasses import replace

from onrecord.model import Dossier
from onrecord.pages import plan_pages
from onrecord.pages.wording import IN_ENGLISH
from onrecord.render import render_page
from tests.markup import Element, parse
from tests.pages.sample import make_sample
from tests.render.projects import html_of


def bare() -> Dossier:
    sample = make_sample()
    return replace(sample, figures=tuple(replace(each, status="", what="") for each in sample.figures))


def pages() -> list[Element]:
    return [parse(html_of(render_page(view, IN_ENGLISH))) for view in plan_pages(bare())]


def test_a_figure_without_a_status_has_no_tag() -> None:
    tags = [tag for page in pages() for tag in page.find(class_="or-tag")]
    assert all(tag.text for tag in tags)


def test_a_figure_of_which_nothing_is_said_has_its_words_once_in_a_row_and_once_on_a_card() -> None:
    (figure,) = bare().figures
    rows = [row for page in pages() for row in page.find("tr") if "≈" in row.text]
    items = [item for page in pages() for item in page.find("li") if "≈" in item.text]
    assert rows
    assert items
    assert {each.text.count(figure.words) for each in (*rows, *items)} == {1}
