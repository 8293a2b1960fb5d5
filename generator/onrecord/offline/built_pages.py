"""Pages as MkDocs built them: what search finds on them, what they would ask other hosts for, and search put in."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from onrecord.rendered import UNSEARCHED, VOID

_SILENT = frozenset(["script", "style", "template", "button", "svg", "form"])
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(["p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "div", "figure", "blockquote"])
_LOADING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "video": "src",
    "audio": "src",
    "source": "src",
    "embed": "src",
}
_NAMED_ONLY = frozenset(["canonical", "alternate", "next", "prev", "edit", "author", "license", "search", "help"])
_ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_ALTERNATE = re.compile(r"""<link rel="?alternate"?(?=[\s>])[^>]*>""")
"""Material asks for the sitemap beside each other form of a page, feeds included."""
_HEAD_END = re.compile(r"</head>", re.IGNORECASE)
_BODY_END = re.compile(r"</body>(?!.*</body>)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page of the built site, as its readers meet it."""

    title: str
    """Its first heading, or what the window is called."""
    text: str
    """What a search finds in its article."""
    has_article: bool
    """A page that only leads on to another has none."""
    asks: tuple[str, ...]
    """What it would load from other hosts."""


def read_page(html: str) -> BuiltPage:
    """Read a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    title = " ".join("".join(reader.heading or reader.title).split())
    text = " ".join("".join(reader.text).split())
    return BuiltPage(title, text, reader.has_article, tuple(dict.fromkeys(reader.asks)))


def insert(html: str, head: str, body: str) -> str:
    """Put HTML at the end of a page's head and of its body, and take out what makes the theme ask for a sitemap."""
    html = _ALTERNATE.sub("", html)
    with_head = _HEAD_END.sub(lambda end: head + end[0], html, count=1)
    return _BODY_END.sub(lambda end: body + end[0], with_head, count=1)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title: list[str] = []
        self.heading: list[str] = []
        self.text: list[str] = []
        self.asks: list[str] = []
        self.has_article = False
        self._left_out: int | None = None
        """The level of the heading whose section is left out."""
        self._open: list[tuple[str, bool]] = []
        """Each element that is open, and whether it is left out."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        asked = values.get(_LOADING.get(tag, ""), "")
        if tag == "link" and not _NAMED_ONLY & set(values.get("rel", "").split()):
            asked = values.get("href", "")
        if _ELSEWHERE.match(asked):
            self.asks.append(asked)
        if tag in _BLOCKS or tag == "br":
            self._take(" ")
        self.has_article |= tag == "article"
        if tag in _HEADINGS:
            self._begin_section(_HEADINGS.index(tag), is_searched=UNSEARCHED not in values)
        if tag not in VOID:
            is_out = (
                tag in _SILENT
                or (UNSEARCHED in values and tag not in _HEADINGS)
                or "headerlink" in values.get("class", "").split()
            )
            self._open.append((tag, is_out))

    def _begin_section(self, level: int, *, is_searched: bool) -> None:
        """Leave out the section of a heading that says so, up to the next of its level or above."""
        if self._left_out is None or level <= self._left_out:
            self._left_out = None if is_searched else level

    def handle_endtag(self, tag: str) -> None:
        if any(each == tag for each, _ in self._open):
            while self._open.pop()[0] != tag:
                pass
        if tag in _BLOCKS:
            self._take(" ")

    def handle_data(self, data: str) -> None:
        self._take(data)

    def _take(self, data: str) -> None:
        names = [name for name, _ in self._open]
        if self._left_out is not None or any(is_out for _, is_out in self._open):
            return
        if "title" in names:
            self.title.append(data)
        if "h1" in names and "article" in names:
            self.heading.append(data)
        elif "article" in names:
            self.text.append(data)
