"""Calendar dates as far as they are known: a year, a month or a day (ISO 8601-1:2019, 5.2.2).

A date of reduced precision stands for all of its days, so it is compared by its first or its last day,
never by an invented one.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A year, a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> date:
        """Give the earliest day that this may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """Give the latest day that this may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """Write the date in ISO form, as precise as it is known."""
        if self.month is None:
            return f"{self.year:04}"
        month = f"{self.year:04}-{self.month:02}"
        return month if self.day is None else f"{month}-{self.day:02}"


def parse_date(text: str) -> Date | None:
    """Read `2022`, `2022-06` or `2022-06-09`; None where the text is no such date or no day of the calendar."""
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    found = Date(year=year or 0, month=month, day=day)
    try:
        found.first_day  # noqa: B018  the calendar itself says whether there is such a day
    except ValueError:
        return None
    return found
