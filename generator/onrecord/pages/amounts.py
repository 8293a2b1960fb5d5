"""Numbers in words: exact, grouped, a range with an en dash, an approximation with its sign, an open end as such."""

from onrecord.figures import Bound, read_figure
from onrecord.model import Figure
from onrecord.pages.wording import Wording

_APPROXIMATELY = "≈\N{NO-BREAK SPACE}"
_TO = "\N{EN DASH}"


def amount_words(figure: Figure, say: Wording) -> str:
    """Write out the value of a figure; nothing where its words could not be read."""
    bounds = tuple(say.language.number(bound) for bound in (figure.low, figure.high) if bound is not None)
    if not bounds:
        return ""
    amount = _TO.join(dict.fromkeys(bounds))
    bound = bound_of(figure)
    if bound is not None:
        return (say.AT_LEAST if bound == "at least" else say.AT_MOST).format(amount=amount)
    return (_APPROXIMATELY if figure.is_approximate else "") + amount


def bound_of(figure: Figure) -> Bound | None:
    """Tell which end the words of a figure leave open: `more than` states at least, `up to` at most."""
    reading = read_figure(figure.words)
    return reading.bound if reading else None


def unit_words(unit: str, say: Wording) -> str:
    """Name a unit; one that is in no list is the author's own word."""
    if not unit:
        return say.NO_UNIT
    counted, per, by = unit.rpartition(" per ")
    if unit in say.UNITS or not per:
        return say.UNITS.get(unit, unit)
    return say.UNIT_RATE.format(unit=say.UNITS.get(counted, counted), by=say.RATES.get(by, by))
