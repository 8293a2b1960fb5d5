"""Read the Markdown of a briefing into blocks of plain text that know where each character stands in the file."""

from functools import lru_cache
from itertools import accumulate

from onrecord.locations import Span, TextFile
from onrecord.prose.attributes import find_judgment
from onrecord.prose.blocks import Block, Container, ContainerKind, Prose
from onrecord.prose.content_map import ContentMap, map_cells, map_lines
from onrecord.prose.inline_text import read_inline
from onrecord.prose.placed_tokens import BlockToken, tokenize
from onrecord.prose.placements import HtmlPart, read_html

_CONTAINERS = {
    "list_item": ContainerKind.LIST_ITEM,
    "blockquote": ContainerKind.BLOCK_QUOTE,
    "footnote_reference": ContainerKind.FOOTNOTE,
    "dt": ContainerKind.DEFINITION,
    "dd": ContainerKind.DEFINITION,
    "tr": ContainerKind.ROW,
    "td": ContainerKind.CELL,
    "th": ContainerKind.CELL,
}
_SETEXT = {"=": 1, "-": 2}


@lru_cache(maxsize=256)  # a server reads all of them after each change, and a draft reads each twice
def read_prose(file: TextFile, start: int) -> Prose:
    """Read a briefing's Markdown from `start` on, which is where its front matter has ended."""
    tokens, too_deep = tokenize(file.text[start:])
    reader = _Reader(file, start)
    for token in tokens:
        reader.read(token)
    html = read_html(file.text, reader.html)
    return Prose(
        file=file,
        start=start,
        blocks=tuple(reader.blocks),
        placements=html.placements,
        misplaced=html.misplaced,
        misspelt=html.misspelt,
        raw_html=html.raw,
        too_deep=tuple(reader.span_of((line, line + 1)) for line in too_deep),
    )


class _Reader:
    """What was seen on the way through the tokens: open containers, the headings above, the cells of a row."""

    def __init__(self, file: TextFile, start: int) -> None:
        self.blocks: list[Block] = []
        self.html: list[HtmlPart] = []
        self._text = file.text.replace("\0", "\ufffd")
        lines = file.text[start:].split("\n")
        self._line_starts = list(accumulate((len(line) + 1 for line in lines), initial=start))
        self._start = start
        self._open: list[Container] = []
        self._containers = 0
        self._headings: list[tuple[int, str]] = []
        self._heading: BlockToken | None = None
        self._row: tuple[ContentMap, ...] | None = None
        self._cell = 0

    def span_of(self, lines: tuple[int, int]) -> Span:
        """Turn lines into a span without the last line end."""
        first, behind = lines
        return Span(self._line_starts[first], self._line_starts[behind] - 1)

    def read(self, token: BlockToken) -> None:
        """Take the next token."""
        name, _, edge = token.type.rpartition("_")
        if name in _CONTAINERS and edge == "close":
            self._open.pop()
        elif name in _CONTAINERS:
            self._enter(_CONTAINERS[name], token)
        elif name == "heading":
            self._heading = token if edge == "open" else None
        elif token.type == "html_block":
            self.html.append(HtmlPart(self.span_of(token.lines), token.content, is_alone=not self._open, is_block=True))
        elif token.type == "inline" and token.content:
            self._read_block(token)

    def _enter(self, kind: ContainerKind, token: BlockToken) -> None:
        self._containers += 1
        self._open.append(Container(kind=kind, number=self._containers, span=self.span_of(token.lines)))
        if kind is ContainerKind.ROW:
            self._row = None
        elif kind is ContainerKind.CELL and self._row is None:
            row = Span(self._start + token.row_start, self.span_of(token.lines).end)
            self._row, self._cell = map_cells(self._text, row), 0
        elif kind is ContainerKind.CELL:
            self._cell += 1

    def _read_block(self, token: BlockToken) -> None:
        inside = read_inline(token.inside, token.content, self._places(token))
        self.html += [HtmlPart(span, "", is_alone=False, is_block=False) for span in inside.html]
        plain, judgment = find_judgment(inside.plain, self._text)
        block = Block(
            is_heading=self._heading is not None,
            inside=tuple(self._open),
            section=self._section(plain.text),
            plain=plain,
            keys=inside.keys,
            judgment=judgment,
            span=self.span_of(token.lines),
        )
        self.blocks.append(block)

    def _section(self, text: str) -> tuple[str, ...]:
        """List the headings above; a heading closes those of its own level and below, then joins them."""
        if self._heading is None or self._open:
            return tuple(heading for _, heading in self._headings)
        level = len(self._heading.markup) if self._heading.markup.startswith("#") else _SETEXT[self._heading.markup]
        self._headings = [each for each in self._headings if each[0] < level]
        section = tuple(heading for _, heading in self._headings)
        self._headings.append((level, text))
        return section

    def _places(self, token: BlockToken) -> ContentMap:
        if self._row is not None and self._open and self._open[-1].kind is ContainerKind.CELL:
            return self._row[self._cell]
        first, behind = token.lines
        lines = (self.span_of((line, line + 1)) for line in range(first, behind))
        is_hash_heading = self._heading is not None and self._heading.markup.startswith("#")
        return map_lines(token.content, self._text, lines, is_hash_heading=is_hash_heading)
