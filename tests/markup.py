"""HTML as a tree, by the standard library's parser, with everything that a browser would silently mend as a fault."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_OUTSIDE_TEXT = frozenset({"script", "style", "template"})
_FOREIGN = frozenset({"path", "circle", "line", "rect", "polygon"})


@dataclass(slots=True, eq=False)
class Element:
    """An element with what is in it; equal to itself alone."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Give all of its text, as `textContent` does."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self.attributes.get("class", "").split())

    @property
    def id(self) -> str | None:
        return self.attributes.get("id")

    def elements(self) -> Iterator["Element"]:
        """Walk over everything below, in order."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.elements()

    def find(self, tag: str = "", class_: str = "", **attributes: str) -> list["Element"]:
        """List what is below and has that tag, that class and those attributes."""
        return [
            each
            for each in self.elements()
            if (not tag or each.tag == tag)
            and (not class_ or class_ in each.classes)
            and all(each.attributes.get(name) == value for name, value in attributes.items())
        ]

    def one(self, tag: str = "", class_: str = "", **attributes: str) -> "Element":
        """Give the only such element (ValueError where there is none or more than one)."""
        (found,) = self.find(tag, class_, **attributes)
        return found

    def text_without(self, class_: str) -> str:
        """Give its text, less that of elements of one class."""
        return "".join(
            child if isinstance(child, str) else child.text_without(class_)
            for child in self.children
            if isinstance(child, str) or class_ not in child.classes
        )


def parse(html: str) -> Element:
    """Read HTML; ValueError where a tag is not closed, closed twice, or closed out of order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if len(reader.open) > 1:
        raise ValueError(f"<{reader.open[-1].tag}> is not closed")
    return reader.open[0]


def visible(words: str) -> str:
    """Fold white space as a reader sees it."""
    return " ".join(words.split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            raise ValueError(f"<{tag}> has an attribute twice: {names}")
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID | _FOREIGN:
            raise ValueError(f"<{tag}/> is no void element")
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag != tag:
            raise ValueError(f"</{tag}> closes <{self.open[-1].tag}>")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open[-1].tag not in _OUTSIDE_TEXT:
            self.open[-1].children.append(data)
