"""A generated page as MkDocs sees it: it exists in memory only, and its quoted words never pass through Markdown.

The theme escapes nothing, so every plain text handed to it is escaped here.
"""

import copy
from dataclasses import dataclass
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from onrecord.opening import find_heading
from onrecord.plugin.blocks import PlacesExtension, compose, fill, find_mark, salvage
from onrecord.plugin.links import Addresses, Links
from onrecord.rendered import Block, Heading, ProseBlock, RenderedPage

FEW = 2
"""Headings: a list of so few tells no more than the page, which is wider without it."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The hand-written opening of a page: its Markdown and its front matter."""

    markdown: str
    meta: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """What one generated page shows."""

    rendered: RenderedPage
    label: str | None = None
    """The author's own name for the page in the navigation."""
    opening: Opening | None = None
    is_draft: bool = False
    """Whether it is for its writer, who wants to see even a page that has lost a part."""


class OnrecordPage(Page):
    """One generated page."""

    def __init__(self, shown: Shown, file: File, config: MkDocsConfig, addresses: Addresses) -> None:
        """Take what to show, and the addresses that its links may name."""
        super().__init__(shown.label, file, config)
        self._shown = shown
        self._addresses = addresses
        self._blocks = _all_blocks(shown.rendered, shown.opening)
        self._mark = find_mark(self._blocks)
        self.update_date = shown.rendered.modified  # for the sitemap; MkDocs says the day of the build

    @property
    def head(self) -> str:
        """The finished HTML of its head, links not resolved."""
        return self._shown.rendered.head

    def read_source(self, config: MkDocsConfig) -> None:
        """Give the Markdown that other plugins may see: the prose, with places for the rest."""
        del config
        self.markdown = compose(self._blocks, self._mark)
        self.meta = _meta_of(self._shown.rendered, self._shown.opening)
        if self._shown.label is None:
            self.title = self.meta["title"]

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the prose as MkDocs does, put the finished HTML in, and note every link and id."""
        super().render(_with_extension(config, PlacesExtension(self._blocks, self._mark)), files)
        links = Links(self.file, self._addresses)
        self.content = links.resolve(self._filled())
        for file, places in (self.links_to_anchors or {}).items():
            links.places.setdefault(file, {}).update(places)
        self.links_to_anchors = links.places

    def _filled(self) -> str:
        try:
            return fill(self.content or "", self._blocks, self._mark)
        except KeyError as error:
            if self._shown.is_draft:
                return salvage(self.content or "", self._blocks, self._mark)
            raise PluginError(
                f"page '{self.file.src_uri}' lost a part among the Markdown extensions: {error}"
            ) from error


def _all_blocks(rendered: RenderedPage, opening: Opening | None) -> tuple[Block, ...]:
    above = (rendered.marking,) if rendered.marking else ()
    title = Heading(1, rendered.title, "", rendered.language)
    if opening is None:
        return (title, *above, *rendered.blocks)  # a search takes what stands above a title for a page of its own
    has_title = find_heading(opening.markdown) is not None
    return (*above, *(() if has_title else (title,)), ProseBlock(opening.markdown), *rendered.blocks)


def _meta_of(rendered: RenderedPage, opening: Opening | None) -> dict[str, Any]:
    heading = find_heading(opening.markdown) if opening else None
    headings = [block for block in rendered.blocks if isinstance(block, Heading)]
    ours = {
        "title": escape(heading or rendered.title),
        "description": escape(rendered.description),
        **({} if len(headings) > FEW or opening else {"hide": ["toc"]}),
    }
    return ours | (opening.meta if opening else {})


def _with_extension(config: MkDocsConfig, extension: PlacesExtension) -> MkDocsConfig:
    extended = copy.copy(config)
    extended["markdown_extensions"] = [*config.markdown_extensions, extension]
    return extended
