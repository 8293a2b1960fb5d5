"""HTML of our own pages as a tree, to leave parts out, to turn links, and to write it as HTML or as XML."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from onrecord.rendered import VOID

_RAW = frozenset(["script", "style"])
_CASES = ("viewBox", "preserveAspectRatio", "gradientUnits", "gradientTransform", "textLength", "lengthAdjust")
_CASED = {name.lower(): name for name in _CASES} | {"clippath": "clipPath", "lineargradient": "linearGradient"}
"""Names in SVG that are not all lower-case; HTML's own parser gives lower-case ones."""
_SVG = "http://www.w3.org/2000/svg"


@dataclass(slots=True, eq=False)
class Element:
    """An element with what is in it."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    """None where an attribute has no value."""
    children: list["Element | str"] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """List its classes."""
        return (self.attributes.get("class") or "").split()

    def walk(self) -> Iterator["Element"]:
        """Give it and everything below, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def leave_out(self, is_out: Callable[["Element"], bool]) -> None:
        """Take out of it every element that is to be left out, with what is in it."""
        self.children = [each for each in self.children if isinstance(each, str) or not is_out(each)]
        for child in self.children:
            if isinstance(child, Element):
                child.leave_out(is_out)


def parse(html: str) -> Element:
    """Read HTML; the root has no tag."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def to_html(element: Element) -> str:
    """Write what is in the root as HTML."""
    return "".join(_write(child, is_xml=False) for child in element.children)


def to_xhtml(element: Element) -> str:
    """Write what is in the root as XML."""
    return "".join(_write(child, is_xml=True) for child in element.children)


def _write(node: Element | str, *, is_xml: bool) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    attributes = node.attributes | ({"xmlns": _SVG} if node.tag == "svg" else {})
    written = "".join(_attribute(name, value, is_xml=is_xml) for name, value in attributes.items())
    if node.tag in VOID or (is_xml and not node.children):
        return f"<{node.tag}{written}/>" if node.tag in VOID else f"<{node.tag}{written}></{node.tag}>"
    if node.tag in _RAW and not is_xml:
        return f"<{node.tag}{written}>{''.join(map(str, node.children))}</{node.tag}>"
    return f"<{node.tag}{written}>{''.join(_write(child, is_xml=is_xml) for child in node.children)}</{node.tag}>"


def _attribute(name: str, value: str | None, *, is_xml: bool) -> str:
    if value is None and not is_xml:
        return f" {name}"
    text = escape(value or "")
    for mark, reference in (("\n", "&#10;"), ("\r", "&#13;"), ("\t", "&#9;")):
        text = text.replace(mark, reference)
    return f' {name}="{text}"'


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(_CASED.get(tag, tag), {_CASED.get(name, name): value for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        name = _CASED.get(tag, tag)
        if any(each.tag == name for each in self._open):
            while self._open.pop().tag != name:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
