"""Files that hold the whole dossier: what each source adds to them, and what stands around that.

A source adds the same whatever else there is; so what it added last time can be put in again, and nobody has to have
such a file in memory as a whole.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

Added = Mapping[str, str]
"""What a source adds, by the name of the gap; nothing where it has nothing to add."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A place in a file for what the sources add."""

    name: str
    start: str = ""
    between: str = ""
    end: str = ""
    """What stands before the first, between two, and behind the last."""
    empty: str = ""
    """What stands there where none adds anything."""


Frame = tuple[str | Gap, ...]
"""A file, in order."""


def list_gap(name: str, margin: str) -> Gap:
    """Give the gap of a list in JSON, its items on lines of their own with this margin."""
    inner = f"\n{margin} "
    return Gap(name=name, start=f"[{inner}", between=f",{inner}", end=f"\n{margin}]", empty="[]")


def fill_frame(frame: Frame, added: Callable[[str], Iterable[T]]) -> Iterator[str | T]:
    """Write a file, piece by piece: `added` gives what there is for a gap, in order, and it comes out as it is."""
    for part in frame:
        if isinstance(part, str):
            yield part
        else:
            yield from _fill_gap(part, added(part.name))


def _fill_gap(gap: Gap, added: Iterable[T]) -> Iterator[str | T]:
    is_empty = True
    for each in added:
        yield gap.start if is_empty else gap.between
        yield each
        is_empty = False
    yield gap.empty if is_empty else gap.end


def write_whole(frame: Frame, added: Iterable[Added]) -> str:
    """Write a file into memory."""
    every = tuple(added)
    return "".join(fill_frame(frame, lambda name: (each[name] for each in every if name in each)))
