"""Markdown as tokens that know where they stand: beside `printing.markdown` the only module that imports markdown-it-py.

The library keeps lines for blocks and nothing for what is inside them. Here every inline token gets the stretch of its
block's content that it was made from, and every table cell the place where its row begins. The rules that join
neighbouring text tokens are off, since a joined token would stand in two places.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Literal, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from onrecord.prose.citations import CitedKey, read_citation, read_footnote_mark

CITATION = "onrecord_citation"
MAXIMUM_NESTING = 60
"""Quotes, lists and links in each other; what is deeper is not read, and said to be so. Keeps hostile input off the stack."""

_TOO_DEEP = "onrecord_too_deep"
_PLACE = "onrecord_place"
_KEYS = "onrecord_keys"


class InlineToken(NamedTuple):
    """A piece of a block's content: text, a code span, a break, a citation and the like."""

    type: str
    content: str
    markup: str
    start: int
    """Where its Markdown stands in the content of its block."""
    end: int
    keys: tuple[CitedKey, ...]


class BlockToken(NamedTuple):
    """The beginning or the end of a block, or one that has no inside of its own."""

    type: str
    content: str
    markup: str
    level: int
    """How many blocks it stands in."""
    lines: tuple[int, int]
    """From its first line up to the line behind its last, from 0; (0, 0) for an end."""
    row_start: int
    """Where the row of a table cell begins in the text; 0 for everything else."""
    inside: tuple[InlineToken, ...]


def tokenize(text: str) -> tuple[tuple[BlockToken, ...], tuple[int, ...]]:
    """Read Markdown (CommonMark, tables, footnotes, definition lists); gives tokens and the lines nested too deeply."""
    environment: dict[str, list[int]] = {_TOO_DEEP: []}
    tokens = _PARSER.parse(text, environment)
    return tuple(_block_token(token) for token in tokens), tuple(environment[_TOO_DEEP])


def _block_token(token: Token) -> BlockToken:
    start, end = token.map or (0, 0)
    return BlockToken(
        type=token.type,
        content=token.content,
        markup=token.markup,
        level=token.level,
        lines=(start, max(end, start + 1)) if token.map else (0, 0),
        row_start=token.meta.get(_PLACE, 0),
        inside=tuple(_inline_token(child) for child in token.children or ()),
    )


def _inline_token(token: Token) -> InlineToken:
    start, end = token.meta[_PLACE]
    return InlineToken(token.type, token.content, token.markup, start, end, token.meta.get(_KEYS, ()))


class _PlacedInline(StateInline):
    """The library's state, which also remembers where its pending text began."""

    pending_start = 0

    def pushPending(self) -> Token:  # noqa: N802  the library's name
        start, length = self.pending_start, len(self.pending)
        token = super().pushPending()
        token.meta[_PLACE] = (start, start + length)
        return token


class _InlineParser(ParserInline):
    """The library's loop over its rules, placing whatever each rule makes."""

    def tokenize(self, state: StateInline) -> None:
        end, rules = state.posMax, self.ruler.getRules("")
        while state.pos < end:
            start, count = state.pos, len(state.tokens)
            if isinstance(state, _PlacedInline) and not state.pending:
                state.pending_start = start
            is_nested_too_deeply = state.level >= MAXIMUM_NESTING
            if is_nested_too_deeply or not _apply(rules, state):
                state.append_pending(state.src[start])
                state.pos = start + 1
            _place(state.tokens[count:], state.src, start, state.pos)
        if state.pending:
            state.pushPending()

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _PlacedInline(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _apply(rules: Iterable[Callable[[StateInline, bool], bool]], state: StateInline) -> bool:
    """Apply the first rule that holds here; a loop, since at every character `any` would make a generator."""
    for rule in rules:  # noqa: SIM110  that is the reason
        if rule(state, False):  # noqa: FBT003  the library's call
            return True
    return False


def _place(tokens: Iterable[Token], text: str, start: int, end: int) -> None:
    """Give each token of one rule its own stretch where its content stands there, else the whole stretch."""
    position = start
    for token in tokens:
        if _PLACE in token.meta:
            continue
        if token.type == "text" and text.startswith(token.content, position, end):
            token.meta[_PLACE] = (position, position + len(token.content))
            position += len(token.content)
        else:
            token.meta[_PLACE] = (start, end)


class _PlacedBlock(StateBlock):
    """The library's state, which also tells a table's cells where their row begins."""

    _row: Token | None = None

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        if ttype == "tr_open":
            self._row = token
        elif ttype in {"td_open", "th_open"} and self._row is not None and self._row.map:
            line = self._row.map[0]
            token.map = [line, line + 1]
            token.meta[_PLACE] = self.bMarks[line] + self.tShift[line]
        return token


class _BlockParser(ParserBlock):
    """The library's parser, which also says what it leaves unread."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803  the library's names
        if state.level >= MAXIMUM_NESTING and startLine < endLine:
            state.env[_TOO_DEEP].append(startLine)
        super().tokenize(state, startLine, endLine)

    def parse(self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]) -> list[Token]:  # noqa: N803
        state = _PlacedBlock(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens


def _citation(state: StateInline, silent: bool, *, may_be_link: bool = True) -> bool:  # noqa: FBT001  the library's call
    """Read a citation; a silent call looks for the end of a link's words, where its brackets are like any others."""
    if silent or state.src[state.pos] != "[":
        return False
    citation = read_citation(state.src, state.pos)
    if citation is None or citation.end > state.posMax:
        return False
    if not may_be_link and (state.env.get("references") or state.src.startswith("(", citation.end)):
        return False
    state.push(CITATION, "", 0).meta[_KEYS] = citation.keys
    state.pos = citation.end
    return True


def _footnote_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's call
    end = None if silent else read_footnote_mark(state.src, state.pos)
    if end is None or end > state.posMax:
        return False
    state.push("footnote_mark", "", 0)
    state.pos = end
    return True


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.inline, parser.block = _InlineParser(), _BlockParser()
    parser.configure("commonmark", {"maxNesting": MAXIMUM_NESTING})
    parser.enable("table")
    deflist_plugin(parser)
    footnote_plugin(parser, inline=False, move_to_end=False)
    parser.disable(["footnote_ref", "fragments_join", "text_join"])
    parser.inline.ruler.after("link", "footnote_mark", _footnote_mark)
    parser.inline.ruler.after("link", "citation", _citation)
    # What can be no link is read before one is looked for, since that reads all words of the brackets once more.
    parser.inline.ruler.before("link", "plain_citation", partial(_citation, may_be_link=False))
    return parser


_PARSER = _make_parser()
