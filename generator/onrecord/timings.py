"""Where the time of a run went: stages by name, nested as they ran, with the clock and the processor of this process.

Nothing is measured unless somebody records: `timed` costs one look-up then. What other processes do for a stage is
in its seconds by the clock, and not in those of the processor.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field


@dataclass(slots=True)
class Stage:
    """One stage of a run, and the stages within it in the order in which they first began."""

    name: str
    seconds: float = 0.0
    """By the clock, all its turns together."""
    processor: float = 0.0
    """Seconds of the processor, user and system, of this process alone."""
    turns: int = 0
    """How often it ran."""
    within: "dict[str, Stage]" = field(default_factory=dict)


_CURRENT: ContextVar[Stage | None] = ContextVar("stage", default=None)


@contextmanager
def recording(name: str = "all") -> Iterator[Stage]:
    """Record every stage that runs inside; gives the root, which is finished when the block ends."""
    root = Stage(name)
    with _running(root):
        yield root


@contextmanager
def timed(name: str) -> Iterator[None]:
    """Measure a stage, where somebody records; stages of one name within one other are one."""
    outer = _CURRENT.get()
    if outer is None:
        yield
        return
    with _running(outer.within.setdefault(name, Stage(name))):
        yield


@contextmanager
def _running(stage: Stage) -> Iterator[None]:
    token = _CURRENT.set(stage)
    seconds, processor = time.perf_counter(), time.process_time()
    try:
        yield
    finally:
        stage.seconds += time.perf_counter() - seconds
        stage.processor += time.process_time() - processor
        stage.turns += 1
        _CURRENT.reset(token)


def write_timings(root: Stage) -> str:
    """Write stages as a table for a terminal: a line each, those within others indented, and what is in none of them."""
    rows = [("stage", "seconds", "processor", "share"), *_rows(root, root.seconds or 1.0, 0)]
    width = max(len(row[0]) for row in rows)
    return "".join(f"{name:<{width}}  {seconds:>8}  {used:>9}  {share:>5}\n" for name, seconds, used, share in rows)


def _rows(stage: Stage, whole: float, depth: int) -> Iterator[tuple[str, str, str, str]]:
    yield _row("  " * depth + stage.name, stage.seconds, stage.processor, whole)
    for each in stage.within.values():
        yield from _rows(each, whole, depth + 1)
    if stage.within:
        seconds = stage.seconds - sum(each.seconds for each in stage.within.values())
        processor = stage.processor - sum(each.processor for each in stage.within.values())
        yield _row("  " * (depth + 1) + "the rest", seconds, processor, whole)


def _row(name: str, seconds: float, processor: float, whole: float) -> tuple[str, str, str, str]:
    return name, f"{max(0.0, seconds):.2f}", f"{max(0.0, processor):.2f}", f"{max(0.0, seconds) / whole:.0%}"
