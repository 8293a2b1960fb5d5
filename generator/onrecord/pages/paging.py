"""Long lists cut into pages: static, linked, and at addresses that stay as more comes in.

A page that has more of something than fits shows the first of it: the strongest, or the newest. All of it is on pages
of its own, numbered from the oldest: what comes in is put at the end, so that a page that is full stays as it is, and
what links to it still lands.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.dates import Date
from onrecord.pages.calendar import range_words
from onrecord.pages.references import Reference
from onrecord.pages.wording import Wording

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of each a page may have before it is cut: what keeps a page of all of them under a megabyte."""

    cards: int = 60
    """Passages in full, of about six kilobytes each."""
    pairs: int = 40
    """Passages side by side."""
    rows: int = 300
    """Lines of a table or a list, of about one kilobyte each."""
    named: int = 20
    """First words of passages in one cell."""


USUAL = Limits()
UNCUT = Limits(cards=sys.maxsize, pairs=sys.maxsize, rows=sys.maxsize, named=sys.maxsize)
"""For print, which has pages anyway, and for files that stand alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[T]):
    """One page of a long list."""

    number: int
    """From 1."""
    items: tuple[T, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLink:
    """A link to a page of a long list."""

    number: int
    address: str
    words: str
    """From when to when: `May 2021 – June 2022`."""
    is_here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """The way to every page of a long list."""

    name: str
    """Of the list in its page: `quotes`."""
    title: str
    count: int
    """How many there are on all pages."""
    links: tuple[PartLink, ...]
    previous: PartLink | None = None
    next: PartLink | None = None
    facet: str = ""
    """What a search can choose all of them by: `topic`, `speaker`; empty where it cannot."""
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LongList(Generic[T]):
    """Everything of a list that may be too long for the page that it belongs to."""

    parent: Reference
    """The page that it belongs to."""
    name: str
    title: str
    """What it is a list of, in the reader's words."""
    kind: str
    """What its items are drawn as."""
    items: Sequence[T]
    """All of them, the oldest first where they are cut."""
    dates: Sequence[Date]
    """Of the items."""
    size: int
    """Items a page."""
    facet: str = ""
    value: str = ""

    @property
    def is_cut(self) -> bool:
        """Tell whether it is longer than a page."""
        return len(self.items) > self.size

    def address_of(self, number: int) -> str:
        """Give the address of a page."""
        return f"{self.parent.address}{self.name}/{number}/"

    def parts(self) -> Iterator[Part[T]]:
        """Cut it into pages; none where it is not longer than one."""
        for start in range(0, len(self.items) if self.is_cut else 0, self.size):
            yield Part(number=start // self.size + 1, items=tuple(self.items[start : start + self.size]))

    def newest(self) -> tuple[T, ...]:
        """Give what the page that it belongs to shows: all, or as many of the newest as fit beside the rest, newest first."""
        return tuple(self.items[: -self.size // 2 - 1 : -1]) if self.is_cut else tuple(self.items)

    def pager(self, say: Wording) -> Pager | None:
        """Give the way to every page, seen from the page that it belongs to; None where it is not cut."""
        return self.pager_at(0, say) if self.is_cut else None

    def pager_at(self, here: int, say: Wording) -> Pager:
        """Give the way to every page, seen from one of them; from none of them for 0."""
        links = tuple(self._link(part.number, say, here) for part in self.parts())
        return Pager(
            name=self.name,
            title=self.title,
            count=len(self.items),
            links=links,
            previous=links[here - 2] if here > 1 else None,
            next=links[here] if 0 < here < len(links) else None,
            facet=self.facet,
            value=self.value,
        )

    def _link(self, number: int, say: Wording, here: int) -> PartLink:
        dates = self.dates[(number - 1) * self.size : number * self.size]
        return PartLink(
            number=number,
            address=self.address_of(number),
            words=range_words((min(dates, key=_first), max(dates, key=_last)), say),
            is_here=number == here,
        )


def _first(date: Date) -> str:
    return date.first_day.isoformat()


def _last(date: Date) -> str:
    return date.last_day.isoformat()
