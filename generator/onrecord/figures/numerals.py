"""Read numbers written in digits, with the separators of English, Russian, Swiss and Indian writing.

A lone comma is the one doubt: before exactly three digits it groups (`1,500` is 1500), elsewhere it is the decimal
mark (`1,5` is 1.5), and before a Russian word it is always the decimal mark, since Russian groups with blanks. A lone
dot is the decimal mark. The conventions are those that CLDR records for these languages.
"""

import re
import unicodedata
from decimal import Context, Decimal, Inexact, InvalidOperation, Overflow
from fractions import Fraction

from onrecord.figures.tokens import SPACES, VULGAR_FRACTIONS

LONGEST_NUMERAL = 60
EXACT = Context(prec=400, traps=[Inexact, InvalidOperation, Overflow])

_BLANKS = str.maketrans(dict.fromkeys(SPACES, " ") | {"’": "'"})
_GROUPED = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?P<group>[,.' _])\d{3}(?:(?P=group)\d{3})*)(?:(?!(?P=group))[.,](?P<part>\d+))?"
)
_INDIAN = re.compile(r"(?P<whole>\d{1,2}(?:,\d{2})+,\d{3})(?:\.(?P<part>\d+))?")
_DECIMAL = re.compile(r"(?P<whole>\d*)(?:[.,](?P<part>\d+))?")


def read_numeral(text: str, *, is_comma_decimal: bool = False) -> Decimal | None:
    """Read digits with their separators, and a vulgar fraction after them, as one exact value; None for anything else."""
    if not text or len(text) > LONGEST_NUMERAL:
        return None
    if text[-1] in VULGAR_FRACTIONS:
        return _add(read_numeral(text[:-1]) if text[1:] else Decimal(0), _read_vulgar_fraction(text[-1]))
    text = text.translate(_BLANKS)
    match = _match_groups(text, is_comma_decimal=is_comma_decimal) or _DECIMAL.fullmatch(text)
    return _make_decimal(match["whole"], match["part"]) if match else None


def read_fraction(numerator: int, denominator: int) -> Decimal | None:
    """Return a fraction as an exact decimal, or None where it has none, as a third has not."""
    try:
        return EXACT.divide(Decimal(numerator), Decimal(denominator))
    except (Inexact, ArithmeticError):
        return None


def make_plain(value: Decimal) -> Decimal:
    """Return the same value without needless zeros and without an exponent."""
    if value == 0:
        return Decimal(0)
    normal = value.normalize(EXACT)
    return EXACT.quantize(normal, Decimal(1)) if normal == normal.to_integral_value() else normal


def _match_groups(text: str, *, is_comma_decimal: bool) -> re.Match[str] | None:
    match = _GROUPED.fullmatch(text)
    if match is None:
        return _INDIAN.fullmatch(text)
    is_lone_mark = match["whole"].count(match["group"]) == 1 and match["part"] is None
    is_decimal = match["group"] == "." or (match["group"] == "," and is_comma_decimal)
    return None if is_lone_mark and is_decimal else match


def _make_decimal(whole: str, part: str | None) -> Decimal | None:
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits or 0}.{part or 0}") if digits or part else None


def _read_vulgar_fraction(mark: str) -> Decimal | None:
    fraction = Fraction(unicodedata.numeric(mark)).limit_denominator(10)
    return read_fraction(fraction.numerator, fraction.denominator)


def _add(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    return None if first is None or second is None else EXACT.add(first, second)
