"""The words that a page shows for each passage, read from its HTML as a browser would.

Words stand in cards (`figure.or-card`), in rows of the table of all quotes (`tr`) and in previews of citations
(`aside.or-preview`), a piece each in `.or-piece`; and in the text of a source (`.or-text`), in segments that name
their passages (`data-passages`).
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from onrecord.rendered import VOID

_PLACE = re.compile(r"(?:^|/)([^/#]+)/(?:index\.html)?#([^/#:]+)$")


_DEEPEST = 500
"""How many elements may stand in each other; no page of ours comes near, and a hostile one is read no slower for it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The pieces of one passage, as one place of a page shows them."""

    key: str
    """Empty where the place does not say."""
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownWords:
    """All words of sources on one page."""

    places: tuple[Shown, ...]
    texts: tuple[str, ...]
    """The text of a source, on its page."""
    marked: dict[str, str]
    """By passage, without its source: its segments in the text of a source, joined."""


def read_shown(html: str) -> ShownWords:
    """Read a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return ShownWords(
        places=tuple(Shown(each.key, tuple(map("".join, each.pieces))) for each in reader.places),
        texts=tuple(map("".join, reader.texts)),
        marked={key: "".join(parts) for key, parts in reader.marked.items()},
    )


@dataclass(slots=True)
class _Place:
    key: str
    pieces: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class _Element:
    tag: str
    place: _Place | None
    """The place that it is or stands in."""
    takers: list[list[str]]
    """What takes the text in it, where it begins to."""
    is_in_text: bool


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.places: list[_Place] = []
        self.texts: list[list[str]] = []
        self.marked: dict[str, list[str]] = {}
        self._open: list[_Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        place = self._open[-1].place if self._open else None
        if tag == "a" and place is not None and not place.key and (match := _PLACE.search(values.get("href", ""))):
            place.key = f"{match[1]}:{match[2]}"
        if tag not in VOID and len(self._open) < _DEEPEST:
            self._open.append(self._element(tag, values, place))

    def handle_endtag(self, tag: str) -> None:
        if any(each.tag == tag for each in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        for each in self._open:
            for taker in each.takers:
                taker.append(data)

    def _element(self, tag: str, values: dict[str, str], place: _Place | None) -> _Element:
        classes = values.get("class", "").split()
        if key_of := _is_place(tag, classes, values):
            place = _Place(values.get(key_of, ""))
            self.places.append(place)
        element = _Element(tag, place, [], bool(self._open) and self._open[-1].is_in_text)
        if place is not None and "or-piece" in classes:
            place.pieces.append([])
            element.takers.append(place.pieces[-1])
        if element.is_in_text:
            element.takers += [self.marked.setdefault(key, []) for key in values.get("data-passages", "").split()]
        elif "or-text" in classes:
            element.is_in_text = True
            self.texts.append([])
            element.takers.append(self.texts[-1])
        return element


def _is_place(tag: str, classes: list[str], values: dict[str, str]) -> str:
    """Name the attribute with the key of a place that shows a passage; empty for other elements."""
    if (tag == "figure" and "or-card" in classes) or (tag == "tr" and "data-kind" in values):
        return "id"
    return "data-key" if tag == "aside" and "or-preview" in classes else ""
