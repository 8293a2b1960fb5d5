"""Addresses: where each page is, and how one page points at another.

An address is a folder below the site's root, with `/` at its end and none before it (`topics/trade/`; `""` is home),
whatever `use_directory_urls` says. Rendered HTML names addresses with the scheme `page:`, and whoever writes the page
out resolves them, so that one rendering serves every way out.
"""

import posixpath
import re
from collections.abc import Callable
from html import escape, unescape

HOME = ""
TOPICS = "topics/"
SOURCES = "sources/"
SPEAKERS = "speakers/"
QUOTES = "quotes/"
FIGURES = "figures/"
TIMELINE = "timeline/"

SCHEME = "page:"

_TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(r'(?<=[\s"])(href|src)="page:([^"]*)"')
_FRAGMENT = re.compile(r'(?<=[\s"])href="#([^"]+)"')
_ID = re.compile(r"""(?<=[\s"'])id=(?:"([^"]+)"|'([^']+)')""")


def topic_address(topic_id: str) -> str:
    """Give the address of a topic's page."""
    return f"{TOPICS}{topic_id}/"


def speaker_address(speaker_id: str) -> str:
    """Give the address of a speaker's page."""
    return f"{SPEAKERS}{speaker_id}/"


def source_address(source_key: str) -> str:
    """Give the address of a source's page."""
    return f"{SOURCES}{source_key}/"


def passage_address(source_key: str, passage_key: str) -> str:
    """Give the address of a passage: its anchor on the page of its source."""
    return f"{source_address(source_key)}#{passage_key}"


def resolve(html: str, url_of: Callable[[str], str]) -> str:
    """Replace each `page:` link of rendered HTML by what `url_of` makes of its address, fragment included.

    Text cannot be mistaken for a link: only tags are looked into, and the `<` of a tag is always escaped in text.
    """
    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(lambda match: _attribute(match, url_of), tag[0]), html)


def _attribute(match: re.Match[str], url_of: Callable[[str], str]) -> str:
    return f'{match[1]}="{escape(url_of(unescape(match[2])))}"'


def addresses_in(html: str) -> tuple[str, ...]:
    """List the addresses that rendered HTML links to, fragments included, in order."""
    return tuple(unescape(match[2]) for tag in _TAG.findall(html) for match in _ATTRIBUTE.finditer(tag))


def fragments_in(html: str) -> tuple[str, ...]:
    """List the places of its own page that HTML links to, in order, without `#`."""
    return tuple(unescape(match[1]) for tag in _TAG.findall(html) for match in _FRAGMENT.finditer(tag))


def ids_in(html: str) -> tuple[str, ...]:
    """List the ids that HTML gives to its elements, in order."""
    return tuple(unescape(match[1] or match[2]) for tag in _TAG.findall(html) for match in _ID.finditer(tag))


def relative_url(address: str, start: str, *, use_directory_urls: bool = True) -> str:
    """Point from the page at `start` to `address` (both addresses; fragments of `address` are kept).

    With `use_directory_urls` a page is the folder itself, without it the `index.html` in that folder. Addresses of
    files (`data/quotes.csv`) stay files.
    """
    path, mark, fragment = address.partition("#")
    if path == start and mark:
        return mark + fragment
    is_page = path == HOME or path.endswith("/")
    target = path + ("index.html" if is_page and not use_directory_urls else "")
    relative = posixpath.relpath(target or ".", start or ".")
    needs_slash = is_page and use_directory_urls
    return relative + ("/" if needs_slash else "") + mark + fragment
