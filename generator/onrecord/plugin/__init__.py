"""The MkDocs plugin: the generated pages and files among the hand-written ones, in `mkdocs build` and `mkdocs serve`.

The only package that imports MkDocs. The content is read and checked before MkDocs empties the site's folder, so that
a broken dossier leaves the last good site where it is. Each warning is logged once, with its place, so that `--strict`
fails on it as on MkDocs' own. A server shows drafts instead, with every problem in its page.
"""

import dataclasses
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from onrecord import build
from onrecord.circles import without_collecting
from onrecord.clashes import address_of
from onrecord.drafting import Draft, make_draft
from onrecord.forking import count_cores
from onrecord.plugin.deferring import MadePages, Surroundings, defer, leave_to_mkdocs, make_deferred, pages_of
from onrecord.plugin.faults import accept, tell_draft
from onrecord.plugin.files import add_files, add_pages, check_settings, load_assets, set_navigation, take_opening
from onrecord.plugin.heads import with_head
from onrecord.plugin.inputs import hash_settings
from onrecord.plugin.last_site import LastSite, hash_around
from onrecord.plugin.links import Addresses, Links
from onrecord.plugin.notices import put_on_made, put_on_others, with_place
from onrecord.plugin.options import OnrecordConfig
from onrecord.plugin.own_search import OwnSearch, switch_off
from onrecord.plugin.pages import OnrecordPage
from onrecord.plugin.publication import publication_of
from onrecord.plugin.search import add_records, entries_of, has_search, name_stemmers, prepare_search
from onrecord.plugin.serving import Served
from onrecord.plugin.standing import Later, Standing, tell_settings
from onrecord.problems import sort_problems
from onrecord.remembered import NOTHING, Memory
from onrecord.render import OWN_SEARCH, THEME_SEARCH
from onrecord.site import Site
from onrecord.timings import timed
from onrecord.urls import HOME, ids_in

_log = get_plugin_logger("onrecord")

_PACKAGE = Path(build.__file__).parent
_TEMPLATE_FOLDERS = (_PACKAGE / "render" / "templates", _PACKAGE / "theme")


class OnrecordPlugin(BasePlugin[OnrecordConfig]):
    """Publish the dossier in the content folder as pages of the site."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        super().__init__()
        self._is_serving = False
        self._site = Site(title="", pages=())
        self._draft: Draft | None = None
        self._given: Site | None = None
        self._files = Files([])
        self._addresses = Addresses(self._files)
        self._stemmers = ""
        self._navigation: Navigation | None = None
        self._made: MadePages | None = None
        self._is_deferred = False
        self._entries = 0
        self._is_offline = False
        self._own_search: OwnSearch | None = None
        self._last_site: LastSite | None = None
        self._served: Served | None = None
        self._surroundings: Surroundings | None = None
        self.later = Later()
        """What a server does beside serving."""

    def publish(self, site: Site) -> None:
        """Take a site that was made already, so that the content is not read again: for the next build alone.

        MkDocs gives one plugin to all builds of a process.
        """
        self._given = site

    def read_from_files(self) -> None:
        """Make the next site one that is read from files, where no search but our own works."""
        self._is_offline = True

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether a server runs; MkDocs keeps a plugin that has this event alive over all rebuilds."""
        self._is_serving = command == "serve"
        self._served = Served() if self._is_serving and not dirty else None

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our own search in the place of the theme's, or set what the author left open of that."""
        is_offline, self._is_offline = self._is_offline, False
        is_own = is_offline or (self.config.search == "own" and switch_off(config))
        self._own_search = OwnSearch() if is_own else None
        prepare_search(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check the content, while the last site is still there."""
        if self._is_serving:
            self._draft = self._make_draft(
                config, self._served.begin(Path(config.site_dir)) if self._served else NOTHING
            )
            self._site = self._draft.site
            tell_draft(self._site)
        else:
            self._draft = None  # of a server that this process was before
            given, self._given = self._given, None
            site = given or build.make_site(_project(config), self.config.content, publication=publication_of(config))
            own = check_settings(site, config)
            self._site = accept(dataclasses.replace(site, problems=sort_problems((*site.problems, *own))), own)

    def _make_draft(self, config: MkDocsConfig, memory: Memory) -> Draft:
        return make_draft(
            _project(config),
            self.config.content,
            before=self._draft.restored if self._draft else None,
            publication=publication_of(config),
            more=partial(check_settings, config=config),
            memory=memory,
            workers=self._workers,
        )

    def _take(self, draft: Draft) -> None:
        tell_draft(draft.site, self._draft.site.problems if self._draft else ())
        self._draft, self._site = draft, draft.site

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the pages and files, and plan the navigation where the author did not."""
        opening = take_opening(files) if any(page.address == HOME for page in self._site.pages) else None
        set_navigation(self._site, files, config, self.config)
        self._addresses = Addresses(files)
        add_pages(self._site, self._addresses, config, opening=opening, is_draft=self._is_serving)
        site = self._site
        if self._own_search:
            self._own_search.open_home(site, opening)
        unused = THEME_SEARCH if self._own_search else OWN_SEARCH
        site = dataclasses.replace(site, files={path: each for path, each in site.files.items() if path != unused})
        add_files(site, files, config)
        load_assets(site, config)
        self._files = files
        self._stemmers = name_stemmers(self._site, config)
        self._is_deferred = defer(files, config, always=self._served is not None)
        if self._is_deferred:
            self._made = MadePages(files)
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Note what every page shows of the others."""
        del config, files
        self._navigation = nav
        return nav

    @event_priority(-100)
    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Make the deferred pages, when all that they may show is known."""
        if self._navigation is not None:
            with timed("pages"):
                settings = hash_settings(_project(config)) if self._site.memory.is_wanted else ""
                around = hash_around(settings, self._navigation, self._site, self._stemmers)
                self._last_site = LastSite(self._site, around, files)
                self._surroundings = Surroundings(config, files, self._navigation, env, self._most_workers)
                make_deferred(self._surroundings, self._last_site)
                if self._draft and self._is_deferred:
                    put_on_made(self._draft, self._addresses, self._last_site, pages_of(files))
                leave_to_mkdocs(env)
        return env

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the notice of the draft on top of a page; there is none in what is built."""
        del config, files
        if self._own_search and not isinstance(page, OnrecordPage):
            self._own_search.add_page(page, html)
        notice = self._draft.notice_at(address_of(page.file.src_uri)) if self._draft else ""
        if notice and not (self._is_deferred and isinstance(page, OnrecordPage)):
            page.present_anchor_ids = {*(page.present_anchor_ids or ()), *ids_in(notice)}  # other pages lead to them
        if self._draft and self._is_deferred:  # it is put there when all pages are made
            return with_place(html)
        return f"{Links(page.file, self._addresses).resolve(notice)}\n{html}" if notice else html

    @event_priority(100)
    def _show_search(self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: object) -> None:
        """Let the site's search read of a page only what it is to find there."""
        del context, nav
        if isinstance(page, OnrecordPage) and has_search(config):
            page.show_search()
            self._entries = len(entries_of(config) or ())

    @event_priority(-100)
    def _show_readers(self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: object) -> None:
        """Let readers have the page again."""
        del context, nav
        if isinstance(page, OnrecordPage) and has_search(config):
            page.show_readers()
            entries = entries_of(config)
            if page.found is not None and entries is not None:
                entries[self._entries :] = page.found

    on_page_context = CombinedEvent(_show_search, _show_readers)

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Put what machines read into the head of each page, hand-written ones too."""
        del config
        if isinstance(page, OnrecordPage):
            return with_head(output, page.head + self._stemmers, page.links)
        return with_head(output, self._site.head + self._stemmers, Links(page.file, self._addresses))

    @event_priority(100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the index of our own search, or hand the records to the theme's before it writes its."""
        if self._own_search:
            with timed("searching"):
                self._own_search.write(self._site, self._addresses, Path(config.site_dir), self._most_workers)
        else:
            add_records(self._site, self._files, config)
        if self._draft and self._is_deferred:
            put_on_others(self._draft, self._addresses, self._files)
        if self._last_site is not None:
            with timed("remembering"):
                memory = self._last_site.remember(Path(config.site_dir))
                if self._served:
                    self._served.remember(memory, self._stand(memory))
                else:
                    memory.save()
        self._forget()

    def _stand(self, memory: Memory) -> Standing | None:
        """Give the site that stands now, where it can be mended."""
        if not (self._is_deferred and self._draft and self._own_search and self._surroundings and memory.around):
            return None
        return Standing(
            surroundings=dataclasses.replace(self._surroundings, workers=1),
            addresses=self._addresses,
            settings=tell_settings(self._surroundings.config),
            around=memory.around,
            draft=self._draft,
            search=self._own_search,
            later=self.later,
        )

    def rebuild(self, build_anew: Callable[[], None]) -> None:
        """Mend the site of a server where it stands, or have MkDocs build it anew where that is not enough."""
        with without_collecting():
            draft = self._served.mend(self._make_draft) if self._served else None
            if draft is None:
                build_anew()
            else:
                self._take(draft)
        self.later.collect()

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing behind, and to the readers of a server the last site."""
        del error
        if self._served:
            self._served.restore()
        self._forget()

    @property
    def _workers(self) -> int | None:
        """Say how many processes may make pages, where not as many as are worth their while."""
        if not self._is_serving:
            return None
        return self._served.workers if self._served else 1

    @property
    def _most_workers(self) -> int:
        return count_cores() if self._workers is None else self._workers

    def _forget(self) -> None:
        self._last_site = None
        if self._served:
            self._served.end()
        if self._made is not None:
            self._made.end()
            self._made = None

    @event_priority(-100)
    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Rebuild when the content or the templates change."""
        del builder
        for folder in (_project(config) / self.config.content, *_TEMPLATE_FOLDERS):
            if folder.is_dir():
                server.watch(str(folder))
        if self._served:
            server.builder = partial(self.rebuild, server.builder)
        return server


def _project(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent
