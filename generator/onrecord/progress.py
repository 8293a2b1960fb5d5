"""How far the work of this process has come, for whoever shows it.

Work is counted in steps of about the same length, whatever they are. Nothing is told unless somebody listens, and to
tell takes no time then. What shares the memory of two numbers with this process may listen from another one.
"""

from typing import Protocol


class Count(Protocol):
    """Two numbers: how many steps are done, and how many there are as far as is known."""

    def __getitem__(self, place: int, /) -> float:
        """Give one of them."""

    def __setitem__(self, place: int, number: float, /) -> None:
        """Set one of them."""


DONE, WHOLE = 0, 1
"""Their places."""

_count: list[Count] = []


def listen(count: Count) -> None:
    """Count what this process does from now on."""
    _count[:] = [count]


def expect(steps: int) -> None:
    """Say that there are more steps to do."""
    for each in _count:
        each[WHOLE] += steps


def advance(steps: int = 1) -> None:
    """Say that more of them are done."""
    for each in _count:
        each[DONE] += steps
