"""Run MkDocs on a project, as `mkdocs build` and `mkdocs serve` would."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mkdocs.commands import build, serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from onrecord.plugin.offline import offline_settings
from onrecord.plugin.publication import publication_of, read_settings, read_settings_file
from onrecord.plugin.telling import listen, telling
from onrecord.site import Site
from onrecord.timings import timed
from onrecord.urls import Publication

SETTINGS = "mkdocs.yml"

MakeSite = Callable[[Publication], Site]
"""Makes the site of content that was read already, for where it will be."""


def build_site(project: Path, folder: Path, make: MakeSite, *, strict: bool) -> bool:
    """Build the website into a new folder; tell whether it went well, after telling what did not.

    The problems of the content are not told: whoever builds has checked it.
    """
    return _build(project, folder, lambda config: make(publication_of(config)), strict=strict)


def build_offline(project: Path, folder: Path, make: MakeSite, *, strict: bool) -> bool:
    """Build the website as it is read from files: pages are named by their files, and no other host is asked."""

    def site_of(config: MkDocsConfig) -> Site:
        has_folder_urls = read_settings(config).get("use_directory_urls") is not False
        return make(replace(publication_of(config), has_folder_urls=has_folder_urls, is_offline=True))

    return _build(project, folder, site_of, strict=strict, is_offline=True)


def serve_site(project: Path, address: str) -> None:
    """Serve the website and rebuild it at every change, until interrupted."""
    listen(logging.INFO)
    serve.serve(str(project / SETTINGS), dev_addr=address)


def _build(
    project: Path, folder: Path, make: Callable[[MkDocsConfig], Site], *, strict: bool, is_offline: bool = False
) -> bool:
    settings = offline_settings(read_settings_file(project / SETTINGS)) if is_offline else {}
    # MkDocs takes a relative folder as one beside its settings, and not as one where the command runs.
    site_dir = str(folder.resolve())
    with telling():
        try:
            with timed("settings"):
                config = load_config(str(project / SETTINGS), site_dir=site_dir, strict=strict, **settings)
            plugin = config.plugins.get("onrecord")
            if plugin is not None and is_offline:
                plugin.read_from_files()
            if plugin is not None and plugin.config.get("content") == "content":
                with timed("site"):
                    plugin.publish(make(config))
            config.plugins.on_startup(command="build", dirty=False)
            with timed("MkDocs"):
                build.build(config)
            config.plugins.on_shutdown()
        except (Abort, ConfigurationError) as stop:
            logging.getLogger("mkdocs").critical("%s", stop)
            return False
    return True
