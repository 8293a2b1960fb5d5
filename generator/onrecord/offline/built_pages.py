"""Pages as MkDocs built them: what they would ask other hosts for, and what makes them ask a server taken out."""

import re
from html.parser import HTMLParser

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


def asked_by(html: str) -> tuple[str, ...]:
    """List what a page would load from other hosts, each once."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(dict.fromkeys(reader.asks))


def without_other_forms(html: str) -> str:
    """Take out what makes the theme ask for a sitemap."""
    return _ALTERNATE.sub("", html)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.asks: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        asked = values.get(_LOADING.get(tag, ""), "")
        if tag == "link" and not _NAMED_ONLY & set(values.get("rel", "").split()):
            asked = values.get("href", "")
        if _ELSEWHERE.match(asked):
            self.asks.append(asked)
