"""Dates in words, as precise as they are known and no more."""

from collections.abc import Iterable
from functools import lru_cache

from onrecord.dates import Date
from onrecord.pages.wording import Wording


@lru_cache(maxsize=1 << 12)  # the date of a source stands with each of its passages, wherever these stand
def date_words(date: Date, say: Wording) -> str:
    """Write a date out by itself: `9 June 2022`, `June 2022` or `2022`."""
    if date.month is not None and date.day is None:
        return say.MONTH_AND_YEAR.format(month=say.language.month(date.month), year=date.year)
    return phrase_words(date, say)


def phrase_words(date: Date, say: Wording) -> str:
    """Write a date out behind a preposition, where some languages name the month in another case."""
    if date.month is None:
        return say.YEAR.format(year=date.year)
    month = say.language.month_in_phrase(date.month)
    if date.day is None:
        return say.MONTH_AND_YEAR.format(month=month, year=date.year)
    return say.DAY_MONTH_AND_YEAR.format(day=date.day, month=month, year=date.year)


def known_date_words(date: Date | None, say: Wording) -> str:
    """Write a date out; nothing where there is none."""
    return "" if date is None else date_words(date, say)


def period_words(start: Date | None, end: Date | None, say: Wording) -> str:
    """Write out a stretch of time whose ends may be open; nothing where both are."""
    if start is not None and end is not None:
        return range_words((start, end), say)
    if start is not None:
        return say.SINCE.format(date=phrase_words(start, say))
    return "" if end is None else say.UNTIL.format(date=phrase_words(end, say))


def range_words(dates: Iterable[Date], say: Wording) -> str:
    """Write out the first and the last of some dates, once where they are the same; nothing for none."""
    ordered = sorted(dates, key=date_order)
    if not ordered:
        return ""
    first, last = date_words(ordered[0], say), date_words(ordered[-1], say)
    return first if first == last else f"{first} – {last}"


@lru_cache(maxsize=1 << 14)
def date_order(date: Date) -> tuple[str, str]:
    """Give what dates are sorted by: their first day, then their last."""
    if date.day is not None:
        day = str(date)
        return day, day
    return date.first_day.isoformat(), date.last_day.isoformat()
