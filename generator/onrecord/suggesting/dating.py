"""Dates in running text, as far as the text says them: `on 12 March`, `by the end of May 2025`, `в 2024 году`.

What a language has for it is a `Dating`. A month or a year alone is a date only behind a preposition.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Literal, NamedTuple

import regex

from onrecord.dates import Date

How = Literal["date", "after", "before", "through"]


@dataclass(frozen=True, kw_only=True)
class Dating:
    """What is known of dates and of what happens in one language; all patterns ignore case."""

    months: Mapping[str, int]
    """Every form of every month, in lower case, with its number."""
    has_capitals: bool
    """Whether months are written with a capital letter."""
    weekdays: str
    at: str
    """A pattern of prepositions before the time of what happens: `on`."""
    before: str
    """Of those before what it comes before: `by`."""
    through: str
    """Of those before the last time that it may be: `no later than`."""
    after: str
    up_to: str
    """What stands between two dates: `to`."""
    ordinal: str
    """What stands behind the number of a day: `th`."""
    year: str
    """What stands behind a year: `года`."""
    happened: str
    """Verbs of what has a day: `took place`."""
    planned: str
    lasting: str
    """Of those, verbs of what has no day of this year where no year is said: `born`."""
    doubted: str
    """Words with which nothing is said to happen: `would`, `not`."""
    parting: str
    """Words that part a date from the verb of another clause: `which`."""

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        """Compile a date with the preposition before it."""
        months = "|".join(sorted(self.months, key=len, reverse=True))
        year = rf"(?P<year>(?:19|20)\d\d)(?:\s*(?:{self.year}))?"
        words = (self.through, self.before, self.after, self.at)
        through, before, after, at = (each.replace(" ", r"\s+") for each in words)
        return regex.compile(
            rf"""(?<![\p{{L}}\p{{N}}\p{{Pd}}])
            (?:(?:(?P<through>{through})|(?P<before>{before})|(?P<after>{after})|(?P<at>{at}))\s+)?
            (?:(?:{self.weekdays}),?\s+)?
            (?: (?P<day>[0-3]?\d)(?:{self.ordinal})?\s+(?:of\s+)?(?P<month>{months})\b(?:,?\s+{year})?
              | (?P<month>{months})\.?\s+(?P<day>[0-3]?\d)(?:{self.ordinal})?\b(?:,?\s+{year})?
              | (?P<month>{months})\b(?:,?\s+{year})?
              | {year} )
            (?![\p{{L}}\p{{N}}]|\s?[\p{{Pd}}%]\s?\d|\s+(?:(?:{self.up_to})\s+(?:{months}|\d)|\d))""",
            regex.VERBOSE | regex.IGNORECASE,
        )

    @cached_property
    def hint(self) -> re.Pattern[str]:
        """Compile what every text with a date has somewhere, for a quick look."""
        starts = {month[:3].capitalize() for month in self.months}
        lower = set() if self.has_capitals else {start.lower() for start in starts}
        return re.compile("|".join((r"(?:19|20)\d\d", *sorted(starts | lower))))

    @cached_property
    def verbs(self) -> regex.Pattern[str]:
        """Compile the verbs of what happens."""
        return regex.compile(
            rf"(?<!\p{{L}})(?:(?P<planned>{self.planned})|(?P<happened>{self.happened}))(?!\p{{L}})", regex.IGNORECASE
        )

    @cached_property
    def doubts(self) -> regex.Pattern[str]:
        """Compile the words with which nothing is said to happen."""
        return regex.compile(rf"(?<!\p{{L}})(?:{self.doubted})(?!\p{{L}})|n['’]t(?!\p{{L}})", regex.IGNORECASE)

    @cached_property
    def lastings(self) -> regex.Pattern[str]:
        """Compile the verbs of what has no day of this year where no year is said."""
        return regex.compile(self.lasting, regex.IGNORECASE)

    @cached_property
    def clauses(self) -> regex.Pattern[str]:
        """Compile the words that begin a clause within another."""
        return regex.compile(rf"(?<!\p{{L}})(?:{self.parting})(?!\p{{L}})", regex.IGNORECASE)

    @cached_property
    def partings(self) -> regex.Pattern[str]:
        """Compile what parts a date from a verb."""
        return regex.compile(rf"[,;:()“”\"«»—–]|(?<!\p{{L}})(?:{self.parting})(?!\p{{L}})", regex.IGNORECASE)


_HOWS: Mapping[str, How] = {"through": "through", "before": "before", "after": "after", "at": "date"}
"""The groups of prepositions, and what a date behind one of them says."""


class Dated(NamedTuple):
    """A date in a sentence, with where it stands there, its preposition included."""

    start: int
    end: int
    how: How
    year: int | None
    month: int | None
    day: int | None

    def fix(self, today: Date | None, *, is_past: bool) -> Date | None:
        """Give the date with its year: that nearest to the day of the document where the text says none."""
        if self.year is not None:
            return _checked(self.year, self.month, self.day)
        if today is None:
            return None
        own = _checked(today.year, self.month, self.day)
        if own is not None and is_past and own.first_day > today.last_day:
            return _checked(today.year - 1, self.month, self.day)
        if own is not None and not is_past and own.last_day < today.first_day:
            return _checked(today.year + 1, self.month, self.day)
        return own


def find_dated(sentence: str, dating: Dating) -> Iterator[Dated]:
    """Find the dates of a sentence, in order."""
    for match in dating.pattern.finditer(sentence):
        day, month, year = match["day"], match["month"], match["year"]
        how = next((name for name in _HOWS if match[name]), "")
        if day is None and not how:
            continue
        yield Dated(
            start=match.start(),
            end=match.end(),
            how=_HOWS.get(how, "date"),
            year=int(year) if year else None,
            month=dating.months[month.casefold()] if month else None,
            day=int(day) if day else None,
        )


def following(date: Date) -> Date:
    """Give the day, month or year behind a date, as precise as it is."""
    behind = date.last_day + timedelta(days=1)
    return Date(year=behind.year, month=date.month and behind.month, day=date.day and behind.day)


def _checked(year: int, month: int | None, day: int | None) -> Date | None:
    """Give a date that is in the calendar."""
    found = Date(year=year, month=month, day=day)
    try:
        found.first_day  # noqa: B018  the calendar itself says whether there is such a day
    except ValueError:
        return None
    return found
