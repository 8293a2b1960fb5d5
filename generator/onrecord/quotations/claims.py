"""What a briefing claims: which words it puts into somebody's mouth, and by which key.

A key covers every quotation since the key before it or the beginning of its block. The cells of a table's row are read
as one block, and so are the paragraphs of a block quote, whose words need no marks of their own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from onrecord.locations import Span
from onrecord.prose import Block, ContainerKind, Key, PlainText, Prose, join_plain
from onrecord.quotations.marks import Pairs, find_pairs

_DASH = "(?:[\u2013\u2014\u2015]|--)"
_NAME = re.compile(rf"{_DASH}[^\n]*")
_NAME_BEHIND_WORDS = re.compile(rf"(?:\n|[\"'\u2019\u201c\u201d\u00bb]\s*)(?P<name>{_DASH}[^\n]*)\Z")
_ALERT = re.compile(r"\[![A-Za-z]+\]")
"""How GitHub marks a note of the author's own, `[!NOTE]`, which looks like a block quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Words that are claimed to be another's."""

    plain: PlainText
    """The block they stand in."""
    start: int
    end: int
    """In the plain text, without quotation marks around them."""
    inner_marks: frozenset[int]
    """Positions in the plain text of paired quotation marks inside the words."""
    shorter_end: int | None
    """Where the words end if the last line of a block quote only names the speaker (`— Lukashenko`)."""
    key: Key | None
    """The evidence."""
    is_block_quote: bool

    @property
    def words(self) -> str:
        """Give the words."""
        return self.plain.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Say where in the file they stand."""
        return self.plain.file_span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """A block quote in no list that holds a key and no words: the passage is to be shown in its place."""

    key: Key
    span: Span
    """Of the whole block quote in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Everything that a briefing claims, in order."""

    claims: tuple[Claim, ...]
    embedded: tuple[Embedded, ...]
    alone: tuple[Span, ...]
    """Double quotation marks without a partner, in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """Blocks that are read as one."""

    plain: PlainText
    keys: tuple[tuple[int, Key], ...]
    """The first key of each citation, with its position in the plain text."""
    span: Span


def find_claims(prose: Prose) -> Claims:
    """Find every quotation and block quote of a briefing, with the key that covers it."""
    claims: list[Claim] = []
    embedded: list[Embedded] = []
    alone: list[Span] = []
    for (kind, _), group in groupby(prose.blocks, key=_unit_of):
        blocks = tuple(group)
        unit = _join(blocks)
        pairs = find_pairs(unit.plain.text, _code_positions(unit.plain))
        if kind is ContainerKind.BLOCK_QUOTE:
            found = _claims_of_quote(unit, pairs)
            claims += found
            is_outermost = blocks[0].inside[0].kind is ContainerKind.BLOCK_QUOTE
            keys = unit.keys if is_outermost and not found else ()
            embedded += [Embedded(key=key, span=unit.span) for _, key in keys]
        else:
            claims += _claims_of_block(unit, pairs)
            alone += [unit.plain.file_span(position, position + 1) for position in pairs.alone]
    return Claims(claims=tuple(claims), embedded=tuple(embedded), alone=tuple(alone))


def _unit_of(block: Block) -> tuple[ContainerKind | None, int]:
    for kind in (ContainerKind.BLOCK_QUOTE, ContainerKind.ROW):
        container = block.container(kind)
        if container:
            return kind, container.number
    return None, block.span.start


def _join(blocks: tuple[Block, ...]) -> _Unit:
    keys: list[tuple[int, Key]] = []
    plain, starts = join_plain([block.plain for block in blocks])
    for block, start in zip(blocks, starts, strict=True):
        evidence = {key.bracket: key for key in reversed(block.keys)}
        keys += [(start + key.position, key) for key in reversed(evidence.values())]
    container = next((each for each in blocks[0].inside if each.kind is ContainerKind.BLOCK_QUOTE), None)
    return _Unit(plain=plain, keys=tuple(keys), span=container.span if container else blocks[0].span)


def _code_positions(plain: PlainText) -> frozenset[int]:
    return frozenset(position for span in plain.code_spans() for position in range(span.start, span.end))


def _claims_of_block(unit: _Unit, pairs: Pairs) -> Iterator[Claim]:
    remaining = list(reversed(unit.keys))
    for pair in pairs.outer:
        while remaining and remaining[-1][0] <= pair.opening:
            remaining.pop()
        words = _strip(unit.plain.text, pair.opening + 1, pair.closing)
        yield Claim(
            plain=unit.plain,
            start=words.start,
            end=words.end,
            inner_marks=_marks_inside(pairs.inner, words),
            shorter_end=None,
            key=remaining[-1][1] if remaining else None,
            is_block_quote=False,
        )


def _claims_of_quote(unit: _Unit, pairs: Pairs) -> list[Claim]:
    """Read the words up to each key, and those behind the last one."""
    text = unit.plain.text
    if _ALERT.match(text):
        return []
    edges = [0, *(position for position, _ in unit.keys), len(text)]
    keys = [*(key for _, key in unit.keys), None]
    return [
        _claim_of_quote(unit, pairs, _strip(text, start, end), key)
        for (start, end), key in zip(pairwise(edges), keys, strict=True)
        if _holds_words(text[start:end], is_last=key is None)
    ]


def _holds_words(text: str, *, is_last: bool) -> bool:
    """Tell words from mere punctuation, and from the name of the speaker behind the last key."""
    return any(character.isalnum() for character in text) and not (is_last and _NAME.fullmatch(text.strip()))


def _claim_of_quote(unit: _Unit, pairs: Pairs, stretch: Span, key: Key | None) -> Claim:
    text = unit.plain.text
    name = _NAME_BEHIND_WORDS.search(text, stretch.start, stretch.end)
    shorter = _unwrap(text, _strip(text, stretch.start, name.start("name")), pairs) if name else None
    words = _unwrap(text, stretch, pairs)
    start = shorter.start if shorter and words == stretch else words.start
    return Claim(
        plain=unit.plain,
        start=start,
        end=words.end,
        inner_marks=_marks_inside((*pairs.outer, *pairs.inner), words),
        shorter_end=shorter.end if shorter else None,
        key=key,
        is_block_quote=True,
    )


def _unwrap(text: str, span: Span, pairs: Pairs) -> Span:
    """Leave out the marks around the whole of a block quote."""
    is_wrapped = any(pair.opening == span.start and pair.closing == span.end - 1 for pair in pairs.outer)
    return _strip(text, span.start + 1, span.end - 1) if is_wrapped else span


def _marks_inside(pairs: Iterable[tuple[int, int]], span: Span) -> frozenset[int]:
    return frozenset(each for pair in pairs for each in pair if span.start <= each < span.end)


def _strip(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start, end - len(words) + len(words.rstrip())))
