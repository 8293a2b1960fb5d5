"""Pages without prose go through one converter, and become what a converter of their own makes of them."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.structure.toc import get_toc

from onrecord.build import make_site
from onrecord.plugin.blocks import PlacesExtension, compose, find_mark, finished_in
from onrecord.plugin.skeletons import Skeletons
from onrecord.rendered import Block, Heading, ProseBlock, RenderedPage
from onrecord.urls import ids_in, resolve, resolve_finished
from tests.website.projects import HOSTILE, html_text

ROOT = Path(__file__).parents[2]
SETTINGS: tuple[dict[str, Any], ...] = (
    {},
    {"markdown_extensions": ["attr_list", "footnotes", "smarty", "abbr", {"toc": {"permalink": "§", "baselevel": 2}}]},
    {
        "markdown_extensions": [
            "md_in_html",
            "pymdownx.snippets",
            {"toc": {"anchorlink": True, "title": "On this page"}},
        ]
    },
)


def blocks_of(page: RenderedPage) -> tuple[Block, ...]:
    return (Heading(1, page.title, "", page.language), *page.blocks)


def convert_alone(blocks: tuple[Block, ...], settings: Any) -> tuple[str, list[Any]]:  # noqa: ANN401  MkDocs' own settings
    """Convert with a converter of its own, as MkDocs does."""
    mark = find_mark(blocks)
    extensions = [*settings.markdown_extensions, PlacesExtension(blocks, mark)]
    markdown = Markdown(extensions=extensions, extension_configs=settings.mdx_configs or {})
    html = markdown.convert(compose(blocks, mark))
    return html, [each for item in get_toc(getattr(markdown, "toc_tokens", [])) for each in flat(item)]


def flat(item: Any) -> list[tuple[str, str, int]]:  # noqa: ANN401  MkDocs' own items
    return [(item.title, item.id, item.level), *(each for below in item.children for each in flat(below))]


@pytest.mark.parametrize("own", SETTINGS)
def test_a_page_without_prose_becomes_what_a_converter_of_its_own_makes_of_it(own: dict[str, Any]) -> None:
    settings = load_config(str(ROOT / "mkdocs.yml"), **own)
    skeletons = Skeletons(settings)
    pages = [
        page.whole() for page in make_site(ROOT).pages if not any(isinstance(each, ProseBlock) for each in page.blocks)
    ]
    hostile = [RenderedPage(address="", title=words, description="", blocks=()) for words in HOSTILE]
    for page in (*pages, *hostile, *pages):
        blocks = blocks_of(page)
        ids = [each for html in finished_in(blocks).values() for each in ids_in(html)]
        html, toc = skeletons.convert(blocks, find_mark(blocks), ids)
        assert (html, [each for item in toc for each in flat(item)]) == convert_alone(blocks, settings)
    assert len(pages) > 5


def test_an_extension_that_nobody_knows_begins_anew_for_each_page() -> None:
    settings = load_config(str(ROOT / "mkdocs.yml"), markdown_extensions=["tests.website.counting"])
    skeletons = Skeletons(settings)
    blocks = (Heading(1, "A", "a"),)
    assert (
        skeletons.convert(blocks, "m", ())[0] == skeletons.convert(blocks, "m", ())[0] == '<h1 class="1" id="a">A</h1>'
    )


@given(st.lists(st.sampled_from(["page:topics/#a&amp;b", "#q&#58;1", "page:", "x.html", "#"])), st.text(max_size=20))
def test_links_and_ids_of_finished_html_are_found_as_in_any(targets: list[str], words: str) -> None:
    links = "".join(f'<a id="i{number}" href="{each}">{html_text(words)}</a>' for number, each in enumerate(targets))
    html, ids, fragments = resolve_finished(f'<img src="page:a.png">{links}<p data-id="no">', str.upper)
    assert html == resolve(f'<img src="page:a.png">{links}<p data-id="no">', str.upper)
    assert ids == [f"i{number}" for number in range(len(targets))]
    assert fragments == ["q:1" for each in targets if each == "#q&#58;1"]
