"""Read one number at a token, in digits or words, with its scale: `1.5 billion`, `two and a half million`.

The coefficient and the scale stay apart, because in `205-210 million` the scale serves a number that stands before it.
"""

from dataclasses import dataclass
from decimal import Decimal

from onrecord.figures.coefficients import ARTICLES, HALF, Coefficient, count_and_a_half, read_digits, read_words
from onrecord.figures.number_words import GLUED_SCALES, HALF_OF_SCALE, MONEY_SCALES, SCALES
from onrecord.figures.numerals import EXACT
from onrecord.figures.qualifiers import BEFORE
from onrecord.figures.tokens import Tokens, skip_hyphen

LONGEST_COMPOUND = 6
LARGEST_SCALE = SCALES["quadrillion"]
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
    found = read_digits(tokens, at) or read_words(tokens, at) or _read_lone_scale(tokens, at)
    if found is None:
        return None
    coefficient, after = found
    is_in_words = tokens[at].kind == "word"
    scale, after = _read_scale(tokens, after, is_money=is_money and not is_in_words)
    if scale is not None and count_and_a_half(tokens, after):
        coefficient, after = EXACT.add(coefficient, HALF), after + count_and_a_half(tokens, after)
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


def _read_lone_scale(tokens: Tokens, at: int) -> Coefficient | None:
    """Read `a million`, `миллион`, `более миллиона`: the scale itself is read after it."""
    if tokens[at].key in ARTICLES and tokens[at + 1].key in SCALES:
        return Decimal(1), at + 1
    is_counted = tokens[at].key in LONE_SCALES
    is_qualified = tokens[at].key in GENITIVE_SCALES and tokens[at - 1].key in BEFORE
    return (Decimal(1), at) if (is_counted or is_qualified) and not tokens[at].is_glued else None


def _read_scale(tokens: Tokens, at: int, *, is_money: bool) -> tuple[Decimal | None, int]:
    scale = Decimal(1)
    start = place = skip_hyphen(tokens, at)
    while tokens[place].key in SCALES and not tokens[place].is_after_break:
        longer = scale * SCALES[tokens[place].key]
        if longer > LARGEST_SCALE:
            break
        scale, place = longer, place + 1
    return (scale, place) if place > start else _read_scale_letter(tokens, at, is_money=is_money)


def _read_scale_letter(tokens: Tokens, at: int, *, is_money: bool) -> tuple[Decimal | None, int]:
    token = tokens[at]
    letters = MONEY_SCALES if is_money else GLUED_SCALES
    if token.key in letters and (token.is_glued or (is_money and token.text.isupper())):
        return letters[token.key], at + 1
    return None, at
