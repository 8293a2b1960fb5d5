"""What a project's settings become where its site is read from files, with no network at all."""

from collections.abc import Mapping
from typing import Any

_NEEDS_SERVER = ("navigation.instant", "search.")
"""How features of the theme begin that ask for pages or files by script, which browsers refuse to pages from files."""
_DROPPED = frozenset({"search", "material/search", "offline", "material/offline"})
"""Plugins that do what the bundle does in its own way."""
_ASKING = ("analytics", "consent", "version")
"""What below `extra` makes the theme ask other hosts."""


def offline_settings(written: Mapping[str, Any]) -> dict[str, Any]:
    """Give the settings that take the place of the written ones."""
    plugins = written.get("plugins", ["search"])
    extra = written.get("extra") or {}
    return {
        "use_directory_urls": False,
        "repo_url": "",  # the theme asks the host of a repository how many stars it has
        "plugins": _without_search(plugins),
        "theme": _theme(written.get("theme", "mkdocs")),
        "extra": {name: value for name, value in extra.items() if name not in _ASKING},
    }


def _without_search(plugins: object) -> object:
    if isinstance(plugins, dict):
        return {name: options for name, options in plugins.items() if name not in _DROPPED}
    listed = plugins if isinstance(plugins, list) else []
    return [each for each in listed if _name_of(each) not in _DROPPED]


def _name_of(plugin: object) -> object:
    return next(iter(plugin), None) if isinstance(plugin, dict) else plugin


def _theme(theme: object) -> object:
    if not isinstance(theme, dict):
        return {"name": theme, "font": False}
    features = [each for each in theme.get("features") or () if not str(each).startswith(_NEEDS_SERVER)]
    return {**theme, "font": False, "features": features}
