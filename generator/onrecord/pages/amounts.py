"""Numbers in words: exact, grouped, a range with an en dash, an approximation with its sign."""

from decimal import Decimal

from onrecord.model import Figure

_APPROXIMATELY = "≈\N{NO-BREAK SPACE}"
_TO = "\N{EN DASH}"


def amount_words(figure: Figure) -> str:
    """Write out the value of a figure; nothing where its words could not be read."""
    bounds = tuple(number_words(bound) for bound in (figure.low, figure.high) if bound is not None)
    if not bounds:
        return ""
    return (_APPROXIMATELY if figure.is_approximate else "") + _TO.join(dict.fromkeys(bounds))


def number_words(number: Decimal) -> str:
    """Write a number out in full with its thousands grouped; no digit is rounded away."""
    return f"{number:,f}"
