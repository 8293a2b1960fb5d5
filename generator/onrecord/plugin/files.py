"""The generated pages and files as MkDocs files in memory, put among those of the docs folder."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.utils import get_build_date
from mkdocs.utils.meta import get_data

from onrecord.clashes import OPENING, find_clashes
from onrecord.navigation import plan_navigation
from onrecord.plugin.last_site import LinkedFile
from onrecord.plugin.links import Addresses
from onrecord.plugin.options import OnrecordConfig
from onrecord.plugin.pages import OnrecordPage, Opening, Shown
from onrecord.plugin.publication import publication_of
from onrecord.plugin.skeletons import Skeletons
from onrecord.problems import Problem
from onrecord.site import Site, source_path
from onrecord.site_language import check_language
from onrecord.stored import SitePage
from onrecord.urls import HOME


def hand_written_paths(config: MkDocsConfig) -> dict[str, str]:
    """List the files of the docs folder that are not excluded, each with the path that the author knows it by."""
    docs = Path(config.docs_dir)
    paths = [path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*")) if path.is_file()]
    files = [File(path, config.docs_dir, config.site_dir, config.use_directory_urls) for path in paths]
    set_exclusions(files, config)
    kept = (file.src_uri for file in files if file.inclusion is not InclusionLevel.EXCLUDED)
    return {path: Path(os.path.relpath(docs / path)).as_posix() for path in kept}


def check_settings(site: Site, config: MkDocsConfig) -> tuple[Problem, ...]:
    """Find what is wrong with a site for what `mkdocs.yml` says and for what is written by hand."""
    settings = Path(os.path.relpath(config.config_file_path)).as_posix()
    clashes = find_clashes(site, hand_written_paths(config))
    return *clashes, *check_language(site, publication_of(config), settings)


def load_assets(site: Site, config: MkDocsConfig) -> None:
    """Have every page load the styles and scripts of a site, before those of the author."""
    styles = [path for path in site.styles if path not in config.extra_css]
    config.extra_css = [*styles, *config.extra_css]
    scripts = [path for path in site.scripts if path not in config.extra_javascript]
    config.extra_javascript = [*scripts, *config.extra_javascript]


def set_navigation(site: Site, files: Files, config: MkDocsConfig, options: OnrecordConfig) -> None:
    """Plan the navigation where the author did not."""
    if config.nav is None:
        hand_written = tuple(file.src_uri for file in files.documentation_pages() if file.inclusion.is_in_nav())
        config.nav = plan_navigation(
            site.pages,
            hand_written,
            home_label=options.home_label or site.say.HOME,
            about_label=options.about_label or site.say.ABOUT,
        )


def add_files(site: Site, files: Files, config: MkDocsConfig) -> None:
    """Put every file beside the pages (styles, data) in place; a file of the theme of the same path gives way."""
    for path, content in site.files.items():
        _put(files, File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED))
    for path, place in site.placed.items():
        _put(files, LinkedFile.generated(config, path, abs_src_path=str(place), inclusion=InclusionLevel.INCLUDED))


def add_pages(
    site: Site, addresses: Addresses, config: MkDocsConfig, *, opening: Opening | None, is_draft: bool = False
) -> None:
    """Put every page in place, with the name that the navigation gives it."""
    labels = dict(_labels_in(config.nav or []))
    skeletons = Skeletons(config)
    for page in site.pages:
        own_opening = opening if page.address == HOME else None
        file = _page_file(page, config, has_opening=own_opening is not None)
        shown = Shown(page, labels.get(file.src_uri), own_opening, is_draft=is_draft)
        OnrecordPage(shown, file, config, addresses, skeletons)
        _put(addresses.site_files, file)
    _date_one(addresses.site_files)


def take_opening(files: Files) -> Opening | None:
    """Take the hand-written opening of the home page away from the other files, if there is one."""
    file = files.get_file_from_path(OPENING)
    if file is None or file.inclusion.is_excluded():
        return None
    files.remove(file)
    return Opening(*get_data(file.content_string))


def _date_one(files: Files) -> None:
    """Leave the day of the build to one page where no page has a date: MkDocs takes the latest, and must find one."""
    pages = [file.page for file in files.documentation_pages() if isinstance(file.page, OnrecordPage)]
    if len(pages) == len(files.documentation_pages()) and not any(page.update_date for page in pages):
        for page in pages[:1]:
            page.update_date = get_build_date()


def _page_file(page: SitePage, config: MkDocsConfig, *, has_opening: bool) -> File:
    inclusion = InclusionLevel.INCLUDED if page.is_hub or page.address == HOME else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, source_path(page.address), content="", inclusion=inclusion)
    file.edit_uri = OPENING if has_opening else _edit_uri(page.edit_path, config)
    return file


def _edit_uri(path: PurePosixPath | None, config: MkDocsConfig) -> str | None:
    """Say how to get from the docs folder, which `edit_uri` stands for, to the author's file."""
    if path is None:
        return None
    return Path(os.path.relpath(Path(config.config_file_path).parent / path, config.docs_dir)).as_posix()


def _put(files: Files, file: File) -> None:
    existing = files.get_file_from_path(file.src_uri)
    if existing is not None:
        if existing.generated_by is not None:
            raise PluginError(f"`{file.src_uri}` is made by the plugin {existing.generated_by} already")
        files.remove(existing)
    files.append(file)


def _labels_in(nav: Iterable[Any] | dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Find the names that a navigation gives to pages, by path."""
    for item in nav.items() if isinstance(nav, dict) else nav:
        match item:
            case (str(label), str(path)):
                yield path, label
            case (str(), list() | dict() as below):
                yield from _labels_in(below)
            case dict():
                yield from _labels_in(item)
