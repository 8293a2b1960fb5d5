from pathlib import Path

import pytest

from onrecord.pages import plan_pages
from onrecord.pages.wording import IN_ENGLISH
from onrecord.render import render_page
from onrecord.rendered import Block, Heading, HtmlBlock, RenderedPage
from tests.pages.sample import make_sample

GOLD = Path(__file__).parent / "gold"
PAGES = tuple(render_page(view, IN_ENGLISH) for view in plan_pages(make_sample()))


def file_of(page: RenderedPage) -> Path:
    return GOLD / f"{page.address.strip('/').replace('/', '-') or 'home'}.html"


def written(page: RenderedPage) -> str:
    head = f"<!-- {page.address!r} · {page.title} · {page.description} · hub: {page.is_hub} · {page.edit_path} -->"
    return "\n\n".join((head, *(written_block(block) for block in page.blocks))) + "\n"


def written_block(block: Block) -> str:
    match block:
        case HtmlBlock(html=html):
            return html
        case Heading(level=level, text=text, id=id_):
            return f"{'#' * level} {text} {{#{id_}}}"
        case _:
            return f"<!-- prose -->\n{block.markdown.strip()}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.address or "home")
def test_page_is_as_in_its_gold_file(page: RenderedPage, is_updating_gold: bool) -> None:  # noqa: FBT001  a fixture
    if is_updating_gold:
        file_of(page).write_text(written(page), encoding="utf-8")
    assert written(page) == file_of(page).read_text(encoding="utf-8")


def test_there_is_no_gold_file_without_a_page() -> None:
    assert sorted(GOLD.glob("*.html")) == sorted(file_of(page) for page in PAGES)


def test_planning_and_rendering_twice_gives_the_same_pages() -> None:
    assert tuple(render_page(view, IN_ENGLISH) for view in plan_pages(make_sample())) == PAGES
