"""Read one end of a figure: sign, currency, number, scale and unit, in whichever order they are written."""

from dataclasses import dataclass, replace
from decimal import Decimal

from onrecord.figures.currencies import WITH_CENTS
from onrecord.figures.magnitudes import Magnitude, read_magnitude
from onrecord.figures.number_words import MONEY_SCALES, SCALES
from onrecord.figures.numerals import EXACT
from onrecord.figures.surroundings import FUNCTION_WORDS
from onrecord.figures.tokens import Tokens
from onrecord.figures.units import Unit, find_leading_currency, find_trailing_unit

NEGATIVE = frozenset({"minus", "negative", "минус", "-", "\u2212"})
POSITIVE = frozenset({"plus", "плюс", "+"})
CENTS = range(10, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One end of a figure; `number` is as written, `scale` and `unit` are None where none is written at this end."""

    number: Decimal
    scale: Decimal | None
    unit: Unit | None
    is_unit_first: bool
    is_in_words: bool
    before: int
    after: int

    @property
    def value(self) -> Decimal:
        """Return the number times its scale, exactly."""
        return EXACT.multiply(self.number, self.scale or Decimal(1))


def read_quantity(tokens: Tokens, at: int, *, is_money: bool = False) -> Quantity | None:
    """Read the quantity that starts at a token, or None; `is_money` says that a currency before it serves it too."""
    sign, place = _read_sign(tokens, at)
    lead = find_leading_currency(tokens, place)
    magnitude = read_magnitude(tokens, lead.after if lead else place, is_money=is_money or lead is not None)
    if magnitude is None or (lead and tokens[lead.after].is_after_break):
        return None
    quantity = Quantity(
        number=EXACT.multiply(magnitude.coefficient, Decimal(sign)),
        scale=magnitude.scale,
        unit=lead,
        is_unit_first=lead is not None,
        is_in_words=magnitude.is_in_words,
        before=at,
        after=magnitude.after,
    )
    return _carry_scale(_refine_unit(tokens, quantity) if lead else _add_unit(tokens, quantity, magnitude))


def _read_sign(tokens: Tokens, at: int) -> tuple[int, int]:
    token, following = tokens[at], tokens[at + 1]
    is_word = token.kind == "word"
    if token.key in NEGATIVE and (is_word or following.is_glued):
        return -1, at + 1
    return 1, at + (token.key in POSITIVE and (is_word or following.is_glued))


def _add_unit(tokens: Tokens, quantity: Quantity, magnitude: Magnitude) -> Quantity:
    unit = _find_unit_after_money_letter(tokens, quantity) or find_trailing_unit(tokens, quantity.after)
    if unit is None:
        return quantity
    quantity = replace(quantity, unit=unit, after=unit.after)
    scaled = SCALES.get(tokens[unit.after].key) if unit.is_code and magnitude.scale is None else None
    if scaled is not None:
        return replace(quantity, scale=scaled, after=unit.after + 1)
    return _add_cents(tokens, quantity) if unit.name in WITH_CENTS else quantity


def _find_unit_after_money_letter(tokens: Tokens, quantity: Quantity) -> Unit | None:
    """Find the unit of `3m euros` and `5b USD`, where a scale letter stands between."""
    letter = tokens[quantity.after]
    if quantity.scale is not None or letter.key not in MONEY_SCALES or not letter.is_glued:
        return None
    unit = find_trailing_unit(tokens, quantity.after + 1)
    return replace(unit, scale_letter=letter.key) if unit and unit.is_money else None


def _refine_unit(tokens: Tokens, quantity: Quantity) -> Quantity:
    """Take in a second mention of the currency, as in `$5 million Canadian dollars`."""
    again = find_trailing_unit(tokens, quantity.after)
    unit = quantity.unit
    if again is None or unit is None or tokens[again.after].kind == "number":
        return quantity
    is_same = again.name == unit.name or (again.name in unit.other_names and again.is_money)
    return replace(quantity, unit=again, after=again.after) if is_same else quantity


def _add_cents(tokens: Tokens, quantity: Quantity) -> Quantity:
    """Take in the cents of `13 dollars 45`, and of `3 dollars and 50 cents`."""
    has_and = tokens[quantity.after].key in {"and", "и"}
    part = read_magnitude(tokens, quantity.after + has_and)
    if part is None or part.scale is not None or part.coefficient not in CENTS or tokens[quantity.after].is_glued:
        return quantity
    coin = find_trailing_unit(tokens, part.after)
    is_coin = coin is not None and coin.name in {"cents", "kopecks", "pence"}
    is_last = tokens[part.after].kind != "word" or tokens[part.after].key in FUNCTION_WORDS | {"more"}
    is_spoken = coin is None and not has_and and quantity.scale is None and is_last
    if not (is_coin or is_spoken) or quantity.number != quantity.number.to_integral_value():
        return quantity
    number = EXACT.add(quantity.value, EXACT.multiply(part.coefficient, Decimal("0.01")))
    scale = Decimal(1) if quantity.scale else None
    return replace(quantity, number=number, scale=scale, after=coin.after if is_coin and coin else part.after)


def _carry_scale(quantity: Quantity) -> Quantity:
    unit = quantity.unit
    if unit is None or not unit.scale_letter or quantity.scale is not None:
        return quantity
    return replace(quantity, scale=MONEY_SCALES[unit.scale_letter])
