"""Linear scales: from exact values to positions and back, with ticks at round numbers."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import count, takewhile

NEAR = Fraction(1, 5)
"""Values that lie within this part of the largest are looked at closely, without zero."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A stretch of values laid over a stretch of the sheet."""

    low: Fraction
    high: Fraction
    left: float
    right: float
    step: Fraction

    @property
    def has_zero(self) -> bool:
        """Tell whether zero is on the scale."""
        return self.low <= 0 <= self.high

    @property
    def ticks(self) -> tuple[Fraction, ...]:
        """List the round values, both ends included."""
        return tuple(takewhile(lambda value: value <= self.high, (self.low + self.step * each for each in count())))

    def place(self, value: Fraction) -> Fraction:
        """Give the exact position of a value."""
        room = Fraction(self.right) - Fraction(self.left)
        return Fraction(self.left) + (value - self.low) / (self.high - self.low) * room

    def value_at(self, x: float) -> Fraction:
        """Give the value at a position."""
        room = Fraction(self.right) - Fraction(self.left)
        return self.low + (Fraction(x) - Fraction(self.left)) / room * (self.high - self.low)


def fit_scale(values: tuple[Fraction, ...], left: float, right: float, most_steps: int = 4) -> Scale:
    """Fit a scale of round steps to some values, at least one: with zero, but where they all lie close together."""
    low, high = min(values), max(values)
    is_near = low != high and high - low < NEAR * max(abs(low), abs(high))
    if not is_near:
        low, high = min(low, Fraction(0)), max(high, Fraction(0))
    if low == high:
        high = low + 1
    step = _round_step((high - low) / most_steps)
    while -(-high // step) - low // step > most_steps:
        step = _round_step(step * Fraction(101, 100))
    return Scale(low=low // step * step, high=-(-high // step) * step, left=left, right=right, step=step)


def _round_step(least: Fraction) -> Fraction:
    """Give the smallest of 1, 2 and 5 times a power of ten that is no smaller."""
    power = Fraction(1)
    while power > least:
        power /= 10
    while power * 10 <= least:
        power *= 10
    return next(power * each for each in (1, 2, 5, 10) if power * each >= least)
