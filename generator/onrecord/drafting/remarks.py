"""Problems of a briefing's prose, put into the prose: the words marked, and what is wrong with them below their paragraph.

Marks stand around stretches of plain words only, never across markup or lines, so they can break none of it. A place
in a heading, in code, in raw HTML or in what is shown as a card is not marked; its problem is told at the top. Where
emphasis begins or ends within a word, nothing in the paragraph is marked.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.drafting.numbered import Numbered
from onrecord.drafting.showing import box
from onrecord.locations import Span
from onrecord.model import Briefing
from onrecord.pages.prose import Insertion
from onrecord.prose import Block, Prose

_TAIL = re.compile(r"(?:[*_~`^=+]+|\]\([^()\n]*\)|\]\[[^\[\]\n]*\])*")
"""Marks that close what a paragraph's last words stand in."""
_WITHIN_A_WORD = re.compile(r"\w\*+\w")
"""Marks of emphasis that readers of Markdown take differently; Python-Markdown lets them swallow an element beside them."""
_CLOSE, _BOX, _OPEN = range(3)
"""In which order insertions at one position come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """What is put into the prose of one briefing."""

    insertions: tuple[Insertion, ...]
    placed: tuple[Numbered, ...]
    """The problems that are told there."""


def place_remarks(prose: Prose, briefing: Briefing, problems: Iterable[Numbered]) -> Remarks:
    """Put the problems of a briefing's prose into it."""
    shown_otherwise = [*(each.span for each in briefing.embeddings), *(each.span for each in briefing.placements)]
    homes: list[tuple[Numbered, Block | None]] = []
    for each in problems:
        location = each.problem.location
        if location.file != prose.file or location.start < prose.start:
            continue
        span = Span(location.start, max(location.end, location.start + 1))
        if not any(other.overlaps(span) for other in shown_otherwise):
            homes += _find_home(prose, each, span)
    inserted = [
        *_mark_words(prose, briefing, [each for each, _ in homes]),
        *(_tell(prose, each, block) for each, block in homes),
    ]
    inserted.sort(key=lambda each: each[:2])
    return Remarks(
        insertions=tuple(Insertion(position, markup) for position, _, markup in inserted),
        placed=tuple(each for each, _ in homes),
    )


def _tell(prose: Prose, numbered: Numbered, block: Block | None) -> tuple[int, int, str]:
    """Tell a problem behind the words of a block, or in a paragraph of its own before a comment."""
    if block is None:
        return numbered.problem.location.start, _BOX, f"{box(numbered)}\n\n"
    return _end_of(block, prose), _BOX, f" {box(numbered)}"


def _find_home(prose: Prose, numbered: Numbered, span: Span) -> Iterator[tuple[Numbered, Block | None]]:
    """Find the block below whose words a problem is told, if there is one; a comment on its own line needs none."""
    holding = [block for block in prose.blocks if any(span.overlaps(words) for words in _words_of(block))]
    around = holding or [block for block in prose.blocks if block.span.overlaps(span)]
    if around and not around[-1].is_heading:
        yield numbered, around[-1]
    elif not around and prose.file.text.startswith("<!--", span.start) and _is_alone(prose, span):
        yield numbered, None


def _is_alone(prose: Prose, span: Span) -> bool:
    """Tell whether a comment stands at the margin, and in no raw HTML."""
    is_at_margin = prose.file.text[span.start - 1] == "\n"
    return is_at_margin and not any(each.overlaps(span) for each in prose.raw_html)


def _words_of(block: Block) -> Iterator[Span]:
    yield from (Span(piece.start, piece.end) for piece in block.plain.pieces)
    yield from (key.bracket for key in block.keys)


def _end_of(block: Block, prose: Prose) -> int:
    """Find where the words of a block end, what closes its markup included, and its attributes not."""
    judgment = (block.judgment.end,) if block.judgment else ()
    end = max((*(words.end for words in _words_of(block)), *judgment), default=block.span.end)
    tail = _TAIL.match(prose.file.text, end, block.span.end)
    return tail.end() if tail else end


def _mark_words(prose: Prose, briefing: Briefing, problems: list[Numbered]) -> Iterator[tuple[int, int, str]]:
    """Mark every stretch that a problem is about, once, and as an error where one of its problems is."""
    spans = [(each.problem.location.start, each.problem.location.end, each.problem.is_error) for each in problems]
    edges = sorted({edge for start, end, _ in spans for edge in (start, end)})
    for words in _markable(prose, briefing):
        inner = edges[bisect_right(edges, words.start) : bisect_right(edges, words.end - 1)]
        cuts = [words.start, *inner, words.end]
        for start, end in pairwise(cuts):
            told = [is_error for first, last, is_error in spans if first <= start and end <= last]
            stretch = _trim(prose.file.text, start, end)
            if told and stretch.start < stretch.end:
                yield stretch.start, _OPEN, f'<mark class="or-marked or-marked-{"error" if any(told) else "warning"}">'
                yield stretch.end, _CLOSE, "</mark>"


def _markable(prose: Prose, briefing: Briefing) -> Iterator[Span]:
    """List the stretches that a mark can stand around: plain words, and citations that are not shown as numbers."""
    shown = [citation.span for citation in briefing.citations]
    for block in prose.blocks:
        if block.is_heading or _WITHIN_A_WORD.search(prose.file.text, block.span.start, block.span.end):
            continue
        yield from (Span(piece.start, piece.end) for piece in block.plain.pieces if not piece.is_code)
        brackets = dict.fromkeys(key.bracket for key in block.keys)
        yield from (each for each in brackets if not any(each.holds(span) for span in shown))


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), max(start, end - len(words) + len(words.rstrip())))
