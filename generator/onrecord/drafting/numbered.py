"""A problem with the number that tells it from the others of its draft."""

from dataclasses import dataclass

from onrecord.problems import Problem


@dataclass(frozen=True, slots=True)
class Numbered:
    """A problem and its number."""

    number: int
    """From 1, in the order of the report."""
    problem: Problem

    @property
    def id(self) -> str:
        """Give the id of the element that tells it; a colon is in no key."""
        return f"problem:{self.number}"
