"""Prove the words of one quotation in its passage: as they stand first, then with the editor's marks read.

Releases hold ellipses and brackets of their own, so a mark that the passage has is its own before it is the editor's.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum

from onrecord.locations import Span
from onrecord.quotations.alignment import Alignment, align, is_replaceable
from onrecord.quotations.editorial import (
    FEWEST_WORDS,
    EditorialMark,
    Gap,
    Literal,
    MarkKind,
    Reading,
    find_editorial_marks,
    read_editorial,
)
from onrecord.quotations.passage_words import PassageWords, Places
from onrecord.quotations.weights import find_weighty


class Fault(Enum):
    """Why a quotation could not be proven."""

    NOT_FOUND = "not found"
    CUT = "cut"
    OUT_OF_ORDER = "out of order"
    FEW_WORDS = "too few words beside an omission"
    IN_NUMBER = "omission inside a number"
    EMPTY = "empty brackets"
    GLUED = "brackets inside a word"
    WEIGHTY = "brackets hold a negation or a figure"
    REPLACES = "brackets stand for what they may not"
    NO_WORDS = "no words of the passage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A quotation proven: where its words stand in the source, and how it was read."""

    reading: Reading
    alignment: Alignment


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A quotation that could not be proven."""

    fault: Fault
    span: Span
    """In the quotation: what is wrong with it."""
    words: str
    """What was looked for."""
    places: tuple[Span, ...] = ()
    """In the source: what stands there instead."""


def match_quotation(text: str, inner_marks: Collection[int], words: PassageWords) -> Match | Failure:
    """Prove a quotation, given without its own marks; `inner_marks` are the positions of quotation marks inside it."""
    for variant in _variants(text):
        literal = _match_literally(variant, inner_marks, words)
        if literal:
            return literal
    marks = find_editorial_marks(text)
    own = [mark for mark in marks if words.has(mark.text)]
    if own and len(own) < len(marks):
        found = _match_marks(text, inner_marks, words, kept=own)
        if isinstance(found, Match):
            return found
    return _match_marks(text, inner_marks, words, kept=())


def _variants(text: str) -> Iterator[str]:
    """Give the text, then without the one comma or full stop that may be the editor's."""
    yield text
    if text.endswith((",", ".")) and not text.endswith(("..", "….")):
        yield text[:-1]


def _match_literally(text: str, inner_marks: Collection[int], words: PassageWords) -> Match | None:
    reading = read_editorial(text, (), inner_marks)
    found = [words.find(literal) for literal in reading.literals]
    alignment = align(reading, found, words) if found else None
    return Match(reading=reading, alignment=alignment) if alignment else None


def _match_marks(
    text: str, inner_marks: Collection[int], words: PassageWords, kept: Collection[EditorialMark]
) -> Match | Failure:
    failure: Failure | None = None
    for variant in _variants(text):
        marks = tuple(mark for mark in find_editorial_marks(variant) if mark not in kept)
        reading = read_editorial(variant, marks, inner_marks)
        outcome = next(_find_faults(variant, reading), None) or _match_reading(reading, words)
        if isinstance(outcome, Match):
            return outcome
        failure = outcome
    if failure is None:
        raise AssertionError("every text has a variant")
    return failure


def _find_faults(text: str, reading: Reading) -> Iterator[Failure]:
    if not reading.literals:
        yield Failure(fault=Fault.NO_WORDS, span=Span(0, len(text)), words=text)
    for gap in reading.gaps:
        for mark in gap.marks:
            fault = _fault_of(mark, text)
            if fault:
                yield Failure(fault=fault, span=mark.span, words=mark.text)
    yield from _find_thin_omissions(reading)


def _fault_of(mark: EditorialMark, text: str) -> Fault | None:
    before = text[max(0, mark.span.start - 1) : mark.span.start]
    behind = text[mark.span.end : mark.span.end + 1]
    if mark.kind is MarkKind.OMISSION:
        return Fault.IN_NUMBER if before.isdigit() and behind.isdigit() else None
    if not mark.inside:
        return Fault.EMPTY
    if before.isalnum() or behind.isalnum():
        return Fault.GLUED
    return Fault.WEIGHTY if find_weighty(mark.inside) else None


def _find_thin_omissions(reading: Reading) -> Iterator[Failure]:
    """Find omissions with fewer than two words beside them; at an edge of the quotation there is one side only."""
    counts = [0]
    omissions: list[tuple[Gap, int]] = []
    for index, gap in enumerate(reading.gaps):
        if gap.omission:
            omissions.append((gap, len(counts)))
            counts.append(0)
        counts[-1] += reading.literals[index].word_count if index < len(reading.literals) else 0
    for gap, number in omissions:
        is_first, is_last = gap is reading.gaps[0], gap is reading.gaps[-1]
        is_thin = (not is_first and counts[number - 1] < FEWEST_WORDS) or (
            not is_last and counts[number] < FEWEST_WORDS
        )
        if is_thin and gap.omission:
            yield Failure(fault=Fault.FEW_WORDS, span=gap.omission.span, words=gap.omission.text)


def _match_reading(reading: Reading, words: PassageWords) -> Match | Failure:
    found = [words.find(literal) for literal in reading.literals]
    for literal, places in zip(reading.literals, found, strict=True):
        if not places.whole:
            return _missing(literal, places)
    alignment = align(reading, found, words)
    if alignment:
        return Match(reading=reading, alignment=alignment)
    return _explain_arrangement(reading, found, words)


def _missing(literal: Literal, places: Places) -> Failure:
    fault = Fault.CUT if places.cut else Fault.NOT_FOUND
    cut = tuple(place.span for place in places.cut)
    return Failure(fault=fault, span=literal.span, words=literal.words.strip(), places=cut)


def _explain_arrangement(reading: Reading, found: list[Places], words: PassageWords) -> Failure:
    """Say which brackets stand for what they may not, or else that the words stand in another order."""
    lax = align(reading, found, words, is_lax=True)
    for filled in lax.filled if lax else ():
        text = words.text_between(filled.span.start, filled.span.end)
        if not filled.gap.omission and (filled.is_between_pieces or not is_replaceable(text)):
            span = filled.gap.span
            return Failure(fault=Fault.REPLACES, span=span, words=text.strip(), places=(filled.span,))
    literals = reading.literals
    places = tuple(each.whole[0].span for each in found)
    return Failure(
        fault=Fault.OUT_OF_ORDER,
        span=Span(literals[0].span.start, literals[-1].span.end),
        words=literals[0].words,
        places=places,
    )
