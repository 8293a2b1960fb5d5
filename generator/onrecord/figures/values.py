"""Read the value of a figure as an author types it, which is never about and never a range."""

from decimal import Decimal
from typing import Final

import regex

from onrecord.figures.magnitudes import read_magnitude
from onrecord.figures.numerals import EXACT, LONGEST_NUMERAL, make_plain, read_numeral
from onrecord.figures.tokens import find_tokens

LARGEST_POWER: Final = 30
_SIGNED = regex.compile(r"(?P<sign>[-+\u2212]?)\s*+(?P<body>.++)", regex.DOTALL)
_POWER = regex.compile(r"(?P<number>[\d.]++)[eE](?P<power>[-+]?+\d{1,2}+)", regex.ASCII)
_UNDERSCORED = regex.compile(r"\d++(?:_\d++)++(?:\.\d++)?+", regex.ASCII)


def parse_value(text: str) -> Decimal | None:
    """Return the exact value of a number as an author types it; None for what is no number, or more than 60 characters.

    Digits may be grouped by `_`, blanks, commas or apostrophes; a power of ten may follow (`1.5e9`), or a scale word
    (`1.5 billion`). A unit makes it None: the unit has its own place.
    """
    match = _SIGNED.fullmatch(text.strip()) if len(text) <= LONGEST_NUMERAL else None
    if match is None:
        return None
    value = _read_unsigned(match["body"])
    return None if value is None else make_plain(value.copy_negate() if match["sign"] in {"-", "\u2212"} else value)


def _read_unsigned(body: str) -> Decimal | None:
    if _UNDERSCORED.fullmatch(body):
        body = body.replace("_", "")
    power = _POWER.fullmatch(body)
    if power:
        return _read_power(power["number"], int(power["power"]))
    tokens = find_tokens(body)
    magnitude = read_magnitude(tokens, 0)
    return magnitude.value if magnitude and magnitude.after == len(tokens) else None


def _read_power(number: str, power: int) -> Decimal | None:
    coefficient = read_numeral(number)
    return None if coefficient is None or abs(power) > LARGEST_POWER else EXACT.scaleb(coefficient, power)
