"""Addresses: where each page is, and how one page points at another.

An address is a folder below the site's root, with `/` at its end and none before it (`topics/trade/`; `""` is home),
whatever `use_directory_urls` says. Rendered HTML names addresses with the scheme `page:`, and whoever writes the page
out resolves them, so that one rendering serves every way out.
"""

import posixpath
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape

HOME = ""
TOPICS = "topics/"
SOURCES = "sources/"
SPEAKERS = "speakers/"
QUOTES = "quotes/"
FIGURES = "figures/"
TIMELINE = "timeline/"
HUBS = (TOPICS, SOURCES, SPEAKERS, FIGURES, TIMELINE, QUOTES)
"""The pages that list what there is."""

SCHEME = "page:"

ASSETS = "assets/"
"""The folder of what the pages themselves load."""
TAKE_AWAY = "data/"
"""The folder of the files that others read; no page has this address."""
QUOTES_JSON = f"{TAKE_AWAY}quotes.json"
QUOTE_TABLE = f"{TAKE_AWAY}quotes.csv"
FIGURE_TABLE = f"{TAKE_AWAY}figures.csv"
ANNOTATIONS = f"{TAKE_AWAY}annotations.jsonld"
PROOF = f"{TAKE_AWAY}proof.json"
FORMS = f"{TAKE_AWAY}forms/"
"""With the key of a source and `.js`: each passage of it in every form that it is taken away in, as a script."""
REFERENCES = f"{TAKE_AWAY}references"
"""With the ending of its form: `.bib`, `.ris` or `.json`."""
PICTURES = f"{TAKE_AWAY}pictures/"
"""With the address of a page, the name of a picture on it and `.csv`: what the picture draws."""
ATOM_FEED = "feed.xml"
JSON_FEED = "feed.json"
"""Below the address of home, of a topic or of a speaker."""

_FINISHED = re.compile(
    r'="(?:(?:(?<=[\s"]href=")|(?<=[\s"]src="))page:([^"]*)|(?<=[\s"]href=")#([^"]+)|(?<=[\s"]id=")([^"]+))"'
)
"""Begins with two characters that are found at once, and looks back from them: so most of a page is passed over."""
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


def stored_words(source_key: str) -> str:
    """Give the path of the file with a source's stored words, where what is published has one."""
    return f"{SOURCES}{source_key}.txt"


def forms_script(source_key: str) -> str:
    """Give the path of the script with the forms of a source's passages."""
    return f"{FORMS}{source_key}.js"


def citation_address(source_key: str, passage_key: str) -> str:
    """Give the address of the citations of a passage, on the page of its source."""
    return f"{source_address(source_key)}#cite:{passage_key}"


def passage_address(source_key: str, passage_key: str) -> str:
    """Give the address of a passage: its anchor on the page of its source."""
    return f"{source_address(source_key)}#{passage_key}"


def picture_table(page: str, name: str) -> str:
    """Give the path of the data of a picture on a page."""
    return f"{PICTURES}{page}{name}.csv"


def resolve(html: str, url_of: Callable[[str], str]) -> str:
    """Replace each `page:` link of rendered HTML by what `url_of` makes of its address, fragment included.

    Text cannot be mistaken for a link: only tags are looked into, and the `<` of a tag is always escaped in text.
    """
    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(lambda match: _attribute(match, url_of), tag[0]), html)


def resolve_finished(html: str, url_of: Callable[[str], str]) -> tuple[str, list[str], list[str]]:
    """Do for finished HTML in one pass what `resolve`, `ids_in` and `fragments_in` do; gives all three.

    Nothing but the attributes of its tags can look like one, since rendering escapes every quotation mark of a text.
    """
    ids: list[str] = []
    fragments: list[str] = []
    urls: dict[str, str] = {}

    def put(match: re.Match[str]) -> str:
        address, fragment, own = match.groups()
        if address is not None:
            if address not in urls:
                urls[address] = f'="{escape(url_of(_unescape(address)))}"'
            return urls[address]
        if own is not None:
            ids.append(_unescape(own))
        else:
            fragments.append(_unescape(fragment))
        return match[0]

    return _FINISHED.sub(put, html), ids, fragments


_unescape = lru_cache(maxsize=1 << 14)(unescape)
"""Of addresses and ids, which come again on page after page."""


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
    return _way(path, start, use_directory_urls) + mark + fragment


@lru_cache(maxsize=1 << 12)  # the passages of a source are pointed at one after the other
def _way(path: str, start: str, use_directory_urls: bool) -> str:  # noqa: FBT001  a cache knows arguments by place
    is_page = path == HOME or path.endswith("/")
    target = _file_of(path, has_folder_urls=use_directory_urls)
    relative = posixpath.relpath(target or ".", start or ".")
    return relative + ("/" if is_page and use_directory_urls else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Where the site will be on the web and in which language, as far as its settings say."""

    site_url: str = ""
    """With `/` at its end; empty where nobody said."""
    has_folder_urls: bool = True
    """What `use_directory_urls` says."""
    name: str = ""
    """Told apart by it are the sites that have no address."""
    language: str = ""
    """Of the site's own words (BCP 47); empty where nobody said."""
    is_offline: bool = False
    """Whether this is a copy to be read from files: it links within itself, and its ids are those of the site."""
    is_one_file: bool = False
    """Whether a page stands alone, with no other page and no script beside it."""
    take_away: tuple[str, ...] = ()
    """The names of products, made in the same run, that the site offers; their places hold an empty file until then."""

    @property
    def links_to_folders(self) -> bool:
        """Tell whether links name the folder of a page, and not the `index.html` in it."""
        return self.has_folder_urls and not self.is_offline

    def url_of(self, address: str) -> str:
        """Give the web address of a page or file; empty where the site has none."""
        if not self.site_url:
            return ""
        return self.site_url + _file_of(address, has_folder_urls=self.has_folder_urls)

    def link(self, address: str, start: str) -> str:
        """Give the web address of a page or file, or where there is none the way to it from the folder at `start`."""
        url = "" if self.is_offline else self.url_of(address)
        return url or relative_url(address, start, use_directory_urls=self.links_to_folders)

    def id_of(self, address: str) -> str:
        """Give a URI that names what is at an address and stays the same whenever the site is built.

        It is the web address, whatever `use_directory_urls` says; a site without one names its parts by version 5
        UUIDs (RFC 9562, 5.5) of its name and their address.
        """
        if self.site_url:
            return self.site_url + address
        return uuid.uuid5(uuid.NAMESPACE_URL, f"onrecord:{self.name}\n{address}").urn


NOWHERE = Publication()
"""Of a site whose settings say nothing of it."""


def _file_of(address: str, *, has_folder_urls: bool) -> str:
    path, mark, fragment = address.partition("#")
    is_page = path == HOME or path.endswith("/")
    return path + ("index.html" if is_page and not has_folder_urls else "") + mark + fragment
