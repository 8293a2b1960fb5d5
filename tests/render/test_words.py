"""What must hold for every text: the words that a page shows are the source's, character for character."""

from collections.abc import Iterable

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.locations import Span
from onrecord.model import Dossier, Passage
from onrecord.pages import PageView, plan_pages
from onrecord.pages.wording import IN_ENGLISH
from onrecord.render import render_page
from onrecord.rendered import HtmlBlock, RenderedPage
from tests.growth import is_in_step
from tests.markup import Element, parse
from tests.pages.dossiers import dossier_of, dossiers, passage_of, source_of, split_spans_in, texts
from tests.render.projects import html_of

EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "smarty", "tables", "toc",
    "pymdownx.caret", "pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.highlight",
    "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.smartsymbols",
    "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
]  # fmt: skip
"""What authors switch on in `mkdocs.yml`."""


def pages_of(dossier: Dossier) -> dict[str, RenderedPage]:
    views: Iterable[PageView] = plan_pages(dossier)
    return {page.address: page for page in (render_page(view, IN_ENGLISH) for view in views)}


def pieces_in(element: Element) -> tuple[str, ...]:
    return tuple(piece.text for piece in element.find(class_="or-piece"))


def card_of(html: str, passage: Passage) -> Element:
    return parse(html).one("figure", id=passage.address)


@st.composite
def quoted(draw: st.DrawFn) -> tuple[Dossier, Passage]:
    source = source_of(draw(texts))
    passage = passage_of(source, "q01", *draw(split_spans_in(source.text)))
    return dossier_of(source, [passage]), passage


@given(quoted())
def test_the_words_on_a_card_are_the_sources(drawn: tuple[Dossier, Passage]) -> None:
    dossier, passage = drawn
    pages = pages_of(dossier)
    for address in ("topics/bridge/", "speakers/lind/"):
        assert pieces_in(card_of(html_of(pages[address]), passage)) == passage.pieces
    row = parse(html_of(pages["quotes/"])).one("tr", id=passage.address)
    assert pieces_in(row) == passage.pieces


@given(quoted())
def test_the_words_on_a_card_survive_markdown_with_every_extension(drawn: tuple[Dossier, Passage]) -> None:
    dossier, passage = drawn
    blocks = pages_of(dossier)["topics/bridge/"].blocks
    (block,) = (each.html for each in blocks if isinstance(each, HtmlBlock) and "or-card" in each.html)
    prose = "Before *it*.\n\n{}\n\n- After it."
    assert pieces_in(card_of(markdown.markdown(prose.format(block), extensions=EXTENSIONS), passage)) == passage.pieces


@given(dossiers())
def test_the_text_of_a_source_is_whole_and_in_order(dossier: Dossier) -> None:
    (source,) = dossier.sources
    page = parse(html_of(pages_of(dossier)["sources/s/"]))
    assert page.one(class_="or-text").text == source.text


@given(dossiers())
def test_the_text_of_a_source_survives_markdown_with_every_extension(dossier: Dossier) -> None:
    (source,) = dossier.sources
    html = markdown.markdown(html_of(pages_of(dossier)["sources/s/"]), extensions=EXTENSIONS)
    assert parse(html).one(class_="or-text").text == source.text


@given(dossiers())
def test_every_passage_has_one_anchor_and_the_segments_of_its_words(dossier: Dossier) -> None:
    text = parse(html_of(pages_of(dossier)["sources/s/"])).one(class_="or-text")
    anchors = [each.id for each in text.elements() if each.id and not each.id.startswith("paragraph:")]
    assert sorted(anchors) == sorted(each.key for each in dossier.passages)
    for passage in dossier.passages:
        segments = [each for each in text.elements() if passage.key in each.attributes.get("data-passages", "").split()]
        assert "".join(each.text for each in segments) == "".join(passage.pieces)
        assert all("or-in-quote" in each.classes for each in segments) or not passage.is_quote


@given(dossiers())
def test_an_anchor_stands_right_before_the_words(dossier: Dossier) -> None:
    text = parse(html_of(pages_of(dossier)["sources/s/"])).one(class_="or-text")
    for passage in dossier.passages:
        assert _text_before(text, passage.key) == passage.source.text[: passage.start]


@given(dossiers())
def test_exactly_the_page_furniture_is_marked_as_such(dossier: Dossier) -> None:
    (source,) = dossier.sources
    text = parse(html_of(pages_of(dossier)["sources/s/"])).one(class_="or-text")
    noise = "".join(each.text for each in text.find(class_="or-noise"))
    assert noise == "".join(char for at, char in enumerate(source.text) if _is_in(source.noise, at))


@given(dossiers())
def test_no_block_of_html_holds_a_blank_line(dossier: Dossier) -> None:
    for page in pages_of(dossier).values():
        for block in page.blocks:
            assert all(line.strip() for line in _lines(block))


@given(dossiers())
def test_rendering_twice_gives_the_same(dossier: Dossier) -> None:
    assert pages_of(dossier) == pages_of(dossier)


@pytest.mark.parametrize("blanks", [" ", "\t", "\xa0", "\n"])
def test_a_long_run_of_blanks_is_shown_by_work_in_step_with_it(blanks: str) -> None:
    def show(length: int) -> str:
        text = f"a{length * blanks}b"
        source = source_of(text, title=text)
        pages = pages_of(dossier_of(source, [passage_of(source, "q01", Span(0, len(text)))]))
        return html_of(pages["sources/s/"])

    assert is_in_step(show, 100_000)
    assert parse(show(100_000)).one(class_="or-text").text == f"a{100_000 * blanks}b"


def _lines(block: object) -> list[str]:
    return block.html.split("\n") if isinstance(block, HtmlBlock) else []


def _is_in(spans: tuple[Span, ...], at: int) -> bool:
    return any(span.start <= at < span.end for span in spans)


def _text_before(element: Element, id_: str) -> str:
    text = ""
    for each in _walk(element):
        if isinstance(each, str):
            text += each
        elif each.id == id_:
            return text
    raise ValueError(id_)


def _walk(element: Element) -> Iterable[Element | str]:
    for child in element.children:
        yield child
        if isinstance(child, Element):
            yield from _walk(child)
