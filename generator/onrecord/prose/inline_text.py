"""The inside of one block: its tokens as plain text, each character with its place in the file, and its citations."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.locations import Span
from onrecord.prose.blocks import Key
from onrecord.prose.content_map import ContentMap
from onrecord.prose.placed_tokens import CITATION, InlineToken
from onrecord.prose.plain_text import Piece, PlainText, join_pieces

_LINK_EDGES = {"link_open": 1, "link_close": -1}
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class InlineText:
    """A block's words and keys."""

    plain: PlainText
    keys: tuple[Key, ...]
    html: tuple[Span, ...]
    """Of raw HTML inside it."""


def read_inline(tokens: Iterable[InlineToken], content: str, places: ContentMap) -> InlineText:
    """Read the tokens of one block; `places` maps its content to the file."""
    pieces: list[Piece] = []
    keys: list[Key] = []
    html: list[Span] = []
    length = links = 0
    for token in tokens:
        links += _LINK_EDGES.get(token.type, 0)
        if token.type == CITATION:
            keys += _keys(token, places, length, is_in_link=links > 0)
        if token.type == "html_inline":
            html.append(_span(places, token.start, token.end))
        for piece in _pieces(token, content, places):
            pieces.append(piece)
            length += len(piece.text)
    return InlineText(join_pieces(pieces), tuple(keys), tuple(html))


def _keys(token: InlineToken, places: ContentMap, position: int, *, is_in_link: bool) -> Iterator[Key]:
    for cited in token.keys:
        yield Key(
            address=cited.address,
            span=_span(places, cited.start, cited.end),
            bracket=_span(places, token.start, token.end),
            prefix=cited.prefix,
            suffix=cited.suffix,
            is_author_suppressed=cited.is_author_suppressed,
            position=position,
            is_in_link=is_in_link,
        )


def _pieces(token: InlineToken, content: str, places: ContentMap) -> Iterator[Piece]:
    if token.type in {"text", "text_special"}:
        yield from _text(token, content, places)
    elif token.type == "code_inline":
        yield from _code(token, content, places)
    elif token.type in {"softbreak", "hardbreak"}:
        start = places.file_position(content.index("\n", token.start))
        yield Piece("\n", start, start + 1)
    elif token.type == "html_inline" and _LINE_BREAK.fullmatch(token.content):
        span = _span(places, token.start, token.end)
        yield Piece("\n", span.start, span.end)


def _text(token: InlineToken, content: str, places: ContentMap) -> Iterator[Piece]:
    if content[token.start : token.end] == token.content:
        yield from _literal(token.start, token.end, content, places)
    else:
        span = _span(places, token.start, token.end)
        yield Piece(token.content, span.start, span.end)


def _code(token: InlineToken, content: str, places: ContentMap) -> Iterator[Piece]:
    """Read a code span, in which a line end is a blank and the indentation of the next line is nothing."""
    start = token.start + len(token.markup)
    end = token.end - len(token.markup)
    if end - start > len(token.content):
        start, end = start + 1, end - 1
    for number, line in enumerate(content[start:end].split("\n")):
        if number:
            place = places.file_position(start - 1)
            yield Piece(" ", place, place + 1, is_code=True)
        words = line.lstrip(" \t") if number else line
        yield from _literal(start + len(line) - len(words), start + len(line), content, places, is_code=True)
        start += len(line) + 1


def _literal(start: int, end: int, content: str, places: ContentMap, *, is_code: bool = False) -> Iterator[Piece]:
    for run_start, run_end in places.runs(start, end):
        place = places.file_position(run_start)
        yield Piece(content[run_start:run_end], place, place + run_end - run_start, is_code=is_code)


def _span(places: ContentMap, start: int, end: int) -> Span:
    return Span(places.file_position(start), places.file_position(end - 1) + 1)
