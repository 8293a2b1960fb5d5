"""Dates put into days, months or years, whichever shows the most and can still be read.

A date that is known less exactly than the bins stays outside them: it is given no day that nobody stated.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.dates import Date

Unit = Literal["day", "month", "year"]

MOST_BINS: dict[Unit, int] = {"day": 31, "month": 24, "year": 24}
_YEARS = (1, 5, 10, 25, 50, 100, 250, 500, 1000)
"""Steps of years; the last makes at most ten bins of all years that a date can name."""
_FEWEST = 2
"""Fewer dates than this show no order in time."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Bin:
    """A stretch of whole days, months or years, both ends included."""

    first: int
    """Counts the units: days by their ordinal, months from the year 0, years by themselves."""
    last: int
    unit: Unit

    @property
    def start(self) -> Date:
        """Give the first day, month or year."""
        return _date(self.first, self.unit)

    @property
    def end(self) -> Date:
        """Give the last day, month or year; it may be the first one."""
        return _date(self.last, self.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bins:
    """Bins that follow one another without a gap, empty ones among them, and the dates that none of them can hold."""

    unit: Unit
    step: int
    bins: tuple[Bin, ...]
    loose: tuple[Date, ...]
    """Each once, in order of time."""

    def bin_of(self, when: Date) -> Bin | None:
        """Find the bin of a date; None for what is known less exactly."""
        place = _count(when, self.unit)
        return None if place is None else self.bins[(place - self.bins[0].first) // self.step]


def bin_dates(dates: Iterable[Date]) -> Bins | None:
    """Put dates into the finest bins that are few enough; None where the dates do not differ so far as they are known.

    Bins that half of the dates or more cannot be told to lie in are too fine.
    """
    known = tuple(dates)
    return next((bins for unit, step in _steps() if (bins := _bins(known, unit, step)) is not None), None)


def _steps() -> Iterator[tuple[Unit, int]]:
    yield "day", 1
    yield "month", 1
    yield from (("year", step) for step in _YEARS)


def _bins(dates: Sequence[Date], unit: Unit, step: int) -> Bins | None:
    places = [place // step for each in dates if (place := _count(each, unit)) is not None]
    if len(places) * 2 <= len(dates) or len(set(places)) < _FEWEST:
        return None
    if max(places) - min(places) >= MOST_BINS[unit]:
        return None
    loose = {str(each): each for each in dates if _count(each, unit) is None}
    return Bins(
        unit=unit,
        step=step,
        bins=tuple(
            Bin(first=place * step, last=place * step + step - 1, unit=unit)
            for place in range(min(places), max(places) + 1)
        ),
        loose=tuple(loose[each] for each in sorted(loose)),
    )


def _count(when: Date, unit: Unit) -> int | None:
    if unit == "year":
        return when.year
    if when.month is None:
        return None
    if unit == "month":
        return when.year * 12 + when.month - 1
    return None if when.day is None else when.first_day.toordinal()


def _date(place: int, unit: Unit) -> Date:
    if unit == "year":
        return Date(year=max(place, 1))  # ISO 8601 has a year 0, and no calendar here does
    if unit == "month":
        return Date(year=place // 12, month=place % 12 + 1)
    day = date.fromordinal(place)
    return Date(year=day.year, month=day.month, day=day.day)
