"""Elements of QDA-XML, whatever their namespace: children, identifiers, references, words."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from onrecord.interchange.packages import local_name

NOTHING = Element("nothing")
"""Stands for an element that is not there."""
_MOST_DIGITS = 15
"""No position has more."""


def first(element: Element, name: str) -> Element:
    """Give the first child of that name; NOTHING where there is none."""
    return next((each for each in element if local_name(each) == name), NOTHING)


def children(element: Element, name: str) -> list[Element]:
    """Give the children of that name."""
    return [each for each in element if local_name(each) == name]


def descendants(root: Element, name: str) -> Iterator[Element]:
    """Give everything of that name below."""
    return (each for each in root.iter() if local_name(each) == name)


def guid_of(element: Element) -> str:
    """Give the identifier of an element, in one case."""
    return element.get("guid", "").upper()


def target_of(element: Element) -> str:
    """Give the identifier that a reference refers to, in one case."""
    return element.get("targetGUID", "").upper()


def text_in(element: Element) -> str:
    """Give the words in an element."""
    return "".join(element.itertext())


def whole_in(digits: str | None) -> int | None:
    """Read a position; None where there is none."""
    is_position = digits is not None and digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS
    return int(digits or "") if is_position else None
