"""The words before and after a number that make it approximate or a bound: `about`, `more than`, `or less`, `свыше`."""

from dataclasses import dataclass
from typing import Final, Literal

from onrecord.figures.tokens import Tokens, find_phrase

Bound = Literal["at least", "at most"]

MOST_QUALIFIERS = 3
NEVERTHELESS = ("тем", "не менее")

_ABOUT = """
about | around | approximately | approx | roughly | nearly | almost | some | circa | ca | close to | in the region of
an estimated | estimated | somewhere | anywhere | in the neighborhood of | in the neighbourhood of | on the order of
in the order of | in the range of | virtually | practically | ~ | ≈ | just about
около | примерно | приблизительно | почти | порядка | где-то | приблизительно | ориентировочно | в районе | каля | прыкладна
"""
_AT_LEAST = """
over | more than | at least | no less than | not less than | no fewer than | not fewer than | above | exceeding
in excess of | upwards of | upward of | well over | just over | slightly over | slightly more than | a little over
a little more than | far more than | greater than | higher than | a minimum of | minimum | > | >= | ≥
свыше | более | более чем | больше | больше чем | не менее | не меньше | как минимум | минимум | выше | чуть более
немногим более | чуть больше | больш за
"""
_AT_MOST = """
up to | less than | no more than | not more than | at most | fewer than | under | below | just under | as much as
as many as | a maximum of | maximum | slightly less than | slightly under | a little less than | lower than
smaller than | < | <= | ≤
до | не более | не больше | менее | менее чем | меньше | ниже | как максимум | максимум | чуть менее
"""
_AFTER_AT_LEAST = "+ | plus | or more | and more | or over | and over | or greater | or higher | and above | or above"
_AFTER_AT_LEAST_RUSSIAN = "и более | или более | и больше | и выше | с лишним | с небольшим"
_AFTER_AT_MOST = "or less | or fewer | or under | or lower | and below | or below | at most | at the most | и менее"
_AFTER_ABOUT = "or so | or thereabouts | approximately | примерно"


def _split(words: str) -> list[str]:
    return [phrase.strip() for line in words.strip().splitlines() for phrase in line.split("|")]


BEFORE: Final[dict[str, Bound | None]] = {
    **dict.fromkeys(_split(_ABOUT), None),
    **dict.fromkeys(_split(_AT_LEAST), "at least"),
    **dict.fromkeys(_split(_AT_MOST), "at most"),
}
AFTER: Final[dict[str, Bound | None]] = {
    **dict.fromkeys(_split(_AFTER_ABOUT), None),
    **dict.fromkeys([*_split(_AFTER_AT_LEAST), *_split(_AFTER_AT_LEAST_RUSSIAN)], "at least"),
    **dict.fromkeys(_split(_AFTER_AT_MOST), "at most"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """What the words around a number say of it, and the place after them."""

    is_approximate: bool = False
    bound: Bound | None = None
    after: int


def find_qualifiers_before(tokens: Tokens, at: int) -> Qualification:
    """Find the qualifiers that start at a token, none included."""
    found = Qualification(after=at)
    for _ in range(MOST_QUALIFIERS):
        phrase = find_phrase(tokens, found.after, BEFORE)
        previous = tokens[found.after - 1].key
        if phrase is None or previous == "не" or (previous, phrase[0]) == NEVERTHELESS:
            break
        found = Qualification(is_approximate=True, bound=phrase[1] or found.bound, after=phrase[2])
    return found


def find_qualifiers_after(tokens: Tokens, at: int) -> Qualification:
    """Find the qualifier that follows a number, none included."""
    phrase = None if tokens[at].is_after_break else find_phrase(tokens, at, AFTER)
    if phrase is None or (phrase[0] == "+" and not tokens[at].is_glued):
        return Qualification(after=at)
    return Qualification(is_approximate=True, bound=phrase[1], after=phrase[2])
