"""Read a phrase that states a figure: what number or range it says, of what, and how exactly.

A figure is read only where the whole phrase is one; what is left over makes it None rather than a guess.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from onrecord.figures.number_words import FRACTIONS, SCALES, SIMPLE
from onrecord.figures.numerals import make_plain, read_numeral
from onrecord.figures.qualifiers import Bound, find_qualifiers_after, find_qualifiers_before
from onrecord.figures.quantities import Quantity, read_quantity
from onrecord.figures.ranges import Range, read_range
from onrecord.figures.surroundings import FUNCTION_WORDS, MONTHS
from onrecord.figures.tokens import Tokens, find_tokens, skip_hyphen
from onrecord.figures.units import find_rate

LONGEST_PHRASE = 300
MOST_NOUNS = 4
NO_NOUNS = frozenset(
    {*SIMPLE, *SCALES, *FRACTIONS, "third", "thirds", "sixth", "sixths", "seventh", "sevenths", "hundred"}
)
TOP = frozenset({"top", "топ"})
ORDINALS = frozenset({"st", "nd", "rd", "th"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureReading:
    """What a phrase says: exact bounds, unit, and what its qualifiers make of them.

    `low` equals `high` for a single value. `unit` is an ISO 4217 code for money, `%`, an SI symbol or an English plural
    for other known units, the noun as written for what is counted, None for a bare number; `other_units` are what else
    the same words can mean, so that bare roubles in a Belarusian release may be `BYN`. `is_approximate` is true for
    `about` as for every bound. `is_rank` marks a place in an order: `top 10`, `3rd`.
    """

    low: Decimal
    high: Decimal
    unit: str | None = None
    other_units: tuple[str, ...] = ()
    is_approximate: bool = False
    bound: Bound | None = None
    is_rank: bool = False

    @property
    def is_range(self) -> bool:
        """Tell whether the figure names two ends."""
        return self.low != self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A figure phrase in its text: token places of the whole and of the amount within it, and its reading."""

    reading: FigureReading
    source: Quantity | Range | None
    before: int
    amount_before: int
    amount_after: int
    after: int


def read_figure(text: str) -> FigureReading | None:
    """Read a text that is one figure phrase and nothing else; None where it is not, or its value is not exact."""
    if len(text) > LONGEST_PHRASE:
        return None
    tokens = find_tokens(text)
    phrase = read_phrase(tokens, 0)
    if phrase is None:
        return None
    if phrase.after == len(tokens):
        return phrase.reading
    return _add_rate(tokens, phrase) or _add_noun(tokens, phrase)


def read_phrase(tokens: Tokens, at: int) -> Phrase | None:
    """Read the figure phrase that starts at a token, its qualifiers included."""
    rank = _read_rank(tokens, at)
    if rank:
        return rank
    before = find_qualifiers_before(tokens, at)
    found = read_range(tokens, before.after)
    amount = found if found and found.is_rising else read_quantity(tokens, before.after)
    if amount is None:
        return None
    after = find_qualifiers_after(tokens, amount.after)
    reading = make_reading(
        amount,
        is_approximate=before.is_approximate or after.is_approximate,
        bound=before.bound or after.bound,
    )
    return Phrase(
        reading=reading,
        source=amount,
        before=at,
        amount_before=before.after,
        amount_after=amount.after,
        after=after.after,
    )


def make_reading(
    amount: Quantity | Range, *, is_approximate: bool = False, bound: Bound | None = None
) -> FigureReading:
    """Return what an amount says, with what its qualifiers say."""
    first, second = (amount.first, amount.second) if isinstance(amount, Range) else (amount, amount)
    ends = sorted((make_plain(first.value), make_plain(second.value)))
    return FigureReading(
        low=ends[0],
        high=ends[1],
        unit=first.unit.name if first.unit else None,
        other_units=first.unit.other_names if first.unit else (),
        is_approximate=is_approximate,
        bound=bound,
    )


def _read_rank(tokens: Tokens, at: int) -> Phrase | None:
    place = at + 1
    if tokens[at].key in TOP:
        number = read_quantity(tokens, skip_hyphen(tokens, place))
        is_rank = number is not None and number.unit is None and number.scale is None
        return _make_rank(number.value, at, number.after) if number and is_rank else None
    if tokens[at].kind == "number" and tokens[place].key in ORDINALS and tokens[place].is_glued:
        value = read_numeral(tokens[at].text)
        return _make_rank(value, at, at + 2) if value is not None else None
    return None


def _make_rank(value: Decimal, at: int, after: int) -> Phrase:
    value = make_plain(value)
    reading = FigureReading(low=value, high=value, is_rank=True)
    return Phrase(reading=reading, source=None, before=at, amount_before=at, amount_after=after, after=after)


def _add_rate(tokens: Tokens, phrase: Phrase) -> FigureReading | None:
    rate = find_rate(tokens, phrase.after)
    if rate is None or rate[1] != len(tokens) or phrase.reading.unit is None:
        return None
    return replace(phrase.reading, unit=f"{phrase.reading.unit} per {rate[0]}")


def _add_noun(tokens: Tokens, phrase: Phrase) -> FigureReading | None:
    """Take the words that are left as the noun that is counted: `300 new enterprises`."""
    rest = [tokens[place] for place in range(phrase.after, len(tokens))]
    is_noun = (
        len(rest) <= MOST_NOUNS
        and phrase.reading.unit is None
        and rest[0].key not in FUNCTION_WORDS | MONTHS
        and all(token.kind == "word" and token.key not in NO_NOUNS and not token.is_glued for token in rest)
    )
    if not is_noun:
        return None
    if phrase.reading.is_rank:
        return phrase.reading
    return replace(phrase.reading, unit=" ".join(token.key for token in rest))
