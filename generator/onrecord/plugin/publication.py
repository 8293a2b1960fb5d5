"""What a project's settings say of where its site will be, and in which language."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from onrecord.urls import Publication


def publication_of(config: MkDocsConfig) -> Publication:
    """Say where the site that is being built will be."""
    return Publication(
        site_url=config.site_url or "",
        has_folder_urls=config.use_directory_urls,
        language=_theme_language(read_settings(config)),
    )


def read_settings(config: MkDocsConfig) -> dict[str, Any]:
    """Read what the author's own settings say; MkDocs has merged them with the defaults."""
    return read_settings_file(Path(config.config_file_path))


def read_settings_file(path: Path) -> dict[str, Any]:
    """Read a `mkdocs.yml` as it is written."""
    with path.open("rb") as file:
        return dict(yaml_load(file) or {})


def _theme_language(settings: dict[str, Any]) -> str:
    """Give the language that the settings name; empty where only the theme's defaults do."""
    theme = settings.get("theme")
    said = theme if isinstance(theme, dict) else {}
    return str(said.get("language") or said.get("locale") or "")
