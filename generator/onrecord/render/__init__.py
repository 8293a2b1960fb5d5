"""Rendering: page views become blocks of HTML. Escaping lives here; the only package that imports Jinja."""

import json
from importlib.resources import files

from onrecord.pages.wording import Wording
from onrecord.render.head import render_feed_links
from onrecord.render.pages import render_page

__all__ = ["render_feed_links", "render_page", "theme_files"]

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
