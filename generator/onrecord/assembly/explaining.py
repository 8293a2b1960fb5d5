"""Turn a miss into a problem: the author's words, what stands there instead, and what would settle it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

import regex

from onrecord.anchoring import FoldedText, Miss, Reason, describe, find_words
from onrecord.locations import Location, Span, TextFile, Written
from onrecord.model import State
from onrecord.nearest import describe_difference
from onrecord.problems import (
    AMBIGUOUS,
    CHANGED,
    CONTEXT_DIFFERS,
    CUT,
    ELSEWHERE,
    ORPHAN,
    OUT_OF_ORDER,
    OUTSIDE_PASSAGE,
    Problem,
)
from onrecord.proving import Answers
from onrecord.quotations.explaining import is_edge

_COPY_HINT = "copy the words from the source; a slip of the source's own stays, and is marked with `sic`"
_WITH_CONTEXT = frozenset({"quote", "statement", "part"})
"""What has `prefix` and `suffix`."""
_PLAIN = regex.compile(r"[\p{L}\p{N}][\p{L}\p{N} ,.;()\u2019-]*")
"""Words that YAML reads as they are."""
_MOST_PLACES = 3
_LONGEST_EXCERPT = 240
_CONTEXT = 40
"""How many code points are shown before and behind a place, and the rest of the word there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedText:
    """The stored words of a source, ready to be searched."""

    key: str
    file: TextFile
    answers: Answers

    @property
    def folded(self) -> FoldedText:
        """Give the words as they are searched."""
        return self.answers.folded

    def says(self, span: Span, verb: str = "says") -> str:
        """Say what stands at a span: `kursk22.txt:27 says: the words`."""
        return f"{self.at(span)} {verb}: {_excerpt(self.file.text[span.start : span.end])}"

    def at(self, span: Span) -> str:
        """Name the place: file and line."""
        return f"{self.key}.txt:{Location(self.file, span.start, span.end).line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A selector of the author's that missed: what it was for, where it is written, where it should have been."""

    noun: str
    """`quote`, `statement`, `part`, `figure` …"""
    pieces: tuple[Written, ...]
    miss: Miss
    text: SearchedText


def explain(missed: Missed, others: Iterable[SearchedText]) -> Problem:
    """Say what is there instead; `others` are the sources to search next."""
    explanation = {
        Reason.NOT_FOUND: _explain_not_found,
        Reason.AMBIGUOUS: _explain_ambiguous,
        Reason.CUT: _explain_cut,
        Reason.CONTEXT_DIFFERS: _explain_context,
        Reason.OUT_OF_ORDER: _explain_order,
        Reason.OUTSIDE: _explain_outside,
    }[missed.miss.reason]
    return explanation(missed, others)


def _explain_not_found(missed: Missed, others: Iterable[SearchedText]) -> Problem:
    elsewhere = _places_elsewhere(missed.miss.words, others)
    if missed.miss.state is State.CHANGED:
        span = missed.miss.places[0]
        actual = missed.text.file.text[span.start : span.end]
        return Problem(
            kind=CHANGED,
            location=_location(missed),
            message=f"{missed.noun} not found word for word in its source",
            notes=(missed.text.says(span), *describe_difference(missed.miss.words, actual), *elsewhere),
            hint="copy the words from this source, or move the entry to the record of the other"
            if elsewhere
            else _COPY_HINT,
        )
    if elsewhere:
        return Problem(
            kind=ELSEWHERE,
            location=_location(missed),
            message=f"{missed.noun} is not in its source but in another",
            notes=elsewhere,
            hint="move the entry to the record of that source",
        )
    if missed.miss.behind is not None:
        return Problem(
            kind=ORPHAN,
            location=_location(missed),
            message=f"last words of this {missed.noun} are not found behind its first words",
            notes=(missed.text.says(missed.miss.behind, "has the first words"),),
            hint=_COPY_HINT,
        )
    return Problem(
        kind=ORPHAN,
        location=_location(missed),
        message=f"{missed.noun} is in no source, and nothing in {missed.text.key}.txt is like it",
        hint="copy the words from the source, or take the entry out",
    )


def _places_elsewhere(words: str, others: Iterable[SearchedText]) -> tuple[str, ...]:
    places = ((other, find_words(other.folded, words).whole) for other in others)
    found = (f"{other.at(spans[0])} has these words" for other, spans in places if spans)
    return tuple(islice(found, _MOST_PLACES))


def _explain_ambiguous(missed: Missed, _: Iterable[SearchedText]) -> Problem:
    places = missed.miss.places
    has_context = missed.noun in _WITH_CONTEXT
    describe_place = _describe_place if has_context else _show_place
    notes = [describe_place(missed.text, place) for place in places[:_MOST_PLACES]]
    where = "its passage" if missed.noun in {"part", "figure", "slip"} else "the source"
    if len(places) > _MOST_PLACES:
        notes.append(f"and {len(places) - _MOST_PLACES} more")
    return Problem(
        kind=AMBIGUOUS,
        location=_location(missed),
        message=f"words of this {missed.noun} stand in {where} {len(places)} times",
        notes=tuple(notes),
        hint="say which place is meant: take more words" + (", or give `prefix` or `suffix`" if has_context else ""),
    )


def _describe_place(text: SearchedText, place: Span) -> str:
    selector = describe(text.folded, place)
    context = [
        f"`{name}: {_as_yaml(_excerpt(words))}`"
        for name, words in (("prefix", selector.prefix), ("suffix", selector.suffix))
        if words.strip()
    ]
    return f"{text.at(place)} is the one with {' and '.join(context)}" if context else f"{text.at(place)} has them"


def _as_yaml(words: str) -> str:
    """Write words as they can be pasted behind a field's name."""
    is_plain = _PLAIN.fullmatch(words) is not None
    return words if is_plain else "'{}'".format(words.replace("'", "''"))


def _show_place(text: SearchedText, place: Span) -> str:
    """Show a place of words that no prefix can settle, with what is around them."""
    start, end = max(0, place.start - _CONTEXT), place.end + _CONTEXT
    around = _grow(text.file.text, Span(start, min(end, len(text.file.text))))
    return f"{text.at(place)} has: {_excerpt(text.file.text[around.start : around.end])}"


def _explain_cut(missed: Missed, _: Iterable[SearchedText]) -> Problem:
    words = missed.text.folded.original
    spans = [_grow(words, place) for place in missed.miss.places[:_MOST_PLACES]]
    return Problem(
        kind=CUT,
        location=_location(missed),
        message=f"{missed.noun} begins or ends inside a word or a number of its source",
        notes=tuple(missed.text.says(span) for span in spans),
        hint="take the whole word or number, with its sign and its mark of currency",
    )


def _grow(text: str, span: Span) -> Span:
    """Widen a span to the blanks and quotation marks around it, so that whole words are shown."""
    start, end = span.start, span.end
    while start > 0 and not is_edge(text[start - 1]):
        start -= 1
    while end < len(text) and not is_edge(text[end]):
        end += 1
    return Span(start, end)


def _explain_context(missed: Missed, _: Iterable[SearchedText]) -> Problem:
    notes = tuple(_show_place(missed.text, place) for place in missed.miss.places[:_MOST_PLACES])
    if missed.miss.behind is not None:
        return Problem(
            kind=CONTEXT_DIFFERS,
            location=_location(missed),
            message=f"last words of this {missed.noun} are in the source, but not behind its first words",
            notes=(missed.text.says(missed.miss.behind, "has the first words"), *notes),
            hint="take last words that stand behind the first ones",
        )
    return Problem(
        kind=CONTEXT_DIFFERS,
        location=_location(missed),
        message=f"words of this {missed.noun} are in the source, but not where prefix, suffix or order put them",
        notes=notes,
        hint="mend `prefix` and `suffix`, or the words before and behind the omission",
    )


def _explain_order(missed: Missed, _: Iterable[SearchedText]) -> Problem:
    return Problem(
        kind=OUT_OF_ORDER,
        location=_location(missed),
        message=f"piece {missed.miss.piece + 1} of this {missed.noun} stands before the piece that it should follow",
        notes=tuple(missed.text.says(place) for place in missed.miss.places[:_MOST_PLACES]),
        hint="list the pieces in the order in which the source has them",
    )


def _explain_outside(missed: Missed, _: Iterable[SearchedText]) -> Problem:
    return Problem(
        kind=OUTSIDE_PASSAGE,
        location=_location(missed),
        message=f"{missed.noun} lies outside of the passage that it belongs to",
        notes=tuple(missed.text.says(place) for place in missed.miss.places[:_MOST_PLACES]),
        hint="move the entry to the passage that holds these words, or make the passage longer",
    )


def _location(missed: Missed) -> Location:
    """Find the words that failed inside the value as written, or take the whole value."""
    written = missed.pieces[missed.miss.piece].location
    start = written.file.text.find(missed.miss.words, written.start, written.end)
    return written if start < 0 else Location(written.file, start, start + len(missed.miss.words))


def _excerpt(words: str) -> str:
    flat = " ".join(words.split())
    return (
        flat
        if len(flat) <= _LONGEST_EXCERPT
        else f"{flat[: _LONGEST_EXCERPT // 2]} […] {flat[-_LONGEST_EXCERPT // 2 :]}"
    )
