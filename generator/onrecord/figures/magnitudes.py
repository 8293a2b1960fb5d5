"""Read one number at a token, in digits or words, with its scale: `1.5 billion`, `two and a half million`.

The coefficient and the scale stay apart, because in `205-210 million` the scale serves a number that stands before it.
"""

from dataclasses import dataclass
from decimal import Decimal

from onrecord.figures.number_words import (
    FRACTIONS,
    GLUED_SCALES,
    HALF_OF_SCALE,
    HUNDREDS,
    MONEY_SCALES,
    ONE_AND_A_HALF,
    ONES,
    RUSSIAN_SCALES,
    SCALES,
    SIMPLE,
    TENS,
    ZERO,
)
from onrecord.figures.numerals import EXACT, read_fraction, read_numeral
from onrecord.figures.qualifiers import BEFORE
from onrecord.figures.tokens import Tokens, is_hyphen_between, skip_hyphen
from onrecord.figures.units import is_russian_unit

NEAREST_WORD = 4
LONGEST_COMPOUND = 6
ARTICLES = frozenset({"a", "an"})
HALF = Decimal("0.5")
LONE_SCALES = frozenset({"тысяча", "тысячу", "миллион", "миллиард", "триллион"})
GENITIVE_SCALES = frozenset({"тысячи", "миллиона", "миллиарда", "триллиона"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Magnitude:
    """A number as written: coefficient, scale (None where no scale word stands), and the place after it."""

    coefficient: Decimal
    scale: Decimal | None
    is_in_words: bool
    after: int

    @property
    def value(self) -> Decimal:
        """Return coefficient times scale, exactly."""
        return EXACT.multiply(self.coefficient, self.scale or Decimal(1))


Coefficient = tuple[Decimal, int]


def read_magnitude(tokens: Tokens, at: int, *, is_money: bool = False) -> Magnitude | None:
    """Read the number that starts at a token, compounds such as `1 million 200 thousand` included."""
    whole = _read_part(tokens, at, is_money=is_money)
    for _ in range(LONGEST_COMPOUND):
        if whole is None or whole.scale is None:
            break
        part = _read_lesser_part(tokens, whole)
        if part is None:
            break
        whole = _add_part(whole, part)
    return whole


def _read_part(tokens: Tokens, at: int, *, is_money: bool) -> Magnitude | None:
    key = tokens[at].key
    if key in HALF_OF_SCALE:
        return Magnitude(coefficient=HALF, scale=HALF_OF_SCALE[key], is_in_words=True, after=at + 1)
    found = _read_digits(tokens, at) or _read_words(tokens, at) or _read_lone_scale(tokens, at)
    if found is None:
        return None
    coefficient, after = found
    is_in_words = tokens[at].kind == "word"
    scale, after = _read_scale(tokens, after, is_money=is_money and not is_in_words)
    if scale is not None and _is_and_a_half(tokens, after):
        coefficient, after = EXACT.add(coefficient, HALF), after + _is_and_a_half(tokens, after)
    return Magnitude(coefficient=coefficient, scale=scale, is_in_words=is_in_words, after=after)


def _read_lesser_part(tokens: Tokens, whole: Magnitude) -> Magnitude | None:
    has_and = tokens[whole.after].key == "and"
    part = _read_part(tokens, whole.after + has_and, is_money=False)
    if part is None or whole.scale is None or tokens[whole.after].is_after_break:
        return None
    is_loose = (part.scale is None or has_and) and not (part.is_in_words and whole.is_in_words)
    return None if is_loose or part.value >= (whole.scale if whole.scale > 1 else 0) else part


def _add_part(whole: Magnitude, part: Magnitude) -> Magnitude:
    value = EXACT.add(whole.value, part.value)
    lowest = part.scale or Decimal(1)
    return Magnitude(
        coefficient=EXACT.divide(value, lowest), scale=lowest, is_in_words=whole.is_in_words, after=part.after
    )


def _read_digits(tokens: Tokens, at: int) -> Coefficient | None:
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
    length = _is_and_a_half(tokens, at)
    return (EXACT.add(value, HALF), at + length) if length and value == value.to_integral_value() else None


def _read_hundred(tokens: Tokens, value: Decimal, at: int) -> Coefficient:
    return (EXACT.multiply(value, Decimal(100)), at + 1) if tokens[at].key == "hundred" else (value, at)


def _is_russian_number(tokens: Tokens, at: int) -> bool:
    for place in range(at + 1, at + 1 + NEAREST_WORD):
        token = tokens[place]
        if token.kind == "word":
            return token.key in RUSSIAN_SCALES or is_russian_unit(token.key)
    return False


def _read_words(tokens: Tokens, at: int) -> Coefficient | None:
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
        if len(digits) > LONGEST_COMPOUND:
            return None
    return (EXACT.add(value, Decimal(f"0.{digits}")), place) if digits else None


def _add_fraction_words(tokens: Tokens, value: Decimal, at: int) -> Coefficient | None:
    length = _is_and_a_half(tokens, at)
    if length:
        return EXACT.add(value, HALF), at + length
    if tokens[at].key != "and" or tokens[at + 1].kind != "word":
        return None
    part = _read_fraction_words(tokens, at + 1)
    return (EXACT.add(value, part[0]), part[1]) if part and part[0] < 1 else None


def _is_and_a_half(tokens: Tokens, at: int) -> int:
    """Return how many tokens say `and a half` at a place: 0 where none do."""
    at_hyphen = is_hyphen_between(tokens, at)
    words = [tokens[place].key for place in range(at, at + 3)]
    if words == ["and", "a", "half"]:
        return 3
    if at_hyphen and [tokens[at + step].key for step in (1, 3, 5)] == ["and", "a", "half"]:
        return 6
    return 2 if words[:2] == ["с", "половиной"] else 0


def _read_lone_scale(tokens: Tokens, at: int) -> Coefficient | None:
    """Read `a million`, `миллион`, `более миллиона`: the scale itself is read after it."""
    if tokens[at].key in ARTICLES and tokens[at + 1].key in SCALES:
        return Decimal(1), at + 1
    is_counted = tokens[at].key in LONE_SCALES
    is_qualified = tokens[at].key in GENITIVE_SCALES and tokens[at - 1].key in BEFORE
    return (Decimal(1), at) if (is_counted or is_qualified) and not tokens[at].is_glued else None


def _read_scale(tokens: Tokens, at: int, *, is_money: bool) -> tuple[Decimal | None, int]:
    scale: Decimal | None = None
    place = skip_hyphen(tokens, at)
    while tokens[place].key in SCALES and not tokens[place].is_after_break:
        scale = SCALES[tokens[place].key] * (scale or 1)
        place += 1
        if scale > SCALES["quadrillion"]:
            return None, at
    if scale is not None:
        return scale, place
    return _read_scale_letter(tokens, at, is_money=is_money)


def _read_scale_letter(tokens: Tokens, at: int, *, is_money: bool) -> tuple[Decimal | None, int]:
    token = tokens[at]
    letters = MONEY_SCALES if is_money else GLUED_SCALES
    if token.key in letters and (token.is_glued or (is_money and token.text.isupper())):
        return letters[token.key], at + 1
    return None, at


def _pair(value: Decimal | None, after: int) -> Coefficient | None:
    return None if value is None else (value, after)
