"""Read the words of a period: what kind of stretch they name, so that only like is compared with like.

`2021` and `in 2022` are both a year, `first quarter of 2022` and `Q3 2023` both a quarter. January to April of one year
is comparable with January to April of another, and not with January to June. What cannot be read is its own kind.
"""

from dataclasses import dataclass
from typing import Final

import regex

from onrecord.dates import Date, parse_date

MONTHS: Final = (
    "january jan январ", "february feb феврал", "march mar март", "april apr апрел", "may май мая мае", "june jun июн",
    "july jul июл", "august aug август", "september sept sep сентябр", "october oct октябр", "november nov ноябр",
    "december dec декабр",
)  # fmt: skip
"""The beginnings of their names, the longest first."""
_ORDINALS: Final = {
    "first": 1, "1st": 1, "i": 1, "первый": 1, "первое": 1, "первом": 1, "второй": 2, "второе": 2, "втором": 2, "second": 2, "2nd": 2, "ii": 2,
    "third": 3, "3rd": 3, "iii": 3, "третий": 3, "третьем": 3, "fourth": 4, "4th": 4, "iv": 4, "четвертый": 4, "четвертом": 4,
}  # fmt: skip

_STARTS = {start: number for number, starts in enumerate(MONTHS, start=1) for start in starts.split()}
_MONTH = rf"(?:{'|'.join(sorted(_STARTS, key=len, reverse=True))})\p{{Cyrillic}}*+\.?"
_YEAR = r"(?P<year>[1-9][0-9]{3})(?: (?:г\.?|год|году|года))?"
_TO = r" ?(?:to|until|through|до|по|[-\N{EN DASH}\N{EM DASH}]) ?"
_BEFORE = r"(?:(?:in|during|for|of|the year|в|за) )?(?:the )?"

_WHOLE_YEAR = regex.compile(_BEFORE + _YEAR)
_YEARS = regex.compile(rf"{_BEFORE}(?:from )?(?P<first>[1-9][0-9]{{3}}){_TO}(?P<last>[1-9][0-9]{{3}})(?: гг?\.?)?")
_ONE_MONTH = regex.compile(rf"{_BEFORE}(?P<first>{_MONTH}) {_YEAR}")
_SOME_MONTHS = regex.compile(rf"{_BEFORE}(?:from )?(?P<first>{_MONTH}){_TO}(?P<last>{_MONTH}) {_YEAR}")
_NUMBER = rf"(?P<number>[1-4]|{'|'.join(_ORDINALS)})"
_PART = regex.compile(
    rf"{_BEFORE}(?:(?P<letter>[qh]) ?(?P<digit>[1-4])|{_NUMBER} (?P<name>quarter|half|квартале?|полугоди[ие]))(?: of)? {_YEAR}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What kind of stretch some words name, and when it begins."""

    kind: str
    """`day`, `month`, `quarter`, `half`, `year`; `months 1-4` from January to April, `years 5` for five of them; else
    the words themselves."""
    start: Date | None


def read_period(words: str) -> Period:
    """Read the words of a period, in English or Russian."""
    plain = " ".join(words.split()).casefold().replace("ё", "е").rstrip(".")
    return _read_date(plain) or _read_years(plain) or _read_months(plain) or _read_part(plain) or _as_it_stands(plain)


def _read_date(plain: str) -> Period | None:
    date = parse_date(plain)
    if date is None:
        year = _WHOLE_YEAR.fullmatch(plain)
        date = Date(year=int(year["year"])) if year else None
    if date is None:
        return None
    return Period(kind="year" if date.month is None else "month" if date.day is None else "day", start=date)


def _read_years(plain: str) -> Period | None:
    match = _YEARS.fullmatch(plain)
    if match is None or int(match["first"]) >= int(match["last"]):
        return None
    number = int(match["last"]) - int(match["first"]) + 1
    return Period(kind=f"years {number}", start=Date(year=int(match["first"])))


def _read_months(plain: str) -> Period | None:
    one = _ONE_MONTH.fullmatch(plain)
    if one:
        return Period(kind="month", start=Date(year=int(one["year"]), month=_month(one["first"])))
    some = _SOME_MONTHS.fullmatch(plain)
    if some is None:
        return None
    first, last = _month(some["first"]), _month(some["last"])
    if first >= last:
        return None
    return Period(kind=f"months {first}-{last}", start=Date(year=int(some["year"]), month=first))


def _read_part(plain: str) -> Period | None:
    match = _PART.fullmatch(plain)
    if match is None:
        return None
    is_quarter = match["letter"] == "q" or (match["name"] or "").startswith(("q", "кварт"))
    number = int(match["digit"] or 0) or _ORDINALS.get(match["number"]) or int(match["number"])
    length = 3 if is_quarter else 6
    if number * length > 12:  # noqa: PLR2004  the months of a year
        return None
    start = Date(year=int(match["year"]), month=(number - 1) * length + 1)
    return Period(kind="quarter" if is_quarter else "half", start=start)


def _as_it_stands(plain: str) -> Period:
    return Period(kind=plain, start=None)


def _month(name: str) -> int:
    return next(_STARTS[start] for start in sorted(_STARTS, key=len, reverse=True) if name.startswith(start))
