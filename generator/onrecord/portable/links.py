"""Links and pictures of an article that leaves the website: where they lead in one file, or nowhere."""

import base64
import mimetypes
import posixpath
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from onrecord.portable.tree import Element
from onrecord.urls import SCHEME

_FOLLOWED = frozenset(["http", "https", "mailto"])
_LARGEST = 8 << 20
"""Bytes of a picture that is put into a page."""


def turn_links(root: Element, place_of: Callable[[str], str]) -> None:
    """Let each link lead to what `place_of` makes of its address; a link that leads nowhere becomes plain text."""
    for each in root.walk():
        if each.tag != "a" or "href" not in each.attributes:
            continue
        href = each.attributes["href"] or ""
        if href.startswith(SCHEME):
            href = place_of(href.removeprefix(SCHEME))
        elif not href.startswith("#") and urlsplit(href).scheme not in _FOLLOWED:
            href = ""
        if href:
            each.attributes["href"] = href
        else:
            _unlink(each)


def _unlink(link: Element) -> None:
    link.tag = "span"
    for name in ("href", "rel", "target", "title", "aria-label", "download"):
        link.attributes.pop(name, None)


def inline_pictures(root: Element, address: str, docs: Path) -> None:
    """Put each picture of the docs folder into the page itself; of another, the words that stand for it remain."""
    for each in root.walk():
        if each.tag == "img":
            data = _picture(each.attributes.get("src") or "", address, docs)
            each.attributes.pop("srcset", None)
            if data:
                each.attributes["src"] = data
            else:
                each.children = [each.attributes.get("alt") or ""]
                each.tag, each.attributes = "span", {}


def _picture(src: str, address: str, docs: Path) -> str:
    if src.startswith("data:"):
        return src
    path = (docs / posixpath.normpath(posixpath.join(address, unquote(src)))).resolve()
    kind = mimetypes.guess_type(path.name)[0] or ""
    is_ours = not urlsplit(src).scheme and path.is_relative_to(docs.resolve()) and path.is_file()
    if not is_ours or not kind.startswith("image/") or path.stat().st_size > _LARGEST:
        return ""
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"
