"""Rendering: page views become blocks of HTML. Escaping lives here; the only package that imports Jinja."""

from importlib.resources import files

from onrecord.render.head import render_feed_links
from onrecord.render.pages import render_page

__all__ = ["render_feed_links", "render_page", "theme_files"]

_STYLES = ("onrecord.css", "pictures.css")
_SCRIPTS = (
    "previews.js",
    "quotes.js",
    "copies.js",
    "verify.js",
    "passage.js",
    "steps.js",
    "search.js",
    "access.js",
)


def theme_files() -> dict[str, bytes]:
    """Give the files that every page loads, by their path below the site's root, styles and scripts in the order to load them."""
    theme = files("onrecord") / "theme"
    scripts = {f"assets/onrecord/{name}": (theme / name).read_bytes() for name in _SCRIPTS}
    return {**{f"assets/{name}": (theme / name).read_bytes() for name in _STYLES}, **scripts}
