"""Quoted words reach the reader's page exactly, whatever they are and whatever Markdown does to its own."""

from collections.abc import Sequence

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.locations import Span
from onrecord.model import Passage, Source
from onrecord.pages import plan_pages
from onrecord.pages.card import plan_card
from onrecord.pages.index import index_dossier
from onrecord.pages.source import plan_source
from onrecord.pages.wording import IN_ENGLISH
from onrecord.render import render_page
from onrecord.render.environment import render_block
from onrecord.rendered import HtmlBlock
from tests.pages.building import dossier, passage_at, source, speaker
from tests.pages.reading import Element, read_html

EXTENSIONS = [
    "attr_list",
    "md_in_html",
    "footnotes",
    "tables",
    "toc",
    "def_list",
    "admonition",
    "abbr",
    "pymdownx.superfences",
    "pymdownx.tilde",
    "pymdownx.mark",
    "pymdownx.critic",
    "pymdownx.snippets",
    "pymdownx.smartsymbols",
    "pymdownx.emoji",
    "pymdownx.magiclink",
    "smarty",
]

MARKDOWN_TRAPS = [
    '--8<-- "secret.md"',
    "~~no~~ ==mark== {--cut--} {++add++} :smile: -- ... (c) +/- 1/2",
    "<script>alert(1)</script> <!-- c --> &amp; &#65; &nbsp;",
    "*a* _b_ `c` [d](e) ![f](g) <http://h> https://i.example [^1] [@kursk22:q04]",
    "{{ x }} {% y %} {: .z } {#w} {.judgment}",
    "a\n\nb\n\n\n    c\n\td  e ",
    "1. x\n- y\n# z\n> w\n| t | u |\n\n[^1]: v\n\n*[HTML]: w",
    "“a” ‘b’ «c» \u202eright\u202c to left \u200f שלום \u2028 \u2029 \u00a0 \u00ad \ufeff",
    'page:x" href="page:topics/',
]

WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")
    | st.sampled_from("<>&\"'`*_~=[](){}#+-.!|:;\\/^$@ \n\n\t"),
    min_size=1,
    max_size=60,
)


def as_on_a_page(html: str) -> Element:
    """Let the block stand in a Markdown file, as it does for other engines."""
    return read_html(markdown.markdown(f"Before.\n\n{html}\n\nAfter.\n", extensions=EXTENSIONS, tab_length=4))


def spans_in(text: str) -> st.SearchStrategy[Span]:
    return (
        st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
        .filter(lambda pair: pair[0] < pair[1])
        .map(lambda pair: Span(*pair))
    )


@st.composite
def annotated(draw: st.DrawFn) -> tuple[Source, tuple[Passage, ...]]:
    text = draw(WORDS)
    spans = draw(st.lists(spans_in(text), min_size=1, max_size=6))
    noise = tuple(sorted(draw(st.lists(spans_in(text), max_size=2))))
    made = source("s", text)
    made = type(made)(**{name: getattr(made, name) for name in made.__slots__} | {"noise": noise})
    kinds = draw(st.lists(st.sampled_from("qs"), min_size=len(spans), max_size=len(spans)))
    passages = (passage_at(made, f"{kind}{n}", span) for n, (kind, span) in enumerate(zip(kinds, spans, strict=True)))
    return made, tuple(sorted(passages, key=lambda each: (each.start, -each.end)))


def source_page(made: Source, passages: Sequence[Passage]) -> Element:
    view = plan_source(made, index_dossier(dossier(*passages)))
    blocks = (block.html for block in render_page(view, IN_ENGLISH).blocks if isinstance(block, HtmlBlock))
    return as_on_a_page("\n\n".join(blocks))


@pytest.mark.parametrize("text", MARKDOWN_TRAPS)
def test_text_of_a_source_survives_every_trap(text: str) -> None:
    made = source("s", text)
    (container,) = source_page(made, [passage_at(made, "q1", Span(0, len(text)))]).with_class("or-text")
    assert container.text == text


@given(annotated())
def test_text_of_a_source_is_whole_under_overlapping_passages(case: tuple[Source, tuple[Passage, ...]]) -> None:
    made, passages = case
    (container,) = source_page(made, passages).with_class("or-text")
    assert container.text == made.text


@given(annotated())
def test_marked_segments_of_a_passage_are_its_words_and_its_anchor_is_the_first(
    case: tuple[Source, tuple[Passage, ...]],
) -> None:
    made, passages = case
    page = source_page(made, passages)
    for each in passages:
        marked = [one for one in page.all() if each.key in one.attributes.get("data-passages", "").split()]
        assert "".join(one.text for one in marked) == "".join(each.pieces)
        anchor = page.with_id(each.key)
        assert marked[0] in anchor.all()


@given(WORDS, st.data())
@example("a--8<--\n\nb", None)
def test_pieces_on_a_card_are_slices_of_the_source(text: str, data: st.DataObject | None) -> None:
    made = source("s", text)
    cut = data.draw(st.integers(0, len(text))) if data else 2
    spans = [span for span in (Span(0, cut), Span(cut, len(text))) if span.start < span.end]
    quote = passage_at(made, "q1", *spans, by=speaker("a"))
    html = render_block(IN_ENGLISH, "cards", cards=[plan_card(quote, index_dossier(dossier(quote)))]).html
    pieces = as_on_a_page(html).with_class("or-piece")
    assert tuple(each.text for each in pieces) == quote.pieces


@given(annotated())
def test_no_block_of_html_holds_a_blank_line(case: tuple[Source, tuple[Passage, ...]]) -> None:
    _, passages = case
    for view in plan_pages(dossier(*passages)):
        for block in render_page(view, IN_ENGLISH).blocks:
            assert not isinstance(block, HtmlBlock) or all(line.strip() for line in block.html.split("\n"))
