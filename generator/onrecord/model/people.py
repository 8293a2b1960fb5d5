"""Topics, and people and bodies with their dated offices."""

from dataclasses import dataclass

from onrecord.dates import Date
from onrecord.locations import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a passage can be about, as the codebook defines it."""

    id: str
    label: str
    definition: str
    parent: "Topic | None"
    terms: tuple[str, ...]
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office held, from its first to its last day; an open end is None."""

    title: str
    start: Date | None
    end: Date | None

    def holds_on(self, date: Date) -> bool:
        """Tell whether the office may have been held on that date."""
        has_begun = self.start is None or self.start.first_day <= date.last_day
        return has_begun and (self.end is None or date.first_day <= self.end.last_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A person or body."""

    id: str
    name: str
    kind: str
    """`person` or `body`."""
    side: str
    """The party spoken for, such as `Belarus`; empty where none is given."""
    roles: tuple[Role, ...]
    aliases: tuple[str, ...]
    spellings: tuple[str, ...]
    location: Location

    def role_on(self, date: Date) -> Role | None:
        """Find the office held on that date; the last in the file where there are several."""
        held = [role for role in self.roles if role.holds_on(date)]
        return held[-1] if held else None
