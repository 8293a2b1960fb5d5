"""Our own search, which takes the place of Material's: that would load its whole index whenever a page opens.

What people wrote by hand is read from the HTML that MkDocs makes of it; all else comes with the site. The index is
written when all pages are made.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from onrecord.clashes import address_of
from onrecord.forking import count_workers
from onrecord.plugin.links import Addresses
from onrecord.plugin.pages import Opening
from onrecord.plugin.search import MATERIAL
from onrecord.render import SEARCH_FOLDER, search_files
from onrecord.search import (
    NO_FACETS,
    Entry,
    Index,
    KeptParts,
    Reader,
    opening_entries,
    read_parts,
    section_entries,
    sections_in,
)
from onrecord.site import Site
from onrecord.stored import Store


def switch_off(config: MkDocsConfig) -> bool:
    """Take Material's search out of the site; tell whether it was there and on.

    Nothing of it is left: no events, so that no index is made, and no place among the plugins, so that the theme shows
    no field and asks for no index.
    """
    search = config.plugins.get(MATERIAL)
    if search is None or not search.config.enabled:
        return False
    search.config.enabled = False
    del config.plugins[MATERIAL]
    for name, methods in config.plugins.events.items():
        config.plugins.events[name] = [each for each in methods if getattr(each, "__self__", None) is not search]
    return True


class OwnSearch:
    """The search of one build."""

    def __init__(self) -> None:
        """Begin with no page written by hand."""
        self._entries: list[Entry] = []

    def open_home(self, site: Site, opening: Opening | None) -> None:
        """Take what opens the home page, where somebody wrote that."""
        if opening:
            self._entries += opening_entries(site.title, opening.markdown)

    def add_page(self, page: Page, html: str) -> None:
        """Take a page that somebody wrote by hand, unless its front matter excludes it as it would from Material's."""
        said = page.meta.get("search")
        if isinstance(said, dict) and said.get("exclude"):
            return
        self._entries += section_entries(address_of(page.file.src_uri), str(page.title or ""), sections_in(html))

    def write(self, site: Site, addresses: Addresses, folder: Path, workers: int) -> None:
        """Write what a browser loads when somebody searches, all pages by hand having been taken; by so many processes at most."""
        (folder / SEARCH_FOLDER).mkdir(parents=True, exist_ok=True)
        index = self._index(site, workers)
        for name, script in index.scripts(_url_of(addresses), folder=SEARCH_FOLDER):
            (folder / name).write_bytes(script.encode())
        for name, content in search_files(site.say).items():
            (folder / name).write_bytes(content)

    def _index(self, site: Site, workers: int) -> Index:
        found = site.entries
        facets = NO_FACETS if found is None else found.facets
        store = Store()
        index, reader = Index(facets, store), Reader(facets, store)
        index.take(reader.read([*(() if found is None else found.of_pages()), *self._entries]))
        if found is not None:
            most = min(workers, count_workers(len(facets.sources)))
            for part in read_parts(found, reader, store, most, _kept_parts(site)):
                index.take(part)
        return index


def _kept_parts(site: Site) -> KeptParts | None:
    """Give what is kept of the last index, where something is to be kept of this one."""
    memory = site.memory
    return KeptParts(memory.keep, memory.base.encode()) if memory.keep is not None and memory.base else None


def _url_of(addresses: Addresses) -> Callable[[str], str]:
    @cache
    def url_of_page(path: str) -> str:
        file = addresses.files.get(path)
        return path if file is None else file.url

    def url_of(address: str) -> str:
        path, mark, place = address.partition("#")
        return url_of_page(path) + mark + quote(place, safe=":")

    return url_of
