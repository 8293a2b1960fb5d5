"""Join two quantities to a range, sharing the one sign, scale and unit that serve both of its ends.

The scale after the second end serves the first only where the first has none and stays the smaller number that way:
`205-210 million` is a range of millions, `500 to 1 billion` is not one of billions.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from onrecord.figures.quantities import Quantity, read_quantity
from onrecord.figures.surroundings import CENTURIES
from onrecord.figures.tokens import Tokens, is_hyphen_between

THOUSAND = Decimal(1000)
OPENERS: Final = {
    **dict.fromkeys(("between", "между"), frozenset({"and", "to", "и", "-"})),
    **dict.fromkeys(("from", "от", "с", "со"), frozenset({"to", "through", "до"})),
}
CONNECTORS: Final = frozenset({"to", "through", "or", "до", "или", "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Two ends in the order written, each with the scale and unit that serve it."""

    first: Quantity
    second: Quantity
    opener: str
    connector: str
    has_own_unit_first: bool
    before: int
    after: int

    @property
    def is_rising(self) -> bool:
        """Tell whether the second end lies further from zero, as that of a range does: `3 to 5`, `-3 to -5`."""
        first, second = self.first.value, self.second.value
        return first < second if second >= 0 else second < first < 0


def read_range(tokens: Tokens, at: int) -> Range | None:
    """Read the range that starts at a token; its ends may still fall, which only a change from one to the other does."""
    opener = tokens[at].key if tokens[at].key in OPENERS else ""
    first = read_quantity(tokens, at + 1 if opener else at)
    if first is None:
        return None
    connector, place = _find_connector(tokens, first.after, opener)
    is_money = first.unit is not None and first.unit.is_money
    second = read_quantity(tokens, place, is_money=is_money) if connector else None
    if second is None or _is_dash_of_sentence(tokens, first, second, connector) or _is_range_next(tokens, second):
        return None
    ends = _share(first, second)
    if ends is None or _is_year_and_sum(*ends) or (connector == "-" and _is_scale_of_one(*ends)):
        return None
    return Range(
        first=ends[0],
        second=ends[1],
        opener=opener,
        connector=connector,
        has_own_unit_first=first.unit is not None,
        before=at,
        after=second.after,
    )


def _find_connector(tokens: Tokens, at: int, opener: str) -> tuple[str, int]:
    allowed = OPENERS.get(opener, CONNECTORS)
    if tokens[at].is_after_break:
        return "", at
    if is_hyphen_between(tokens, at) and tokens[at + 1].key == "to" and is_hyphen_between(tokens, at + 2):
        return "to", at + 3
    word = "-" if tokens[at].kind == "dash" or tokens[at].text == "~" else tokens[at].key
    return (word, at + 1) if word in allowed else ("", at)


def _is_dash_of_sentence(tokens: Tokens, first: Quantity, second: Quantity, connector: str) -> bool:
    """Tell whether a dash with blanks parts two statements: each end of a range then shares nothing with the other."""
    has_blank = not tokens[first.after].is_glued or not tokens[first.after + 1].is_glued
    is_complete = first.unit is not None and not first.is_unit_first and second.unit is None
    return connector == "-" and has_blank and is_complete


def _is_range_next(tokens: Tokens, second: Quantity) -> bool:
    """Tell whether the second end begins a range of its own: `from 70 percent to 55-60 percent`."""
    token = tokens[second.after]
    return token.kind == "dash" and token.is_glued and tokens[second.after + 1].kind in {"number", "sign"}


def _is_scale_of_one(first: Quantity, second: Quantity) -> bool:
    """Tell whether a dash joins two numbers that cannot have one scale: `210-205 million`."""
    return first.scale is None and second.scale is not None and first.number < THOUSAND


def _is_year_and_sum(first: Quantity, second: Quantity) -> bool:
    """Tell whether a year runs into a sum: `from 2.2 trillion in 1998 to 58.7 trillion`."""
    is_bare = first.scale is None and not first.is_unit_first and not first.is_in_words
    return is_bare and first.number in CENTURIES and second.scale is not None


def _share(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity] | None:
    if first.unit and second.unit and first.unit.name != second.unit.name:
        if second.unit.name not in first.unit.other_names or not first.is_unit_first:
            return None
        first = replace(first, unit=second.unit)
    unit = first.unit or second.unit
    return _share_scale(replace(first, unit=unit), replace(second, unit=unit))


def _share_scale(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity]:
    if first.scale is None and second.scale is not None and second.scale > 1:
        shared = replace(first, scale=second.scale)
        return (shared, second) if shared.value < second.value else (first, second)
    if second.scale is None and first.scale is not None and second.number < THOUSAND:
        shared = replace(second, scale=first.scale)
        return (first, shared) if first.value < shared.value else (first, second)
    return first, second


def share_scale_of_fall(found: Range) -> Range:
    """Give the first end of a fall the scale of the second: `fell from $30 to $20 billion`."""
    is_bare = found.first.scale is None and found.second.scale is not None and found.first.number < THOUSAND
    return replace(found, first=replace(found.first, scale=found.second.scale)) if is_bare else found
