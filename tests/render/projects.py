"""The small invented project, and its pages as text that people can read in a diff."""

import re
from functools import cache
from pathlib import Path

from onrecord.build import check_project, make_site
from onrecord.model import Dossier
from onrecord.rendered import Block, Heading, HtmlBlock, ProseBlock, RenderedPage
from onrecord.site import Site

SMALL = Path(__file__).parent / "projects" / "small"

_HARMLESS = re.compile(r"&#(?!(?:10|13|34|38|39|60|62);)(\d+);")


@cache
def small_site() -> Site:
    return make_site(SMALL)


@cache
def small_dossier() -> Dossier:
    return check_project(SMALL).dossier


def page_at(address: str) -> RenderedPage:
    return next(page.whole() for page in small_site().pages if page.address == address)


def html_of(page: RenderedPage) -> str:
    """Join the finished HTML of a page, its headings as HTML too; the editor's Markdown is left out."""
    return "\n".join(_html(block) for block in page.blocks)


def shown(page: RenderedPage) -> str:
    """Write a page out whole; of the character references, only those stay that HTML itself needs."""
    head = [f"address: {page.address}", f"title: {page.title}", f"description: {page.description}"]
    head += [f"hub: {page.is_hub}", f"edit: {_below_content(page)}", f"language: {page.language}"]
    return "\n".join([*head, *map(_shown_block, page.blocks)]) + "\n"


def _below_content(page: RenderedPage) -> str:
    return f"content/{page.edit_path.as_posix().rpartition('content/')[2]}" if page.edit_path else ""


def _shown_block(block: Block) -> str:
    match block:
        case Heading(level=level, text=text, id=id_):
            return f"\n=== heading {level} #{id_}\n{text}"
        case HtmlBlock(html=html):
            return f"\n=== html\n{_readable(html)}"
        case ProseBlock(markdown=markdown):
            return f"\n=== prose\n{_readable(markdown)}"


def _readable(html: str) -> str:
    return _HARMLESS.sub(lambda match: chr(int(match[1])), html)


def _html(block: Block) -> str:
    match block:
        case Heading(level=level, id=id_):
            return f'<h{level} id="{id_}"></h{level}>'
        case HtmlBlock(html=html):
            return html
        case ProseBlock():
            return ""
