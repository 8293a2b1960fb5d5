"""A generated page as MkDocs sees it: it exists in memory only, and its quoted words never pass through Markdown.

The theme escapes nothing, so every plain text handed to it is escaped here.
"""

import copy
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from onrecord.opening import find_heading
from onrecord.plugin.blocks import PlacesExtension, compose, fill, find_mark, finished_in, salvage
from onrecord.plugin.links import Addresses, Links
from onrecord.plugin.skeletons import Skeletons
from onrecord.rendered import Block, Heading, HtmlBlock, ProseBlock, RenderedPage
from onrecord.stored import SitePage, StoredPage
from onrecord.urls import ids_in

FEW = 2
"""Headings: a list of so few tells no more than the page, which is wider without it."""


_TOLD = re.compile(r' ?data-search-\w+="[^"]+"')


@dataclass(frozen=True, slots=True)
class Opening:
    """The hand-written opening of a page: its Markdown and its front matter."""

    markdown: str
    meta: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """What one generated page shows."""

    rendered: SitePage
    label: str | None = None
    """The author's own name for the page in the navigation."""
    opening: Opening | None = None
    is_draft: bool = False
    """Whether it is for its writer, who wants to see even a page that has lost a part."""


class OnrecordPage(Page):
    """One generated page."""

    def __init__(
        self, shown: Shown, file: File, config: MkDocsConfig, addresses: Addresses, skeletons: Skeletons
    ) -> None:
        """Take what to show, the addresses that its links may name, and what converts pages without prose."""
        super().__init__(shown.label, file, config)
        self._shown = shown
        self._addresses = addresses
        self._skeletons = skeletons
        self._blocks: tuple[Block, ...] = ()
        self._mark = ""
        self._searched_content = ""
        self._held = ""
        self.head = ""
        """The finished HTML of its head, links not resolved."""
        self.is_deferred = False
        """Whether it is made later, all pages together; until then it has a title and nothing to show."""
        self.found: Sequence[Any] | None = None
        """The entries that the site's search has of it, where it is written already."""
        self.has_prose = False
        """Whether it holds what somebody wrote, as far as it has been read."""
        self.links = Links(file, addresses)
        """Its links, as far as they have been met."""
        self.update_date = shown.rendered.modified  # for the sitemap; MkDocs says the day of the build

    @property
    def address(self) -> str:
        """Say where it is."""
        return self._shown.rendered.address

    @property
    def rendered(self) -> SitePage:
        """Give what it shows."""
        return self._shown.rendered

    def show(self, rendered: SitePage) -> None:
        """Show something else from now on; it is to be made again, or taken over."""
        self._shown = replace(self._shown, rendered=rendered)
        self.is_deferred = True

    @property
    def is_remembered(self) -> bool:
        """Tell whether it is in the last site as it would be made again, if what is around it is the same."""
        return isinstance(self._shown.rendered, StoredPage) and self._shown.rendered.remake is not None

    def read_source(self, config: MkDocsConfig) -> None:
        """Give the Markdown that other plugins may see: the prose, with places for the rest."""
        del config
        if self.is_deferred:
            self.markdown = ""
        else:
            rendered = self._shown.rendered.whole()
            self._blocks = _all_blocks(rendered, self._shown.opening)
            self.has_prose = any(isinstance(block, ProseBlock) for block in self._blocks)
            self._mark = find_mark(self._blocks)
            self.head = rendered.head
            self.markdown = compose(self._blocks, self._mark)
        self.meta = _meta_of(self._shown.rendered, self._shown.opening)
        if self._shown.label is None:
            self.title = self.meta["title"]

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the prose as MkDocs does, put the finished HTML in, and note every link and id."""
        if self.is_deferred:
            self.content = ""
            return
        links = self.links
        finished, ids = self._finish(links)
        if self._prose():
            taken = [*ids, *(each for text in self._prose() for each in ids_in(text))]
            super().render(_with_extension(config, PlacesExtension(self._blocks, self._mark, taken)), files)
            converted = self.content or ""
            for file, places in (self.links_to_anchors or {}).items():
                links.places.setdefault(file, {}).update(places)
            present = self.present_anchor_ids or set()
        else:
            converted, self.toc = self._skeletons.convert(self._blocks, self._mark, ids)
            present = set(ids_in(converted))
        converted = links.resolve(converted)
        self.content = self._filled(converted, finished)
        self._searched_content = fill(converted, self._mark, self._searched()) if self._is_whole else self.content
        self.present_anchor_ids = {*present, *ids}
        self.links_to_anchors = links.places
        self._blocks = ()  # they are in the content now

    def let_go(self) -> None:
        """Keep nothing of what it showed: it is written, and there may be many."""
        self.content = self.markdown = None
        self._held = self._searched_content = self.head = ""
        self.toc = TableOfContents([])
        self.links = Links(self.file, self._addresses)

    def show_search(self) -> None:
        """Show what a search is to read, in the place of the content."""
        self._held = self.content or ""
        self.content = self._searched_content

    def show_readers(self) -> None:
        """Show the content again, without what told a search what to leave out, as Material's own leaves it."""
        self.content = _TOLD.sub("", self._held)

    def _prose(self) -> list[str]:
        return [block.markdown for block in self._blocks if isinstance(block, ProseBlock)]

    def _finish(self, links: Links) -> tuple[dict[int, str], list[str]]:
        """Resolve the links of each block of finished HTML; gives them by number, and all ids in them."""
        finished: dict[int, str] = {}
        ids: list[str] = []
        for number, html in finished_in(self._blocks).items():
            finished[number], found = links.resolve_finished(html)
            ids += found
        return finished, ids

    def _searched(self) -> dict[int, str]:
        """Say what a search reads of each block of finished HTML: nothing where a section is not searched."""
        searched: dict[int, str] = {}
        is_searched = True
        for number, block in enumerate(self._blocks):
            match block:
                case HtmlBlock(html=html, searched=instead):
                    searched[number] = "" if not is_searched else html if instead is None else instead
                case Heading():
                    is_searched = block.is_searched
                case ProseBlock():
                    is_searched = True  # it may begin a section of its own
        return searched

    def _filled(self, converted: str, finished: dict[int, str]) -> str:
        self._is_whole = True
        try:
            return fill(converted, self._mark, finished)
        except KeyError as error:
            self._is_whole = False
            if self._shown.is_draft:
                return salvage(converted, self._mark, finished)
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


def _meta_of(rendered: SitePage, opening: Opening | None) -> dict[str, Any]:
    heading = find_heading(opening.markdown) if opening else None
    ours = {
        "title": escape(heading or rendered.title),
        "description": escape(rendered.description),
        **({} if rendered.headings > FEW or opening else {"hide": ["toc"]}),
    }
    return ours | (opening.meta if opening else {})


def _with_extension(config: MkDocsConfig, extension: PlacesExtension) -> MkDocsConfig:
    extended = copy.copy(config)
    extended["markdown_extensions"] = [*config.markdown_extensions, extension]
    return extended
