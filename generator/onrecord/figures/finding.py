"""Find the figures in running text, to suggest them: rather none than a wrong one.

Years, dates, clock times, labels, list numbers and small number words (`one thing`) are not figures. `from X to Y`
after a word of change (`grew`, `cut`) is two figures and not a range.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from onrecord.figures.beginnings import may_begin
from onrecord.figures.currency_names import MONEY
from onrecord.figures.measures import RATES
from onrecord.figures.number_words import NUMBER_WORDS
from onrecord.figures.quantities import Quantity
from onrecord.figures.ranges import Range, read_range, share_scale_of_fall
from onrecord.figures.reading import FigureReading, Phrase, make_reading, read_phrase
from onrecord.figures.surroundings import (
    BEFORE_YEARS,
    CENTURIES,
    find_change_before,
    is_cut_off,
    is_date,
    is_label,
    is_noun,
    is_run_on,
    is_year,
)
from onrecord.figures.tokens import Tokens, find_tokens

Kind = Literal["money", "percent", "quantity", "count", "rank"]

SMALLEST_WORD_COUNT = Decimal(100)
LONGEST_LEAD = 16
BY = frozenset({"by", "на"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigure:
    """A figure in a text: half-open spans of code points, of the phrase and of the amount without its qualifiers."""

    start: int
    end: int
    amount_start: int
    amount_end: int
    kind: Kind
    reading: FigureReading


def find_figures(text: str) -> tuple[FoundFigure, ...]:
    """Return the figures that a text states, in order and without overlap.

    The words of each, read alone, give the same reading; but the first end of a change may borrow the unit that only
    the second end names (`from 18 to 20 percent`).
    """
    tokens = find_tokens(text)
    figures: list[FoundFigure] = []
    after = 0
    for at in _find_starts(tokens):
        if at >= after and may_begin(tokens[at], tokens[at + 1]):
            phrases, after = _find_at(tokens, at)
            figures += [_make_figure(tokens, phrase) for phrase in phrases]
    return tuple(figures)


def _find_starts(tokens: Tokens) -> Iterator[int]:
    """Return the places from which a number is near enough for a figure to start there: few, in most prose."""
    start = 0
    for place, token in enumerate(tokens.all):
        if token.kind in {"number", "fraction"} or token.key in NUMBER_WORDS:
            yield from range(max(start, place - LONGEST_LEAD), place + 1)
            start = place + 1


def _find_at(tokens: Tokens, at: int) -> tuple[list[Phrase], int]:
    """Return the figures that start at a token and the place to go on from."""
    change = _find_change(tokens, at)
    if change:
        return [phrase for phrase in change if _is_figure(tokens, phrase)], change[-1].after
    phrase = read_phrase(tokens, at)
    if phrase is None:
        return [], at + 1
    return ([phrase], phrase.after) if _is_figure(tokens, phrase) else ([], _skip(tokens, phrase))


def _skip(tokens: Tokens, phrase: Phrase) -> int:
    """Go on after a refused phrase; one that is only a part of something longer is left word by word."""
    return phrase.after if not is_run_on(tokens, phrase.amount_after) else max(phrase.amount_before, phrase.before) + 1


def _find_change(tokens: Tokens, at: int) -> tuple[Phrase, ...]:
    """Find the two figures of a change; a rising `by 3 to 5 percent` is a range whatever stands before it."""
    found = read_range(tokens, at)
    if found is None or found.connector not in {"to", "до"} or found.opener in {"between", "между"}:
        return ()
    is_extent = tokens[at - 1].key in BY and not found.has_own_unit_first
    change = find_change_before(tokens, at)
    if found.is_rising and (is_extent or change is None):
        return ()
    found = share_scale_of_fall(found) if change == "fall" else found
    return _make_end(found.first), _make_end(found.second)


def _make_end(end: Quantity) -> Phrase:
    return Phrase(
        reading=make_reading(end),
        source=end,
        before=end.before,
        amount_before=end.before,
        amount_after=end.after,
        after=end.after,
    )


def _ends(source: Quantity | Range) -> Iterator[Quantity]:
    yield from (source.first, source.second) if isinstance(source, Range) else (source,)


def _is_figure(tokens: Tokens, phrase: Phrase) -> bool:
    source = phrase.source
    has_unit = phrase.reading.unit is not None
    if is_cut_off(tokens, phrase.amount_before) or is_run_on(tokens, phrase.amount_after, has_unit=has_unit):
        return False
    if source is None:
        return phrase.after - phrase.before > 1 and tokens[phrase.before].kind == "word"
    if phrase.reading.unit in MONEY | RATES:
        return True
    is_qualified = phrase.before < phrase.amount_before
    if any(_is_calendar(tokens, end, is_qualified=is_qualified) for end in _ends(source)):
        return False
    if has_unit:
        return not (_is_in_words(source) and phrase.reading.high <= 1)
    return _is_count(tokens, phrase, source)


def _is_calendar(tokens: Tokens, end: Quantity, *, is_qualified: bool) -> bool:
    if end.scale is not None or end.is_in_words:
        return False
    if end.unit is not None:
        is_of_year = end.unit.name == "years" or tokens[end.before - 1].key in BEFORE_YEARS
        return is_of_year and end.number in CENTURIES and "," not in tokens[end.before].text
    is_day = is_date(tokens, end.before, end.after)
    return is_day or is_year(tokens, end.before, end.after, is_qualified=is_qualified)


def _is_count(tokens: Tokens, phrase: Phrase, source: Quantity | Range) -> bool:
    is_large = all(end.scale is not None or "," in tokens[end.before].text for end in _ends(source))
    if is_large and phrase.reading.high >= SMALLEST_WORD_COUNT:
        return True
    if _is_in_words(source) or is_label(tokens, phrase.amount_before):
        return False
    return is_noun(tokens[phrase.after])


def _is_in_words(source: Quantity | Range) -> bool:
    return any(end.is_in_words and end.scale is None for end in _ends(source))


def _make_figure(tokens: Tokens, phrase: Phrase) -> FoundFigure:
    return FoundFigure(
        start=tokens[phrase.before].start,
        end=tokens[phrase.after - 1].end,
        amount_start=tokens[phrase.amount_before].start,
        amount_end=tokens[phrase.amount_after - 1].end,
        kind=_find_kind(phrase.reading),
        reading=phrase.reading,
    )


def _find_kind(reading: FigureReading) -> Kind:
    if reading.is_rank:
        return "rank"
    if reading.unit is None:
        return "count"
    if reading.unit in MONEY:
        return "money"
    return "percent" if reading.unit in RATES else "quantity"
