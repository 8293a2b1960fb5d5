"""The words of an HTML page by paragraphs, as a browser would show them, each with the elements around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "search", "section", "summary", "table", "ul",
))  # fmt: skip
"""Elements that part paragraphs; rows of a table are lines of one."""
_UNSEEN = frozenset((
    "area", "audio", "base", "canvas", "col", "colgroup", "embed", "frame", "frameset", "head", "iframe", "link", "map",
    "meta", "noembed", "noframes", "noscript", "object", "param", "rp", "script", "select", "source", "style", "svg",
    "template", "textarea", "title", "track", "video",
))  # fmt: skip
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CELLS = frozenset({"td", "th"})
_RUNS = re.compile("[ \t]{2,}")
_HEADER_LINK = re.compile(r"(?:^|\s)(?:headerlink|anchorjs-link)(?:\s|$)")
"""Classes of the signs behind headings that show when a pointer is over them."""
_BLANKS = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, and where it stands."""

    text: str
    elements: tuple[str, ...]
    """The names of the elements around it, the outermost first."""
    names: str
    """The classes and ids of those elements, in one line."""
    linked: int
    """How many of its code points are in links."""


@dataclass(slots=True)
class _Run:
    """The paragraph that is being gathered."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0


def find_blocks(root: etree._Element) -> tuple[Block, ...]:
    """Find all paragraphs below an element, in their order."""
    return tuple(_Blocks().gather(root))


def is_seen(element: etree._Element) -> bool:
    """Tell whether a browser shows an element."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN or "hidden" in element.attrib:
        return False
    return not (_HIDDEN.search(element.get("style", "")) or _HEADER_LINK.search(element.get("class", "")))


def is_block(element: etree._Element) -> bool:
    """Tell whether an element parts paragraphs; what fills a cell alone does not."""
    if element.tag not in _BLOCKS:
        return False
    above = element.getparent()
    return above is None or above.tag not in _CELLS or len(above) > 1


class _Blocks:
    """One walk through a page, without recursion: pages nest as deep as they like."""

    def __init__(self) -> None:
        self._run = _Run()
        self._path: list[etree._Element] = []
        self._links = 0
        self._preformatted = 0

    def gather(self, root: etree._Element) -> Iterator[Block]:
        skipped: etree._Element | None = None
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event in {"comment", "pi"}:
                if skipped is None:
                    self._add(element.tail)
            elif skipped is not None:
                if event == "end" and element is skipped:
                    skipped = None
                    self._add(element.tail)
            elif event == "end":
                yield from self._end(element, is_root=element is root)
            elif is_seen(element):
                yield from self._start(element)
            else:
                skipped = element
        yield from self._finish()

    def _start(self, element: etree._Element) -> Iterator[Block]:
        if is_block(element):
            yield from self._finish()
        self._path.append(element)
        self._links += element.tag == "a"
        self._preformatted += element.tag == "pre"
        if element.tag == "br":
            self._run.pieces.append("\n")
        elif element.tag == "q":
            self._run.pieces.append("“")
        self._add(element.text)

    def _end(self, element: etree._Element, *, is_root: bool) -> Iterator[Block]:
        if is_block(element):
            yield from self._finish()
        self._path.pop()
        self._links -= element.tag == "a"
        self._preformatted -= element.tag == "pre"
        if element.tag == "q":
            self._run.pieces.append("”")
        elif element.tag == "tr":
            self._run.pieces.append("\n")
        elif element.tag in _CELLS:
            self._run.pieces.append("\t")
        if not is_root:
            self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if not text:
            return
        words = text if self._preformatted else _BLANKS.sub(" ", text)
        self._run.pieces.append(words)
        self._run.linked += len(words.strip()) if self._links else 0

    def _finish(self) -> Iterator[Block]:
        run, self._run = self._run, _Run()
        text = tidy("".join(run.pieces))
        if text:
            around = self._path
            yield Block(
                text=text,
                elements=tuple(str(each.tag) for each in around),
                names=" ".join(f"{each.get('class', '')} {each.get('id', '')}" for each in around).lower(),
                linked=run.linked,
            )


def _shortest(run: re.Match[str]) -> str:
    return "\t" if "\t" in run[0] else " "


def tidy(text: str) -> str:
    """Take away blanks at the edges of lines, and lines without words."""
    lines = (_RUNS.sub(_shortest, line.replace("\r", "")).strip(" \t") for line in text.split("\n"))
    return "\n".join(line for line in lines if line.strip())
