"""How far the work of this process has come, for whoever shows it.

Work is counted in steps of about the same length, whatever they are. Nothing is told unless somebody listens, and to
tell takes no time then. What shares the memory of two numbers with this process may listen from another one.
"""

from collections.abc import Callable
from typing import Any, Protocol


class Count(Protocol):
    """Two numbers: how many steps are done, and how many there are as far as is known."""

    def __getitem__(self, place: int, /) -> float:
        """Give one of them."""

    def __setitem__(self, place: int, number: float, /) -> None:
        """Set one of them."""


DONE, WHOLE = 0, 1
"""Their places."""

_count: list[Count] = []


class Told(list[float]):
    """Two numbers that tell whenever one of them is set: how many of how many steps are done."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        """Begin with nothing to do."""
        super().__init__((0, 0))
        self._tell = tell

    def __setitem__(self, place: Any, number: Any) -> None:  # noqa: ANN401  as a list takes them
        """Set one of them, and tell both."""
        super().__setitem__(place, number)
        self._tell(int(self[DONE]), int(self[WHOLE]))


def listen(count: Count | None) -> None:
    """Count what this process does from now on; None counts no more."""
    _count[:] = [] if count is None else [count]


def expect(steps: int) -> None:
    """Say that there are more steps to do."""
    for each in _count:
        each[WHOLE] += steps


def advance(steps: int = 1) -> None:
    """Say that more of them are done."""
    for each in _count:
        each[DONE] += steps
