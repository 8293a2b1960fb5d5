"""Read the number before its scale word, in digits or in words: `1,500`, `two and a half`, `three quarters of a`."""

from decimal import Decimal

from onrecord.figures.number_words import (
    FRACTIONS,
    HUNDREDS,
    ONE_AND_A_HALF,
    ONES,
    RUSSIAN_SCALES,
    SIMPLE,
    TENS,
    ZERO,
)
from onrecord.figures.numerals import EXACT, read_fraction, read_numeral
from onrecord.figures.tokens import Tokens, is_hyphen_between, skip_hyphen
from onrecord.figures.units import is_russian_unit

NEAREST_WORD = 4
MOST_DIGITS_AFTER_POINT = 6
ARTICLES = frozenset({"a", "an"})
HALF = Decimal("0.5")

Coefficient = tuple[Decimal, int]


def read_digits(tokens: Tokens, at: int) -> Coefficient | None:
    """Read a number in digits, with a fraction or `hundred` after it, and return it with the place after it."""
    token = tokens[at]
    if token.kind == "fraction":
        return _pair(_read_written_fraction(token.text), at + 1)
    if token.kind != "number":
        return None
    value = read_numeral(token.text, is_comma_decimal=_is_russian_number(tokens, at))
    if value is None:
        return None
    return _add_written_fraction(tokens, value, at + 1) or _read_hundred(tokens, value, at + 1)


def _read_written_fraction(text: str) -> Decimal | None:
    numerator, denominator = map(int, text.split("/"))
    return read_fraction(numerator, denominator) if 0 < numerator < denominator else None


def _add_written_fraction(tokens: Tokens, value: Decimal, at: int) -> Coefficient | None:
    token = tokens[at]
    if token.kind == "fraction" and not token.is_glued and value == value.to_integral_value():
        fraction = _read_written_fraction(token.text)
        return None if fraction is None else (EXACT.add(value, fraction), at + 1)
    length = count_and_a_half(tokens, at)
    return (EXACT.add(value, HALF), at + length) if length and value == value.to_integral_value() else None


def _read_hundred(tokens: Tokens, value: Decimal, at: int) -> Coefficient:
    return (EXACT.multiply(value, Decimal(100)), at + 1) if tokens[at].key == "hundred" else (value, at)


def _is_russian_number(tokens: Tokens, at: int) -> bool:
    for place in range(at + 1, at + 1 + NEAREST_WORD):
        token = tokens[place]
        if token.kind == "word":
            return token.key in RUSSIAN_SCALES or is_russian_unit(token.key)
        if token.kind not in {"number", "dash"} or (token.kind == "number" and tokens[place - 1].kind != "dash"):
            break
    return False


def read_words(tokens: Tokens, at: int) -> Coefficient | None:
    """Read a number below a thousand in words, with its fraction, and return it with the place after it."""
    key = tokens[at].key
    if key in ONE_AND_A_HALF:
        return Decimal("1.5"), at + 1
    found = _read_fraction_words(tokens, at) or _read_hundreds(tokens, at)
    if found is None:
        return None
    value, after = found
    return _read_point(tokens, value, after) or _add_fraction_words(tokens, value, after) or found


def _read_fraction_words(tokens: Tokens, at: int) -> Coefficient | None:
    """Read `half a`, `a quarter of a`, `three quarters of a`: what a scale or a unit may follow."""
    count = Decimal(ONES.get(tokens[at].key, 1))
    place = skip_hyphen(tokens, at + 1) if tokens[at].key in ONES or tokens[at].key in ARTICLES else at
    fraction = FRACTIONS.get(tokens[place].key)
    is_named = tokens[place].key == "half" or place > at
    if fraction is None or not is_named:
        return None
    after = skip_hyphen(tokens, place + 1)
    after += tokens[after].key == "of"
    has_article = tokens[after].key in ARTICLES
    return EXACT.multiply(count, fraction), after + has_article


def _read_hundreds(tokens: Tokens, at: int) -> Coefficient | None:
    is_article = tokens[at].key in ARTICLES and tokens[skip_hyphen(tokens, at + 1)].key == "hundred"
    found = (1, at + 1) if is_article else _read_below_hundred(tokens, at)
    if found is None:
        return _read_russian_hundreds(tokens, at)
    value, after = found
    hundred = skip_hyphen(tokens, after)
    if tokens[hundred].key != "hundred" or value == 0:
        return Decimal(value), after
    rest = _read_below_hundred(tokens, hundred + 1 + (tokens[hundred + 1].key == "and"))
    return (Decimal(value * 100 + rest[0]), rest[1]) if rest else (Decimal(value * 100), hundred + 1)


def _read_russian_hundreds(tokens: Tokens, at: int) -> Coefficient | None:
    value = HUNDREDS.get(tokens[at].key)
    if value is None:
        return None
    rest = _read_below_hundred(tokens, at + 1)
    return (Decimal(value + rest[0]), rest[1]) if rest and rest[0] else (Decimal(value), at + 1)


def _read_below_hundred(tokens: Tokens, at: int) -> tuple[int, int] | None:
    value = SIMPLE.get(tokens[at].key)
    if value is None or tokens[at].key in HUNDREDS:
        return None
    place = skip_hyphen(tokens, at + 1)
    is_pair = tokens[at].key in TENS and tokens[place].key in ONES and not tokens[place].is_after_break
    return (value + ONES[tokens[place].key], place + 1) if is_pair else (value, at + 1)


def _read_point(tokens: Tokens, value: Decimal, at: int) -> Coefficient | None:
    if tokens[at].key != "point" or value != value.to_integral_value():
        return None
    digits = ""
    place = at + 1
    while tokens[place].key in ONES or tokens[place].key in ZERO:
        digits += str(SIMPLE[tokens[place].key])
        place += 1
        if len(digits) > MOST_DIGITS_AFTER_POINT:
            return None
    return (EXACT.add(value, Decimal(f"0.{digits}")), place) if digits else None


def _add_fraction_words(tokens: Tokens, value: Decimal, at: int) -> Coefficient | None:
    length = count_and_a_half(tokens, at)
    if length:
        return EXACT.add(value, HALF), at + length
    if tokens[at].key != "and" or tokens[at + 1].kind != "word":
        return None
    part = _read_fraction_words(tokens, at + 1)
    return (EXACT.add(value, part[0]), part[1]) if part and part[0] < 1 else None


def count_and_a_half(tokens: Tokens, at: int) -> int:
    """Return how many tokens say `and a half` at a place: 0 where they do not."""
    at_hyphen = is_hyphen_between(tokens, at)
    words = [tokens[place].key for place in range(at, at + 3)]
    if words == ["and", "a", "half"]:
        return 3
    if at_hyphen and [tokens[at + step].key for step in (1, 3, 5)] == ["and", "a", "half"]:
        return 6
    return 2 if words[:2] == ["с", "половиной"] else 0


def _pair(value: Decimal | None, after: int) -> Coefficient | None:
    return None if value is None else (value, after)
