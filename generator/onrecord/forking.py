"""Work spread over processes that are forked from this one, so that they have all of its values without a copy.

The results come in order, and are the same however many processes there are. Where the system cannot fork safely, the
work is done in this process.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable, Generator
from contextlib import closing
from typing import TypeVar

from onrecord.circles import set_apart_for_now
from onrecord.shifts import Shifts

R = TypeVar("R")

LEAST = 24
"""Pieces of work: fewer are done sooner than processes are made."""
_BATCH = 4
_SHARES = 32
"""The pieces are handed out so many times finer than there are processes, so that none waits long for the others."""


def count_cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def count_workers(pieces: int) -> int:
    """Say how many processes to spread so many pieces over; 1 is this process alone."""
    can_fork = sys.platform == "linux" and not multiprocessing.current_process().daemon
    return count_cores() if can_fork and pieces >= LEAST else 1


def map_forked(work: Callable[[int], R], pieces: int, workers: int) -> Generator[R, None, None]:
    """Give the result of `work` for 0, 1 and so on, in order; the first exception ends it.

    The results are pickled on their way. What the work changes in memory is lost, where it is not done in this process;
    and since a process is let go now and then for another, so is what it remembers.
    """
    if workers == 1:
        yield from map(work, range(pieces))
        return
    size = max(1, min(_BATCH, pieces // (workers * _SHARES)))
    batches = (range(start, min(start + size, pieces)) for start in range(0, pieces, size))
    with set_apart_for_now(), closing(Shifts(work, batches, workers)) as shifts:
        yield from shifts.results()
