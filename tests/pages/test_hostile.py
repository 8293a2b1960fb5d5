"""The author's own words (titles, names, labels, contexts) are shown as text too, whatever they are."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from onrecord.dates import Date
from onrecord.locations import Location, Span
from onrecord.model import Dossier
from onrecord.pages import plan_pages
from onrecord.pages.wording import IN_ENGLISH
from onrecord.render import render_page
from onrecord.rendered import HtmlBlock, RenderedPage
from tests.pages.reading import Element, read_html
from tests.pages.sample import make_sample

HOSTILE = [
    "</title><script>alert(1)</script>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)",
    "--> <!-- {{ 7 * 7 }} {% raw %}",
    '--8<-- "secret"',
    "*a* [b](javascript:alert(1)) `c` {: onclick=d }",
    "\u202edesrever\u202c",
    'href="page:topics/nowhere/"',
]

FREE = {
    "Topic": ("label", "definition"),
    "Role": ("title",),
    "Speaker": ("name", "side", "kind", "aliases", "spellings"),
    "Source": ("title", "date_basis", "publisher", "kind", "translation", "note", "sha256", "url"),
    "Passage": ("context", "note"),
    "Figure": ("unit", "basis", "what", "period", "note"),
    "Link": ("because",),
    "Event": ("what",),
    "Change": ("what", "version"),
    "Briefing": ("editor", "version"),
    "Dossier": ("title", "subtitle", "editor", "marking"),
}
"""What an author writes freely, by kind of thing."""


def overwritten(value: Any, text: str) -> Any:  # noqa: ANN401  any part of a dossier
    """Put the text wherever an author writes freely."""
    if isinstance(value, tuple):
        return tuple(overwritten(each, text) for each in value)
    if not is_dataclass(value) or isinstance(value, (Location, Span, Date, type)):
        return value
    free = FREE.get(type(value).__name__, ())
    changed = {each.name: overwritten(getattr(value, each.name), text) for each in fields(value)}
    changed |= {name: (text,) if isinstance(changed[name], tuple) else text for name in free}
    return replace(value, **changed)


def pages_of(dossier: Dossier) -> Iterator[tuple[RenderedPage, Element]]:
    for view in plan_pages(dossier):
        page = render_page(view, IN_ENGLISH)
        html = "\n".join(block.html for block in page.blocks if isinstance(block, HtmlBlock))
        yield page, read_html(html)


HARMLESS = {page.address: tree for page, tree in pages_of(overwritten(make_sample(), "harmless"))}


@pytest.mark.parametrize("text", HOSTILE)
def test_author_can_add_no_element_and_no_attribute_to_a_page(text: str) -> None:
    for page, tree in pages_of(overwritten(make_sample(), text)):
        assert tree.skeleton() == HARMLESS[page.address].skeleton()


@pytest.mark.parametrize("text", HOSTILE)
def test_author_is_shown_as_written(text: str) -> None:
    pages = {page.address: tree.text for page, tree in pages_of(overwritten(make_sample(), text))}
    for address in ("", "topics/port/", "sources/talks/", "speakers/berg/"):
        assert text in pages[address]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " http://x", "file:///etc/passwd"])
def test_only_web_addresses_are_links(url: str) -> None:
    sample = make_sample()
    changed = replace(sample, sources=tuple(replace(each, url=url) for each in sample.sources))
    (tree,) = (tree for page, tree in pages_of(changed) if page.address == "sources/talks/")
    assert url in tree.text
    assert [each for each in tree.all() if each.attributes.get("href") == url] == []
