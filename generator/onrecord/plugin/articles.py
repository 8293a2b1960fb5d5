"""Pages as articles, without the theme around them: for ways out that are no website, such as a book.

The editor's prose goes through the Markdown extensions that the project's settings name, as on the website. Links to
addresses (`page:`) are left for whoever puts the articles together.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from onrecord.plugin.blocks import PlacesExtension, compose, fill, find_mark, finished_in
from onrecord.plugin.publication import publication_of
from onrecord.plugin.telling import telling
from onrecord.rendered import RenderedPage
from onrecord.urls import Publication


class SettingsError(Exception):
    """The project's settings cannot be read; says why."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the project's settings say of its articles."""

    config: MkDocsConfig
    publication: Publication

    @property
    def docs(self) -> Path:
        """The folder of hand-written pages and pictures."""
        return Path(self.config.docs_dir)


def read_article_settings(path: Path) -> Settings:
    """Read a project's `mkdocs.yml`, telling its faults; SettingsError where it cannot be used."""
    with telling():
        try:
            config = load_config(str(path))
        except (Abort, ConfigurationError) as fault:
            raise SettingsError(str(fault)) from fault
    return Settings(config, publication_of(config))


def render_articles(pages: Iterable[RenderedPage], settings: Settings) -> Mapping[str, str]:
    """Give the HTML below the title of each page, by address."""
    return {page.address: _render(page, settings.config) for page in pages}


def _render(page: RenderedPage, config: MkDocsConfig) -> str:
    mark = find_mark(page.blocks)
    extensions: list[Any] = [*config.markdown_extensions, PlacesExtension(page.blocks, mark)]
    markdown = Markdown(extensions=extensions, extension_configs=config.mdx_configs or {})
    return fill(markdown.convert(compose(page.blocks, mark)), mark, finished_in(page.blocks))
