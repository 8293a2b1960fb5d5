"""Rendering: page views become blocks of HTML. Escaping lives here; the only package that imports Jinja."""

from importlib.resources import files

from onrecord.render.pages import render_page

__all__ = ["render_page", "theme_files"]

_STYLE = "onrecord.css"


def theme_files() -> dict[str, bytes]:
    """Give the files that every page loads, by their path below the site's root."""
    return {f"assets/{_STYLE}": (files("onrecord") / "theme" / _STYLE).read_bytes()}
