"""The editor's Markdown as a tree, made from markdown-it's tokens; what is not Markdown stands in it as one character.

That character is a control character, which no file of the author's may hold (T102), so it cannot be mistaken.
"""

from collections.abc import Callable, Iterator, Sequence
from html.parser import HTMLParser
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from onrecord.printing.nodes import Block, Inline, heading, inside, paragraph
from onrecord.prose.placed_tokens import MAXIMUM_NESTING

MARK = "\x1a"
"""Stands for something that is not the editor's Markdown."""

_WRAPPERS = {"em": "em", "strong": "strong", "s": "strike"}

_PIECES: dict[str, Callable[[Token], list[Inline]]] = {
    "softbreak": lambda _: [" "],
    "hardbreak": lambda _: [{"k": "break"}],
    "code_inline": lambda token: [{"k": "code", "text": token.content}],
    "html_inline": lambda token: [{"k": "break"}] if token.content.lower().startswith("<br") else [],
    "footnote_ref": lambda token: [{"k": "note", "ref": token.meta["label"]}],
}
"""Inline tokens with no inside that needs reading; of raw HTML only line ends are kept."""


def read_markdown(markdown: str, marked: Sequence[Inline | Block]) -> list[Block]:
    """Read Markdown in which each `MARK` stands for the next of the marked nodes.

    A paragraph that is nothing but a mark for a block becomes that block.
    """
    tokens = _PARSER.parse(markdown)
    return _Reader(iter(marked)).read(tokens)


class _Reader:
    """Walks the tokens once, in the order of the file, so that the marks come in theirs."""

    def __init__(self, marked: Iterator[Inline | Block]) -> None:
        self._marked = marked
        self._notes: dict[str, list[Block]] = {}

    def read(self, tokens: Sequence[Token]) -> list[Block]:
        blocks = self._blocks(tokens)
        return [_with_notes(block, self._notes) for block in blocks]

    def _blocks(self, tokens: Sequence[Token]) -> list[Block]:
        found: list[Block] = []
        position = 0
        while position < len(tokens):
            end = _end_of(tokens, position)
            found += self._block(tokens[position], tokens[position + 1 : end])
            position = end + 1
        return found

    def _block(self, token: Token, within: Sequence[Token]) -> list[Block]:
        """Make what a block comes to: one node or more, or none for what is not printed where it stands."""
        name = token.type.removesuffix("_open")
        if name in _LEAVES:
            return _LEAVES[name](token)
        containers: dict[str, Callable[[Token, Sequence[Token]], list[Block]]] = {
            "paragraph": lambda _, within: self._paragraph(within[0]),
            "heading": lambda token, within: [heading(int(token.tag[1]), self._inline(within[0].children or ()))],
            "bullet_list": lambda token, within: [self._list(token, within)],
            "ordered_list": lambda token, within: [self._list(token, within)],
            "blockquote": lambda _, within: [{"k": "quote", "c": self._blocks(within)}],
            "table": lambda _, within: [self._table(within)],
            "dl": lambda _, within: [self._terms(within)],
            "footnote_reference": self._keep_footnote,
        }
        return containers[name](token, within)

    def _keep_footnote(self, token: Token, within: Sequence[Token]) -> list[Block]:
        self._notes[token.meta["label"]] = self._blocks(within)
        return []

    def _paragraph(self, token: Token) -> list[Block]:
        nodes = self._inline(token.children or ())
        first = nodes[0] if nodes else ""
        if len(nodes) == 1 and isinstance(first, dict) and first.get("is_block"):
            return list(first["c"])
        return [paragraph(nodes)]

    def _list(self, token: Token, within: Sequence[Token]) -> Block:
        items = [self._blocks(inner) for _, inner in _children(within)]
        is_ordered = token.type == "ordered_list_open"
        is_tight = any(each.hidden for each in within if each.type == "paragraph_open")
        start = int(token.attrGet("start") or 1) if is_ordered else 1
        return {"k": "list", "ordered": is_ordered, "start": start, "tight": is_tight, "items": items}

    def _table(self, within: Sequence[Token]) -> Block:
        rows = [
            [(cell, self._inline(inner[0].children or ())) for cell, inner in _children(row)]
            for _, part in _children(within)
            for _, row in _children(part)
        ]
        head, *body = rows
        weights = [max(6, min(40, *(max(map(_length, column), default=0),) * 2)) for column in _columns(rows)]
        columns = [
            {"align": str(cell.attrGet("style") or "").rpartition(":")[2], "width": weight}
            for (cell, _), weight in zip(head, weights, strict=True)
        ]
        return {
            "k": "table",
            "columns": columns,
            "head": [nodes for _, nodes in head],
            "rows": [[nodes for _, nodes in row] for row in body],
        }

    def _terms(self, within: Sequence[Token]) -> Block:
        items: list[Block] = []
        for token, inner in _children(within):
            if token.type == "dt_open":
                items.append({"term": self._inline(inner[0].children or ()), "c": []})
            else:
                items[-1]["c"] += self._blocks(inner)
        return {"k": "terms", "items": items}

    def _inline(self, tokens: Sequence[Token]) -> list[Inline]:
        found: list[Inline] = []
        position = 0
        while position < len(tokens):
            end = _end_of(tokens, position)
            found += self._piece(tokens[position], tokens[position + 1 : end])
            position = end + 1
        return found

    def _piece(self, token: Token, within: Sequence[Token]) -> list[Inline]:
        name = token.type.removesuffix("_open")
        if name in _WRAPPERS:
            return [inside(_WRAPPERS[name], self._inline(within))]
        if name in _PIECES:
            return _PIECES[name](token)
        if name in {"link", "image"}:
            address = token.attrGet("href" if name == "link" else "src")
            return [_link(str(address or ""), self._inline(within if name == "link" else token.children or ()))]
        if name in {"text", "text_special"}:
            return self._text(token.content)
        raise TypeError(f"no node is made of the token {token.type}")

    def _text(self, text: str) -> list[Inline]:
        first, *others = text.split(MARK)
        found: list[Inline] = [first] if first else []
        for each in others:
            found.append(next(self._marked))
            found += [each] if each else []
        return found


def _end_of(tokens: Sequence[Token], position: int) -> int:
    """Find the token that closes one; itself where it has no inside."""
    depth = 0
    for end in range(position, len(tokens)):
        depth += tokens[end].nesting
        if depth == 0:
            return end
    raise ValueError("a token is never closed")


def _children(tokens: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    position = 0
    while position < len(tokens):
        end = _end_of(tokens, position)
        yield tokens[position], tokens[position + 1 : end]
        position = end + 1


def _columns(rows: Sequence[Sequence[tuple[Token, list[Inline]]]]) -> Iterator[list[list[Inline]]]:
    for place in range(len(rows[0])):
        yield [row[place][1] for row in rows]


def _length(nodes: object) -> int:
    """Count the characters of a cell, notes left out."""
    if isinstance(nodes, str):
        return len(nodes)
    if isinstance(nodes, dict):
        return 0 if nodes["k"] == "note" else len(nodes.get("text", "")) + _length(nodes.get("c", []))
    return sum(map(_length, nodes)) if isinstance(nodes, list) else 0


def _link(url: str, nodes: Sequence[Inline]) -> Inline:
    """Link to the web; what lies in the website's own folders is named only."""
    if url.startswith(("https://", "http://", "mailto:")):
        return {"k": "link", "url": url, "c": list(nodes) or [url]}
    return inside("span", nodes)


def _with_notes(value: Any, notes: dict[str, list[Block]], depth: int = 0) -> Any:  # noqa: ANN401  any part of a tree
    """Put the words of each footnote where its mark stands, so that the template needs to look up nothing."""
    if isinstance(value, list):
        return [_with_notes(each, notes, depth) for each in value]
    if not isinstance(value, dict):
        return value
    if "ref" in value:
        words = notes.get(value["ref"], []) if depth == 0 else []
        return {"k": "note", "c": _flat(_with_notes(words, notes, depth + 1))}
    return {key: _with_notes(each, notes, depth) for key, each in value.items()}


def _flat(blocks: list[Block]) -> list[Inline]:
    """Run the paragraphs of a footnote on."""
    found: list[Inline] = []
    for block in blocks:
        found += [" "] if found else []
        found += block["c"] if block["k"] == "p" else [block]
    return found


class _Words(HTMLParser):
    """Keeps the text between tags."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _text_of_html(html: str) -> str:
    parser = _Words()
    parser.feed(html)
    parser.close()
    return " ".join(" ".join(parser.words).split())


def _code(token: Token) -> list[Block]:
    return [{"k": "code", "text": token.content.rstrip("\n")}]


def _html(token: Token) -> list[Block]:
    words = _text_of_html(token.content)
    return [paragraph([words])] if words else []


_LEAVES: dict[str, Callable[[Token], list[Block]]] = {
    "fence": _code,
    "code_block": _code,
    "hr": lambda _: [{"k": "rule"}],
    "html_block": _html,
}


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": MAXIMUM_NESTING})
    parser.enable(["table", "strikethrough"])
    deflist_plugin(parser)
    footnote_plugin(parser, inline=False, move_to_end=False)
    return parser


_PARSER = _make_parser()
