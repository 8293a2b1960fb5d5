"""The demo as MkDocs builds it: every page of it parsed, and every link of it followed."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config

from onrecord import urls
from onrecord.model import Passage
from tests.markup import Element, parse

PROJECT = Path(__file__).parents[2]

_HOST = "https://demo.example/"


@dataclass(frozen=True)
class Page:
    """One page of the built site."""

    path: str
    root: Element
    use_directory_urls: bool

    @property
    def address(self) -> str:
        """Give its folder, whatever the form of the links."""
        return self.path.removesuffix("index.html")

    @cached_property
    def article(self) -> Element:
        return self.root.one("article")

    @cached_property
    def ids(self) -> dict[str, Element]:
        return {each.id: each for each in self.root.elements() if each.id}

    @property
    def hosts(self) -> set[str]:
        """List the other hosts that a browser asks while it shows the page."""
        loading = [each.attributes.get("src", "") for each in self.root.elements()]
        loading += [each.attributes.get("href", "") for each in self.root.find("link") if not _is_only_named(each)]
        return {urlsplit(url).netloc for url in loading} - {""}

    def links(self, element: Element | None = None) -> list[tuple[str, str, Element]]:
        """List the links to this site: the file and the id that each leads to."""
        found = [
            (self._target(each.attributes["href"]), each) for each in (element or self.root).find("a") if _is_link(each)
        ]
        return [(*target, each) for target, each in found if target is not None]

    def outward(self) -> set[str]:
        """List the addresses of other sites that it links to."""
        hrefs = {each.attributes["href"] for each in self.root.find("a") if _is_link(each)}
        return {href for href in hrefs if urlsplit(href).scheme}

    def _target(self, href: str) -> tuple[str, str] | None:
        shown_at = self.address if self.use_directory_urls else self.path
        url, fragment = urldefrag(urljoin(_HOST + shown_at, href))
        if not url.startswith(_HOST):
            return None
        path = unquote(url.removeprefix(_HOST))
        return path + ("index.html" if path.endswith("/") or not path else ""), unquote(fragment)


@dataclass(frozen=True)
class Demo:
    """The whole built site."""

    folder: Path
    pages: dict[str, Page]
    """By address."""


def build_demo(folder: Path, *, use_directory_urls: bool) -> Demo:
    """Build this repository's own site, strictly."""
    config = load_config(
        str(PROJECT / "mkdocs.yml"), site_dir=str(folder), strict=True, use_directory_urls=use_directory_urls
    )
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    files = (path for path in folder.rglob("*.html") if path.name != "404.html")
    pages = [
        Page(path.relative_to(folder).as_posix(), parse(path.read_text(encoding="utf-8")), use_directory_urls)
        for path in files
    ]
    return Demo(folder, {page.address: page for page in pages})


def source_page(demo: Demo, passage: Passage) -> Page:
    """Find the page of the source that a passage is from."""
    return demo.pages[urls.source_address(passage.source.key)]


def links_to(demo: Demo, page: Page, address: str) -> list[Element]:
    """List the links of a page that lead to an address."""
    path, _, fragment = address.partition("#")
    target = (demo.pages[path].path, fragment)
    return [link for *place, link in page.links(page.article) if tuple(place) == target]


def _is_link(element: Element) -> bool:
    return "href" in element.attributes


def _is_only_named(link: Element) -> bool:
    return link.attributes.get("rel") in {"canonical", "next", "prev", "edit"}
