"""The text of HTML, with paragraphs apart, and the map back to its text nodes end to end, which others count in."""

from bisect import bisect_right
from dataclasses import dataclass, field

from lxml import etree, html

from onrecord.interchange.packages import UNWRITABLE, sound

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_LEFT_OUT = frozenset(["head", "script", "style", "template", "title"])


class HtmlText:
    """A text, and the text nodes that it was made of."""

    def __init__(self, source: str) -> None:
        """Read HTML, whole or in part, however broken it is."""
        self._raw_starts: list[int] = []
        self._text_starts: list[int] = []
        self._raw, self._text = _Grown(), _Grown()
        self._gap = 0
        if source.strip():
            self._read(parse_html(source))
        self.text = "".join(self._text.parts)
        self.raw = "".join(self._raw.parts)
        """All text nodes of the body end to end, nothing between them."""

    def start_of(self, raw: int) -> int:
        """Map where something begins in the text nodes to the text."""
        place = bisect_right(self._raw_starts, raw) - 1
        if place < 0:
            return 0
        found = self._text_starts[place] + raw - self._raw_starts[place]
        is_between = place + 1 < len(self._text_starts) and found >= self._text_starts[place + 1]
        return self._text_starts[place + 1] if is_between else min(found, len(self.text))

    def end_of(self, raw: int) -> int:
        """Map where something ends."""
        return self.start_of(raw - 1) + 1 if raw else 0

    def _read(self, root: etree._Element) -> None:
        skipped = 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            name = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                skipped += name in _LEFT_OUT
                self._part(name)
                self._add(element.text or "", is_skipped=bool(skipped))
            else:
                skipped -= name in _LEFT_OUT
                self._part(name)
                self._add(element.tail or "", is_skipped=bool(skipped))

    def _part(self, name: str) -> None:
        self._gap = max(self._gap, 2 if name in _BLOCKS else 1 if name == "br" else 0)

    def _add(self, words: str, *, is_skipped: bool) -> None:
        if is_skipped or not words:
            return
        self._raw.add(words)
        if self._gap or not self._text.length:
            words = words.lstrip()
            if not words:
                return
            if self._text.length:
                self._text.add("\n" * max(0, self._gap - self._text.count_line_ends()))
            self._gap = 0
        self._raw_starts.append(self._raw.length - len(words))
        self._text_starts.append(self._text.length)
        self._text.add(words)


@dataclass(slots=True)
class _Grown:
    """A text that grows at its end, joined once."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def count_line_ends(self) -> int:
        last = self.parts[-1] if self.parts else ""
        return len(last) - len(last.rstrip("\n"))


def parse_html(source: str) -> html.HtmlElement:
    """Parse HTML, without comments; the replacement character stands for what the tree cannot be given back, such as `&#1;`."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(source.lstrip().encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing but an unfinished tag
        root = html.document_fromstring("<p></p>")
    for element in root.iter():
        if UNWRITABLE.search(element.text or ""):
            element.text = sound(element.text or "")
        if UNWRITABLE.search(element.tail or ""):
            element.tail = sound(element.tail or "")
    return root
