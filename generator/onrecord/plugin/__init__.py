"""The MkDocs plugin: the generated pages and files among the hand-written ones, in `mkdocs build` and `mkdocs serve`.

The only package that imports MkDocs. The content is read and checked before MkDocs empties the site's folder, so that
a broken dossier leaves the last good site where it is. Each warning is logged once, with its place, so that `--strict`
fails on it as on MkDocs' own.
"""

import dataclasses
import os
from collections.abc import Container
from pathlib import Path
from typing import Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.yaml import yaml_load

from onrecord import build
from onrecord.clashes import find_clashes
from onrecord.navigation import plan_navigation
from onrecord.plugin.faults import MARK, describe, problem_pages, report
from onrecord.plugin.files import add_files, add_pages, hand_written_paths, take_opening
from onrecord.plugin.heads import with_head
from onrecord.plugin.links import Addresses
from onrecord.plugin.pages import OnrecordPage
from onrecord.plugin.search import add_records, name_stemmers, prepare_search
from onrecord.problems import Problem, sort_problems
from onrecord.site import Site
from onrecord.site_language import check_language
from onrecord.urls import HOME, Publication

_log = get_plugin_logger("onrecord")

_PACKAGE = Path(build.__file__).parent
_TEMPLATE_FOLDERS = (_PACKAGE / "render" / "templates", _PACKAGE / "theme")


class OnrecordConfig(Config):
    """What `mkdocs.yml` may say below `onrecord`."""

    content = config_options.Type(str, default="content")
    """The folder of sources and briefings, relative to `mkdocs.yml`."""
    home_label = config_options.Optional(config_options.Type(str))
    about_label = config_options.Optional(config_options.Type(str))
    """What the navigation calls the home page, and the section of hand-written pages, where `nav` is left out."""


class OnrecordPlugin(BasePlugin[OnrecordConfig]):
    """Publish the dossier in the content folder as pages of the site."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        super().__init__()
        self._is_serving = False
        self._site = Site(title="", pages=())
        self._last_addresses: tuple[str, ...] = ()
        self._files = Files([])
        self._addresses = Addresses(self._files)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether a server runs; MkDocs keeps a plugin that has this event alive over all rebuilds."""
        del dirty
        self._is_serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Set what the author left open of the site's search, before it takes its settings."""
        prepare_search(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check the content, while the last site is still there."""
        publication = Publication(
            site_url=config.site_url or "",
            has_folder_urls=config.use_directory_urls,
            language=_theme_language(config),
        )
        site = build.make_site(_project(config), self.config.content, publication=publication)
        settings = Path(os.path.relpath(config.config_file_path)).as_posix()
        own = (*find_clashes(site, hand_written_paths(config)), *check_language(site, publication, settings))
        whole = dataclasses.replace(site, problems=sort_problems((*site.problems, *own)))
        self._site = self._show_problems(whole) if whole.has_errors else self._accept(whole, own)

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the pages and files, and plan the navigation where the author did not."""
        opening = take_opening(files) if any(page.address == HOME for page in self._site.pages) else None
        if config.nav is None:
            hand_written = tuple(file.src_uri for file in files.documentation_pages() if file.inclusion.is_in_nav())
            config.nav = plan_navigation(
                self._site.pages,
                hand_written,
                home_label=self.config.home_label or self._site.say.HOME,
                about_label=self.config.about_label or self._site.say.ABOUT,
            )
        add_pages(self._site, files, config, opening=None if self._site.has_errors else opening)
        add_files(self._site, files, config)
        styles = [path for path in self._site.files if path.endswith(".css") and path not in config.extra_css]
        config.extra_css = [*styles, *config.extra_css]
        scripts = [path for path in self._site.files if path.endswith(".js") and path not in config.extra_javascript]
        config.extra_javascript = [*scripts, *config.extra_javascript]
        self._files = files
        self._addresses = Addresses(files)
        return files

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Put what machines read into the head of each page, hand-written ones too."""
        head = page.head if isinstance(page, OnrecordPage) else self._site.head
        return with_head(output, page, head + name_stemmers(self._site, config), self._addresses)

    @event_priority(100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Hand the records to the site's search, before it writes its index."""
        add_records(self._site, self._files, config)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Rebuild when the content or the templates change."""
        del builder
        for folder in (_project(config) / self.config.content, *_TEMPLATE_FOLDERS):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _accept(self, site: Site, own: Container[Problem]) -> Site:
        """Tell the warnings; those that are not of the content itself are `own`, and no check has told them yet."""
        for problem in site.problems:
            _log.warning("%s", describe(problem), extra=None if problem in own else MARK)
        self._last_addresses = tuple(page.address for page in site.pages)
        return site

    def _show_problems(self, site: Site) -> Site:
        """End a build; let a server live, and show the problems to whoever looks at it."""
        if not self._is_serving:
            raise PluginError(_message(site.problems))
        _log.error("%s", _message(site.problems))
        return dataclasses.replace(site, pages=problem_pages(site.problems, self._last_addresses))


def _project(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _theme_language(config: MkDocsConfig) -> str:
    """Give the language that the author's own settings name; empty where only the theme's defaults do.

    MkDocs merges the two, so that the file alone tells them apart.
    """
    with Path(config.config_file_path).open("rb") as file:
        theme = yaml_load(file).get("theme")
    said = theme if isinstance(theme, dict) else {}
    return str(said.get("language") or said.get("locale") or "")


def _message(problems: tuple[Problem, ...]) -> str:
    return f"the content has problems\n\n{report(problems)}\n"
