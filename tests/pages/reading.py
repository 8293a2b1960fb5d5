"""HTML read back as a browser does: a tree of elements with the text in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


@dataclass(slots=True)
class Element:
    """An element; its children are elements and texts."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Give its textContent."""
        return "".join(each if isinstance(each, str) else each.text for each in self.children)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self) -> Iterator["Element"]:
        yield self
        for each in self.children:
            if isinstance(each, Element):
                yield from each.all()

    def with_class(self, name: str) -> list["Element"]:
        return [each for each in self.all() if name in each.classes]

    def with_id(self, name: str) -> "Element":
        (found,) = (each for each in self.all() if each.attributes.get("id") == name)
        return found

    def skeleton(self) -> object:
        """Give what is left when every text and every value of an attribute is taken away."""
        return (
            self.name,
            sorted(self.attributes),
            [each.skeleton() for each in self.children if isinstance(each, Element)],
        )


def read_html(html: str) -> Element:
    """Read HTML whose elements are all closed, in order; ValueError where they are not."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if len(reader.open) != 1:
        raise ValueError(f"never closed: {[each.name for each in reader.open[1:]]}")
    return reader.open[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("root")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.open[-1].name != tag:
            raise ValueError(f"</{tag}> closes <{self.open[-1].name}>")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)
