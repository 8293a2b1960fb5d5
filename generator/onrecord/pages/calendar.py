"""Dates in words, as precise as they are known and no more."""

from collections.abc import Iterable

from onrecord.dates import Date
from onrecord.pages import wording as say


def date_words(date: Date) -> str:
    """Write a date out: `9 June 2022`, `June 2022` or `2022`."""
    if date.month is None:
        return str(date.year)
    month = f"{say.MONTHS[date.month - 1]} {date.year}"
    return month if date.day is None else f"{date.day} {month}"


def known_date_words(date: Date | None) -> str:
    """Write a date out; nothing where there is none."""
    return "" if date is None else date_words(date)


def period_words(start: Date | None, end: Date | None) -> str:
    """Write out a stretch of time whose ends may be open; nothing where both are."""
    if start is not None and end is not None:
        return range_words((start, end))
    if start is not None:
        return say.SINCE.format(date=date_words(start))
    return "" if end is None else say.UNTIL.format(date=date_words(end))


def range_words(dates: Iterable[Date]) -> str:
    """Write out the first and the last of some dates, once where they are the same; nothing for none."""
    ordered = sorted(dates, key=date_order)
    if not ordered:
        return ""
    first, last = date_words(ordered[0]), date_words(ordered[-1])
    return first if first == last else f"{first} – {last}"


def date_order(date: Date) -> tuple[str, str]:
    """Give what dates are sorted by: their first day, then their last."""
    return date.first_day.isoformat(), date.last_day.isoformat()
