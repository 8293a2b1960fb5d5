"""Rendering: page views become blocks of HTML. Escaping lives here; the only package that imports Jinja."""

import json
from importlib.resources import files

from onrecord.pages.wording import Wording
from onrecord.render.environment import fill, fill_page, load_templates
from onrecord.render.head import render_feed_links
from onrecord.render.pages import render_page

__all__ = [
    "OWN_SEARCH",
    "SEARCH_FOLDER",
    "THEME_SEARCH",
    "fill_page",
    "load_templates",
    "render_feed_links",
    "render_page",
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
    "lists.js",
    "search.js",
    "theme_search.js",
    "access.js",
)
_FOLDER = "assets/onrecord"
OWN_SEARCH = f"{_FOLDER}/search.js"
"""The script of our own search, which loads the rest when somebody searches."""
THEME_SEARCH = f"{_FOLDER}/theme_search.js"
"""The script that makes the theme's search find words in other forms, where that is used."""
SEARCH_FOLDER = f"{_FOLDER}/search/"
"""Where our own search loads the rest from."""


def theme_files(say: Wording) -> dict[str, bytes]:
    """Give the files that every page loads, by their path below the site's root, styles and scripts in the order to load them.

    What the style sheets themselves show, such as quotation marks, is handed to them in the reader's words.
    """
    theme = files("onrecord") / "theme"
    styles = {f"assets/{name}": (theme / name).read_bytes() for name in _STYLES}
    first = f"assets/{_STYLES[0]}"
    scripts = {f"{_FOLDER}/{name}": (theme / name).read_bytes() for name in _SCRIPTS}
    scripts[OWN_SEARCH] += _call("begin", say.SEARCH)
    return {**styles, first: styles[first] + _properties(say).encode(), **scripts}


def _properties(say: Wording) -> str:
    shown = {"open": say.OPENING_MARK, "close": say.CLOSING_MARK, "sic": say.SIC_MARK}
    lines = "".join(f"  --or-{name}: {json.dumps(words, ensure_ascii=False)};\n" for name, words in shown.items())
    return f"\n:root {{\n{lines}}}\n"


def search_files(say: Wording) -> dict[str, bytes]:
    """Give what our own search loads besides its index, by path below the site's root: the dialog, and its style."""
    theme = files("onrecord") / "theme"
    scripts = b"".join((theme / name).read_bytes() for name in ("search_index.js", "search_dialog.js"))
    dialog = scripts + _call("dialog", fill(say, "search_dialog"))
    return {
        f"{SEARCH_FOLDER}dialog.js": dialog,
        f"{SEARCH_FOLDER}dialog.css": (theme / "search_dialog.css").read_bytes(),
    }


def _call(method: str, words: str) -> bytes:
    return f"\nonrecordSearch.{method}({json.dumps(words, ensure_ascii=False)});\n".encode()


def site_styles(say: Wording) -> tuple[str, ...]:
    """Give the styles of the website, to stand in a page itself."""
    return tuple(content.decode() for path, content in theme_files(say).items() if path.endswith(".css"))


def theme_texts(*names: str) -> tuple[str, ...]:
    """Give styles and scripts by their names, to stand in a page itself."""
    return tuple((files("onrecord") / "theme" / name).read_text(encoding="utf-8") for name in names)
