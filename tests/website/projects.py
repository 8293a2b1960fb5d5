"""Small projects for the ways out: pages made by hand, and a folder with `mkdocs.yml` and `docs/` around them."""

from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import Any, Literal

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page

from onrecord import build as onrecord_build
from onrecord.locations import Location, TextFile
from onrecord.problems import CHANGED, NO_HASH, Kind, Problem
from onrecord.rendered import Block, Heading, HtmlBlock, ProseBlock, RenderedPage
from onrecord.site import Site

MKDOCS_YML = """\
site_name: Demo
theme: {name: material, font: false}
plugins: [search, onrecord]
markdown_extensions:
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - pymdownx.snippets
  - smarty
  - tables
  - toc: {permalink: true}
validation: {omitted_files: warn, absolute_links: warn, unrecognized_links: warn, anchors: warn}
"""

HOSTILE = (
    "</title><script>alert(1)</script>",
    "{{ config.site_name }} {% raw %}",
    '--8<-- "secret.md"',
    "[[x]] [a](b) *c* `d` ~~e~~",
    "&lt;b&gt; &amp;amp; & \"quoted\" 'single'",
)


def html_text(text: str) -> str:
    """Write text as rendering does: each ASCII mark as a number."""
    return "".join(mark if mark.isalnum() or mark == " " or not mark.isascii() else f"&#{ord(mark)};" for mark in text)


def page(address: str, title: str, *blocks: Block, **more: Any) -> RenderedPage:  # noqa: ANN401  fields of several types
    return RenderedPage(address=address, title=title, description=f"About {title}", blocks=blocks, **more)


def small_site() -> Site:
    return Site(
        title="Demo dossier",
        pages=(
            page(
                "",
                "Demo dossier",
                HtmlBlock('<p>See <a href="page:topics/trade/#contrasts">trade</a>.</p>'),
                is_hub=True,
            ),
            page(
                "topics/", "Topics", HtmlBlock('<ul><li><a href="page:topics/trade/">Trade</a></li></ul>'), is_hub=True
            ),
            page(
                "topics/trade/",
                "Trade",
                ProseBlock('## Key points\n\n- Russia "will earmark" <a href="page:sources/kursk22/#q04">q04</a>'),
                Heading(2, "Contrasts", "contrasts"),
                HtmlBlock('<p id="all"><a href="page:data/quotes.csv">Data</a>, <a href="page:">home</a></p>'),
                edit_path=PurePosixPath("content/briefings/trade.md"),
            ),
            page("sources/", "Sources", HtmlBlock('<p><a href="page:sources/kursk22/">Kursk</a></p>'), is_hub=True),
            page(
                "sources/kursk22/",
                "Meeting",
                HtmlBlock(f'<p><mark id="q04">{html_text("12 per cent — “now”")}</mark></p>'),
            ),
        ),
        files={
            "assets/onrecord.css": "mark { color: inherit }",
            "assets/onrecord/previews.js": "",
            "data/quotes.csv": b"key\nq04\n",
        },
    )


def with_page(site: Site, new: RenderedPage) -> Site:
    kept = tuple(each for each in site.pages if each.address != new.address)
    return replace(site, pages=(*kept, new))


def problem(kind: Kind = CHANGED, message: str = "quote not found word for word in its source") -> Problem:
    file = TextFile("content/sources/kursk22.yml", "quotes:\n  q04:\n    text: nonsense\n")
    return Problem(kind=kind, location=Location(file, 25, 33), message=message, hint="copy the words from the source")


def warning() -> Problem:
    return problem(NO_HASH, "source has no hash yet")


@dataclass
class Project:
    """A folder that MkDocs can build, and the site that its content is said to make."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    site: Site = field(default_factory=small_site)

    def write(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def config(self, command: Literal["build", "serve"] = "build", **options: Any) -> MkDocsConfig:  # noqa: ANN401  MkDocs' own settings
        """Read `mkdocs.yml` as a command does."""
        self.monkeypatch.setattr(onrecord_build, "make_site", lambda _project, _content, **_: self.site)
        config = load_config(str(self.folder / "mkdocs.yml"), **options)
        config.plugins.on_startup(command=command, dirty=False)
        return config

    def reload(self) -> MkDocsConfig:
        """Read `mkdocs.yml` again as a running server does for each rebuild."""
        return load_config(str(self.folder / "mkdocs.yml"))

    def build(self, **options: Any) -> None:  # noqa: ANN401  MkDocs' own settings
        build(self.config(**options))

    def pages(self) -> list[Page]:
        """Give the generated pages as MkDocs has them when their content is there."""
        config = self.config()
        plugin = config.plugins["onrecord"]
        config.plugins.on_config(config)
        plugin.on_pre_build(config=config)
        files = plugin.on_files(get_files(config), config=config)
        assert files is not None
        pages = [file.page for file in files.documentation_pages() if file.page is not None]
        for each in pages:
            each.read_source(config)
            each.render(config, files)
        return pages

    def html(self, path: str) -> str:
        return (self.folder / "site" / path).read_text(encoding="utf-8")

    def text(self, path: str, tag: str = "article") -> str:
        return text_of(self.html(path), tag)


def navigation_of(html: str) -> str:
    """Give the visible text of the navigation alone."""
    return text_of(html[html.index('<nav class="md-nav md-nav--primary"') : html.index('data-md-type="toc"')], "nav")


class _Text(HTMLParser):
    """Collect the visible text of one element."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.tag = tag
        self.depth = 0
        self.hidden = 0
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == self.tag
        self.hidden += tag in {"script", "style"} or (tag == "a" and ("class", "headerlink") in attrs)

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == self.tag
        self.hidden -= tag in {"script", "style"} or (tag == "a" and self.hidden > 0)

    def handle_data(self, data: str) -> None:
        if self.depth and not self.hidden:
            self.parts.append(data)


def text_of(html: str, tag: str = "article") -> str:
    """Give the visible text of the first kind of element, white space folded, permalinks left out."""
    parser = _Text(tag)
    parser.feed(html)
    return " ".join("".join(parser.parts).split())
