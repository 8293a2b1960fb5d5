"""What an omission passes over that a reader would want to know: a negation, a figure, the end of a sentence.

Whole sentences may be left out; words of a sentence of which others are kept may not lose its negation or its figures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.locations import Span
from onrecord.quotations.alignment import MOST_WORDS_REPLACED, FilledGap
from onrecord.quotations.editorial import EditorialMark, Gap, MarkKind, count_words
from onrecord.quotations.matching import Match
from onrecord.quotations.passage_words import PassageWords
from onrecord.quotations.weights import find_weighty, sentence_ends

_WORD = re.compile(r"\S+")
_REACH = 200
"""How far from an edge of a quotation the words are looked for that brackets there may stand for, in code points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something passed over."""

    mark: EditorialMark
    weighty: str
    """The negation or figure; empty where it is the end of a sentence."""
    span: Span
    """In the source: what the mark passes over."""

    @property
    def is_omission(self) -> bool:
        """Tell an omission from a replacement."""
        return self.mark.kind is MarkKind.OMISSION


def find_doubts(match: Match, words: PassageWords) -> Iterator[Doubt]:
    """Find what the omissions of a proven quotation pass over, and what stands beside brackets at its edges."""
    for filled in match.alignment.filled:
        if filled.gap.omission:
            yield from _doubts_of(filled, filled.gap.omission, words)
    yield from _doubts_at_edges(match, words)


def _doubts_of(filled: FilledGap, mark: EditorialMark, words: PassageWords) -> Iterator[Doubt]:
    text = words.text_between(filled.span.start, filled.span.end)
    if not count_words(text):
        return
    ends = sentence_ends(text)
    weighty = next(filter(None, map(find_weighty, _parts_of_kept_sentences(filled, ends, words))), "")
    if weighty:
        yield Doubt(mark=mark, weighty=weighty, span=filled.span)
    if ends and not mark.is_bracketed:
        yield Doubt(mark=mark, weighty="", span=filled.span)


def _parts_of_kept_sentences(filled: FilledGap, ends: tuple[int, ...], words: PassageWords) -> Iterator[str]:
    """Give what is left out of the sentence before the omission, and of the one behind it."""
    text = words.text_between(filled.span.start, filled.span.end)
    before = words.text_between(max(0, filled.span.start - 20), filled.span.start)
    if not ends:
        yield text
        return
    has_ended = bool(sentence_ends(before)) and sentence_ends(before)[-1] == len(before.rstrip())
    if not has_ended:
        yield text[: ends[0]]
    yield text[ends[-1] :]


def _doubts_at_edges(match: Match, words: PassageWords) -> Iterator[Doubt]:
    """Look at the words that brackets at an edge may stand for: as many as they hold."""
    places = match.alignment.places
    first, last = match.reading.gaps[0], match.reading.gaps[-1]
    piece = words.passage.spans[places[0].piece]
    yield from _doubts_beside(first, Span(piece.start, places[0].span.start), words, is_before=True)
    piece = words.passage.spans[places[-1].piece]
    yield from _doubts_beside(last, Span(places[-1].span.end, piece.end), words, is_before=False)


def _doubts_beside(gap: Gap, span: Span, words: PassageWords, *, is_before: bool) -> Iterator[Doubt]:
    mark = next((mark for mark in gap.marks if mark is not gap.omission), None)
    if mark is None:
        return
    count = min(max(1, count_words(mark.inside)), MOST_WORDS_REPLACED)
    beside = _words_beside(span, words, count, is_before=is_before)
    weighty = find_weighty(words.text_between(beside.start, beside.end))
    if weighty:
        yield Doubt(mark=mark, weighty=weighty, span=beside)


def _words_beside(span: Span, words: PassageWords, count: int, *, is_before: bool) -> Span:
    """Take some words of the same sentence, from the end of a span or from its beginning."""
    start = max(span.start, span.end - _REACH) if is_before else span.start
    text = words.text_between(start, min(span.end, start + _REACH))
    ends = sentence_ends(text)
    edges = (ends[-1] if ends else 0, len(text)) if is_before else (0, ends[0] if ends else len(text))
    found = list(_WORD.finditer(text, *edges))
    taken = found[-count:] if is_before else found[:count]
    return Span(start + taken[0].start(), start + taken[-1].end()) if taken else Span(start, start)
