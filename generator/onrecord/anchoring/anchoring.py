"""Prove a selector in a source: the words are there once, or it is said what is there instead.

The text is tried as it stands first; only when the source does not hold it is an ellipsis read as `first … last`, since
releases hold ellipses of their own.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import replace

import regex

from onrecord.anchoring.finding import Hits, find_words, follows, precedes
from onrecord.anchoring.folding import FoldedText
from onrecord.anchoring.selectors import Anchor, Miss, Reason, Selector
from onrecord.locations import Span
from onrecord.model import State
from onrecord.nearest import CHANGED_THRESHOLD, find_nearest
from onrecord.values import value

_OMISSION = regex.compile(r"(?<=\s)(?:\[\s*(?:…|\.{3})\s*\]|…|(?<!\.)\.{3}(?!\.))(?=\s)")


@value
class _Place:
    """One way to place a piece, and whether its words are the source's to the letter."""

    span: Span
    is_literal: bool


def anchor(selector: Selector, text: FoldedText, within: Span | None = None) -> Anchor | Miss:
    """Prove a selector; `within` is the passage that its words must lie in (code points of the original)."""
    placed: list[tuple[_Place, ...]] = []
    last = len(selector.pieces) - 1
    for number, piece in enumerate(selector.pieces):
        prefix = selector.prefix if number == 0 else ""
        suffix = selector.suffix if number == last else ""
        found = _place_piece(_Piece(text, piece.strip(), prefix, suffix, number, within))
        if isinstance(found, Miss):
            return found
        placed.append(found)
    return _arrange(selector, placed)


@value
class _Piece:
    text: FoldedText
    words: str
    prefix: str
    suffix: str
    number: int
    within: Span | None

    def find(self, words: str) -> Hits:
        return find_words(self.text, words, self.within)

    def miss(self, reason: Reason, state: State, words: str, places: Iterable[Span]) -> Miss:
        return Miss(reason=reason, state=state, words=words, piece=self.number, places=tuple(places))

    def is_literal(self, span: Span, words: str) -> bool:
        return self.text.original[span.start : span.end] == words


def _place_piece(piece: _Piece) -> tuple[_Place, ...] | Miss:
    """Find every place of one piece that its prefix and suffix allow."""
    hits = piece.find(piece.words)
    if hits.whole:
        fitting = [span for span in hits.whole if _fits(piece, span)]
        if not fitting:
            return piece.miss(Reason.CONTEXT_DIFFERS, State.CHANGED, piece.words, hits.whole)
        return tuple(_Place(span, piece.is_literal(span, piece.words)) for span in fitting)
    omissions = list(_OMISSION.finditer(piece.words))
    if not omissions:
        return _explain_miss(piece, piece.words, hits)
    tried = [
        _expand(piece, piece.words[: match.start()].strip(), piece.words[match.end() :].strip()) for match in omissions
    ]
    found = [place for places in tried if not isinstance(places, Miss) for place in places]
    misses = [each for each in tried if isinstance(each, Miss)]
    return tuple(found) or min(misses, key=lambda miss: (miss.reason is not Reason.AMBIGUOUS, miss.behind is None))


def _expand(piece: _Piece, first: str, last: str) -> tuple[_Place, ...] | Miss:
    """Find the one stretch from the first words to the last words of `first … last`."""
    starts = _the_one(piece, first, lambda span: follows(piece.text, span, piece.prefix))
    if isinstance(starts, Miss):
        return starts
    ends = _the_one(piece, last, lambda span: span.start >= starts.end and precedes(piece.text, span, piece.suffix))
    if isinstance(ends, Miss):
        return replace(ends, behind=starts)
    is_literal = piece.is_literal(starts, first) and piece.is_literal(ends, last)
    return (_Place(Span(starts.start, ends.end), is_literal),)


def _the_one(piece: _Piece, words: str, is_wanted: Callable[[Span], bool]) -> Span | Miss:
    hits = piece.find(words)
    wanted = [span for span in hits.whole if is_wanted(span)]
    if len(wanted) == 1:
        return wanted[0]
    if wanted:
        return piece.miss(Reason.AMBIGUOUS, State.AMBIGUOUS, words, wanted)
    if hits.whole:
        return piece.miss(Reason.CONTEXT_DIFFERS, State.CHANGED, words, hits.whole)
    return _explain_miss(piece, words, hits)


def _explain_miss(piece: _Piece, words: str, hits: Hits) -> Miss:
    if hits.cut:
        return piece.miss(Reason.CUT, State.CHANGED, words, hits.cut)
    if piece.within is not None:
        outside = find_words(piece.text, words)
        if outside.whole:
            return piece.miss(Reason.OUTSIDE, State.CHANGED, words, outside.whole)
    nearest = find_nearest(words, piece.text.original)
    is_near = nearest is not None and nearest.similarity >= CHANGED_THRESHOLD
    state = State.CHANGED if is_near else State.ORPHAN
    return piece.miss(Reason.NOT_FOUND, state, words, [nearest.span] if nearest is not None and is_near else [])


def _arrange(selector: Selector, placed: list[tuple[_Place, ...]]) -> Anchor | Miss:
    """Put the pieces in order; there must be one way to do so, which is when the earliest way is also the latest."""
    if len(placed) == 1 and len(placed[0]) == 1:
        (place,) = placed[0]  # as nearly all are
        return Anchor(spans=(place.span,), state=State.VERBATIM if place.is_literal else State.NORMALISED)
    earliest, latest = _earliest(placed), _latest(placed)
    if earliest is None or latest is None:
        return _miss(selector, placed, _first_out_of_order(placed), Reason.OUT_OF_ORDER, State.CHANGED)
    for number, (one, other) in enumerate(zip(earliest, latest, strict=True)):
        if one != other:
            return _miss(selector, placed, number, Reason.AMBIGUOUS, State.AMBIGUOUS)
    state = State.VERBATIM if all(place.is_literal for place in earliest) else State.NORMALISED
    return Anchor(spans=tuple(place.span for place in earliest), state=state)


def _miss(selector: Selector, placed: list[tuple[_Place, ...]], number: int, reason: Reason, state: State) -> Miss:
    places = tuple(place.span for place in placed[number])
    return Miss(reason=reason, state=state, words=selector.pieces[number].strip(), piece=number, places=places)


def _earliest(placed: list[tuple[_Place, ...]]) -> list[_Place] | None:
    chosen: list[_Place] = []
    floor = 0
    for places in placed:
        behind = [place for place in places if place.span.start >= floor]
        if not behind:
            return None
        chosen.append(min(behind, key=lambda place: place.span.end))
        floor = chosen[-1].span.end
    return chosen


def _latest(placed: list[tuple[_Place, ...]]) -> list[_Place] | None:
    chosen: list[_Place] = []
    ceiling: float = math.inf
    for places in reversed(placed):
        before = [place for place in places if place.span.end <= ceiling]
        if not before:
            return None
        chosen.append(max(before, key=lambda place: place.span.start))
        ceiling = chosen[-1].span.start
    return chosen[::-1]


def _first_out_of_order(placed: list[tuple[_Place, ...]]) -> int:
    floor = 0
    for number, places in enumerate(placed):
        behind = [place.span.end for place in places if place.span.start >= floor]
        if not behind:
            return number
        floor = min(behind)
    return 0


def _fits(piece: _Piece, span: Span) -> bool:
    return (not piece.prefix or follows(piece.text, span, piece.prefix)) and (
        not piece.suffix or precedes(piece.text, span, piece.suffix)
    )
