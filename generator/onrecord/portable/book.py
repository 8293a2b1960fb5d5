"""The dossier as a book: EPUB 3.3, whose bytes depend on the content alone.

A chapter is a page of the website. Words of sources stand in it as they do there; what only a browser with scripts can
use is left out. The form follows EPUB 3.3 (W3C) and EPUB Accessibility 1.1.
"""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord import urls
from onrecord.dates import Date
from onrecord.model import Dossier
from onrecord.packing import build_time, pack
from onrecord.pages.translating import wording_of
from onrecord.portable.links import inline_pictures, turn_links
from onrecord.portable.tree import Element, parse, to_xhtml
from onrecord.render import fill_page, theme_texts
from onrecord.rendered import RenderedPage
from onrecord.urls import Publication

_LEFT_OUT = frozenset(["button", "form", "template", "script", "style"])
_CLASSES_LEFT_OUT = frozenset(["or-citing", "or-copies", "or-previews", "or-verifying", "or-key", "headerlink"])
_KEPT = frozenset(
    ["id", "class", "href", "src", "alt", "title", "lang", "dir", "datetime", "scope", "colspan", "rowspan", "open"]
)
"""Attributes that a book keeps, beside those of accessibility and of pictures drawn in SVG."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A page as a chapter."""

    name: str
    """Of its file."""
    title: str
    language: str
    body: str
    """XHTML."""
    has_pictures: bool
    """Whether pictures drawn in SVG are in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What a book is made of."""

    dossier: Dossier
    pages: tuple[RenderedPage, ...]
    articles: Mapping[str, str]
    """The HTML of each page below its title, by address."""
    publication: Publication
    docs: Path
    """The folder that pictures are taken from."""


def write_book(target: Path, book: Book) -> None:
    """Write the book into a new file."""
    pages = _in_reading_order(book.pages)
    names = {page.address: _name_of(page.address) for page in pages}

    def place_of(address: str) -> str:
        path, mark, fragment = address.partition("#")
        return names[path] + mark + fragment if path in names else book.publication.url_of(address)

    language = wording_of(book.dossier, book.publication).language.tag
    chapters = []
    for page in pages:
        root = parse(book.articles[page.address])
        turn_links(root, place_of)
        inline_pictures(root, page.address, book.docs)
        chapters.append(_chapter(page, root, language))
    with zipfile.ZipFile(target, "x") as packed:
        for name, text in _files(chapters, pages, book).items():
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            pack(packed, name, text.encode(), method)


def _in_reading_order(pages: Sequence[RenderedPage]) -> tuple[RenderedPage, ...]:
    """Let the pages below a hub follow it."""
    places = {page.address.partition("/")[0]: place for place, page in reversed(tuple(enumerate(pages)))}
    return tuple(sorted(pages, key=lambda page: places[page.address.partition("/")[0]]))


def _name_of(address: str) -> str:
    return f"{address.strip('/').replace('/', '-') or 'home'}.xhtml"


def _chapter(page: RenderedPage, root: Element, language: str) -> Chapter:
    root.leave_out(lambda each: each.tag in _LEFT_OUT or not _CLASSES_LEFT_OUT.isdisjoint(each.classes))
    has_pictures = any(each.tag == "svg" for each in root.walk())
    _bare(root, is_drawn=False)
    return Chapter(
        name=_name_of(page.address),
        title=page.title,
        language=page.language or language,
        body=to_xhtml(root),
        has_pictures=has_pictures,
    )


def _bare(element: Element, *, is_drawn: bool) -> None:
    """Take from elements the attributes that a book has no use for."""
    for child in element.children:
        if isinstance(child, Element):
            drawn = is_drawn or child.tag == "svg"
            kept = {name: value for name, value in child.attributes.items() if drawn or _is_kept(name)}
            if kept.get("lang"):
                kept["xml:lang"] = kept["lang"]
            elif "lang" in kept:
                del kept["lang"]
            child.attributes = kept
            _bare(child, is_drawn=drawn)


def _is_kept(name: str) -> bool:
    return name in _KEPT or name == "role" or name.startswith("aria-")


def _files(chapters: Sequence[Chapter], pages: Sequence[RenderedPage], book: Book) -> dict[str, str]:
    """Give every file by its path; the first must be the first in the zip (OCF, 4.3)."""
    say = wording_of(book.dossier, book.publication)
    hubs = [chapter for chapter, page in zip(chapters, pages, strict=True) if page.is_hub or page.address == urls.HOME]
    topics = [each for each in chapters if each.name.startswith(f"{urls.TOPICS.strip('/')}-")]
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": fill_page(say, "book/container"),
        "book/package.opf": fill_page(
            say,
            "book/package",
            dossier=book.dossier,
            identifier=book.publication.id_of("book"),
            modified=f"{build_time():%Y-%m-%dT%H:%M:%SZ}",
            date=_date_of(book.dossier.as_of),
            chapters=chapters,
        ),
        "book/contents.xhtml": fill_page(say, "book/contents", dossier=book.dossier, hubs=hubs, topics=topics),
        "book/book.css": "\n".join(theme_texts("book.css")),
        **{f"book/{each.name}": fill_page(say, "book/chapter", chapter=each) for each in chapters},
    }


def _date_of(date: Date | None) -> str:
    return str(date) if date else ""
