"""What a search finds in finished HTML: its sections, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from onrecord.rendered import UNSEARCHED, VOID

_SILENT = frozenset(["script", "style", "template", "button", "svg", "form"])
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(["p", "li", "td", "th", "dt", "dd", *_HEADINGS, "div", "figure", "blockquote"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands below it, up to the next heading."""

    place: str
    """The id of the heading; empty before the first, and where it has none."""
    heading: str
    text: str


@dataclass(slots=True)
class _Taken:
    place: str = ""
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def sections_in(html: str) -> Iterator[Section]:
    """List the sections of HTML that have words, in order; what is left out of a search is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    for taken in reader.sections:
        heading, text = (" ".join("".join(each).split()) for each in (taken.heading, taken.text))
        if heading or text:
            yield Section(place=taken.place, heading=heading, text=text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections = [_Taken()]
        self._left_out: int | None = None
        """The level of the heading whose section is left out."""
        self._open: list[tuple[str, bool]] = []
        """Each element that is open, and whether it is left out."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _HEADINGS:
            self._begin_section(_HEADINGS.index(tag), values)
        if tag in _BLOCKS or tag == "br":
            self._take(" ")
        if tag not in VOID:
            is_out = (
                tag in _SILENT
                or (UNSEARCHED in values and tag not in _HEADINGS)
                or "headerlink" in values.get("class", "").split()
            )
            self._open.append((tag, is_out))

    def _begin_section(self, level: int, values: dict[str, str]) -> None:
        """Leave out the section of a heading that says so, up to the next of its level or above."""
        if self._left_out is None or level <= self._left_out:
            self._left_out = level if UNSEARCHED in values else None
        if self._left_out is None:
            self.sections.append(_Taken(values.get("id", "")))

    def handle_endtag(self, tag: str) -> None:
        if any(each == tag for each, _ in self._open):
            while self._open.pop()[0] != tag:
                pass
        if tag in _BLOCKS:
            self._take(" ")

    def handle_data(self, data: str) -> None:
        self._take(data)

    def _take(self, data: str) -> None:
        if self._left_out is not None or any(is_out for _, is_out in self._open):
            return
        section = self.sections[-1]
        is_heading = any(tag in _HEADINGS for tag, _ in self._open)
        (section.heading if is_heading else section.text).append(data)
