"""Rendering: page views become blocks of HTML. Escaping lives here; the only package that imports Jinja."""

import json
from importlib.resources import files

from onrecord.pages.wording import Wording
from onrecord.render.environment import fill, fill_page
from onrecord.render.head import render_feed_links
from onrecord.render.pages import render_page

__all__ = [
    "SITE_SEARCH",
    "fill_page",
    "render_feed_links",
    "render_page",
    "render_search",
    "search_files",
    "site_styles",
    "theme_files",
    "theme_texts",
]

_STYLES = ("onrecord.css", "page.css", "pictures.css", "print.css")
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
SITE_SEARCH = frozenset({"assets/onrecord/search.js"})
"""What the website's own search needs and the offline bundle, which has another, does not."""
_SEARCH = ("offline_search.css", "offline_search.js")


def theme_files(say: Wording) -> dict[str, bytes]:
    """Give the files that every page loads, by their path below the site's root, styles and scripts in the order to load them.

    What the style sheets themselves show, such as quotation marks, is handed to them in the reader's words.
    """
    theme = files("onrecord") / "theme"
    styles = {f"assets/{name}": (theme / name).read_bytes() for name in _STYLES}
    first = f"assets/{_STYLES[0]}"
    scripts = {f"assets/onrecord/{name}": (theme / name).read_bytes() for name in _SCRIPTS}
    return {**styles, first: styles[first] + _properties(say).encode(), **scripts}


def _properties(say: Wording) -> str:
    shown = {"open": say.OPENING_MARK, "close": say.CLOSING_MARK, "sic": say.SIC_MARK}
    lines = "".join(f"  --or-{name}: {json.dumps(words, ensure_ascii=False)};\n" for name, words in shown.items())
    return f"\n:root {{\n{lines}}}\n"


def search_files() -> dict[str, bytes]:
    """Give the files of the offline bundle's search, by their path below its root: a style and a script."""
    theme = files("onrecord") / "theme"
    return {f"assets/onrecord/{name}": (theme / name).read_bytes() for name in _SEARCH}


def site_styles(say: Wording) -> tuple[str, ...]:
    """Give the styles of the website, to stand in a page itself."""
    return tuple(content.decode() for path, content in theme_files(say).items() if path.endswith(".css"))


def theme_texts(*names: str) -> tuple[str, ...]:
    """Give styles and scripts by their names, to stand in a page itself."""
    return tuple((files("onrecord") / "theme" / name).read_text(encoding="utf-8") for name in names)


def render_search(say: Wording) -> str:
    """Give the HTML of the search dialog."""
    return fill(say, "offline_search")
