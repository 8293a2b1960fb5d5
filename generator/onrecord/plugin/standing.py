"""The site of a server, mended where it stands.

What MkDocs makes around the pages (its settings, files, navigation and templates) stays as it is while only the content
changes, and no page or file comes or goes. Then MkDocs has nothing to do: pages and files that would come out otherwise
are put in place by themselves, by the functions that put all in place.
"""

import gc
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import InclusionLevel
from mkdocs.utils import get_build_date

from onrecord.drafting import Draft
from onrecord.plugin.deferring import Surroundings, make_deferred, pages_of
from onrecord.plugin.inputs import hash_settings
from onrecord.plugin.last_site import LastSite
from onrecord.plugin.links import Addresses
from onrecord.plugin.notices import put_on_made, put_on_others
from onrecord.plugin.own_search import OwnSearch
from onrecord.plugin.pages import OnrecordPage
from onrecord.remembered import Memory
from onrecord.render import SEARCH_FOLDER
from onrecord.site import Site
from onrecord.stored import SitePage
from onrecord.urls import HOME

_QUIET = 2.0
"""Seconds after a rebuild until circles of values that nobody needs are looked for, which takes a while."""
_log = get_plugin_logger("onrecord")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A site that stands, and what is around its pages."""

    surroundings: Surroundings
    addresses: Addresses
    settings: tuple[str, str]
    """What `tell_settings` told of them."""
    around: str
    """The hash of all that is around the pages."""
    draft: Draft
    """What it shows."""
    search: OwnSearch
    later: "Later"

    @property
    def folder(self) -> Path:
        """Say where it is."""
        return Path(self.surroundings.config.site_dir)

    def is_as_before(self) -> bool:
        """Tell whether the settings, what is written by hand and the theme are what they were."""
        return tell_settings(self.surroundings.config) == self.settings

    def fits(self, draft: Draft) -> bool:
        """Tell whether a draft differs in pages and files that there are, and in nothing else."""
        return _frame(draft.site) == _frame(self.draft.site)

    def show(self, draft: Draft) -> tuple["Standing", Memory]:
        """Put a draft that fits in its place; gives what stands then, and what is remembered of it."""
        around, site = self.surroundings, draft.site
        shown = {page.address: page for page in site.pages}
        remembered = {each.told.address for each in site.pieces if each.told}
        pages: list[OnrecordPage] = []
        for page in pages_of(around.files):
            if page.address in remembered or not self._is_shown(shown[page.address], page, draft):
                page.show(shown[page.address])
                pages.append(page)
        last = LastSite(site, self.around, around.files)
        make_deferred(around, last)
        put_on_made(draft, self.addresses, last, pages)
        put_on_others(draft, self.addresses, around.files, self.draft)
        for path, place in site.placed.items():
            if place != self.folder / path:
                shutil.move(place, self.folder / path)
        level = around.config.validation.links.anchors
        for file in around.files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
            if file.page is not None:
                file.page.validate_anchor_links(files=around.files, log_level=level)
        self.later.begin(lambda: self._write_search(site))
        return replace(self, draft=draft), last.remember(self.folder)

    def _is_shown(self, new: SitePage, page: OnrecordPage, draft: Draft) -> bool:
        """Tell whether a page that is not remembered shows the same already."""
        return page.rendered == new and self.draft.notice_at(page.address) == draft.notice_at(page.address)

    def _write_search(self, site: Site) -> None:
        """Write the index of the search beside the last one, and then in its place."""
        aside = self.folder.with_name(f"{self.folder.name}-search")
        shutil.rmtree(aside, ignore_errors=True)
        self.search.write(site, self.addresses, aside, 1)
        place = self.folder / SEARCH_FOLDER
        place.rename(aside / "before")
        (aside / SEARCH_FOLDER).rename(place)
        shutil.rmtree(aside, ignore_errors=True)


def tell_settings(config: MkDocsConfig) -> tuple[str, str]:
    """Tell the settings, what is written by hand and the theme by a hash, and the day, which the sitemap shows."""
    return hash_settings(Path(config.config_file_path).parent), get_build_date()


def _frame(site: Site) -> object:
    """Say what of a site is on more than its own pages, or decides which pages and files there are."""
    hubs = [each for each in site.pages if each.is_hub or each.address == HOME]
    return (
        (site.title, site.language, site.head),
        [(each.address, each.modified, each.edit_path) for each in site.pages],
        [each.title for each in hubs],
        site.files,
        site.placed.keys(),
    )


class Later:
    """What a server does when the pages are there already, one thing after the other: of what is asked for meanwhile the last."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self._wanted: Callable[[], None] | None = None
        self._thread: threading.Thread | None = None
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()

    def begin(self, work: Callable[[], None]) -> None:
        """Have something done, beside what this thread does."""
        with self._lock:
            self._wanted = work
            if self._thread is None:
                self._thread = threading.Thread(target=self._run)
                self._thread.start()

    def wait(self) -> None:
        """Wait until all is done."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def collect(self) -> None:
        """Look for circles of values that nobody needs, unless there is something to do by then."""
        self.hold()
        self._timer = threading.Timer(_QUIET, gc.collect)
        self._timer.daemon = True
        self._timer.start()

    def hold(self) -> None:
        """Do not look for any now."""
        if self._timer is not None:
            self._timer.cancel()

    def _run(self) -> None:
        while True:
            with self._lock:
                work, self._wanted = self._wanted, None
                if work is None:
                    self._thread = None
                    return
            try:
                work()
            except Exception:  # noqa: BLE001  whatever it is, the server goes on
                _log.exception("the index of the search was not written")
