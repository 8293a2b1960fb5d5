"""Work spread over processes that are forked from this one, so that they have all of its values without a copy.

The results come in order, and are the same however many processes there are. Where the system cannot fork safely, the
work is done in this process.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Generator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import count
from multiprocessing import connection
from typing import Any, TypeVar

from onrecord.circles import set_apart_for_now

R = TypeVar("R")

LEAST = 24
"""Pieces of work: fewer are done sooner than processes are made."""
_BATCH = 4
_SHARES = 32
"""The pieces are handed out so many times finer than there are processes, so that none waits long for the others."""

_work: dict[int, Callable[[int], Any]] = {}
"""What the processes do, by a number; they have it from this one."""
_numbers = count()


def count_cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def count_workers(pieces: int) -> int:
    """Say how many processes to spread so many pieces over; 1 is this process alone."""
    can_fork = sys.platform == "linux" and not multiprocessing.current_process().daemon
    return count_cores() if can_fork and pieces >= LEAST else 1


def map_forked(work: Callable[[int], R], pieces: int, workers: int) -> Generator[R, None, None]:
    """Give the result of `work` for 0, 1 and so on, in order; the first exception ends it.

    The results are pickled on their way. What the work changes in memory is lost, where it is not done in this process.
    """
    if workers == 1:
        yield from map(work, range(pieces))
        return
    number = next(_numbers)
    _work[number] = work
    try:
        context = multiprocessing.get_context("fork")
        batch = max(1, min(_BATCH, pieces // (workers * _SHARES)))
        with set_apart_for_now(), ProcessPoolExecutor(workers, mp_context=context, initializer=_begin) as pool:
            try:
                yield from pool.map(partial(_do, number), range(pieces), chunksize=batch)
            finally:
                pool.shutdown(wait=True, cancel_futures=True)
    finally:
        del _work[number]


class Started:
    """Work that was begun in a process of its own."""

    def __init__(self, work: Callable[[], None]) -> None:
        """Begin it."""
        self._process = multiprocessing.get_context("fork").Process(target=_run, args=(work,))
        self._process.start()

    def wait(self) -> None:
        """Wait until it is done; RuntimeError where it failed, after its traceback was written."""
        self._process.join()
        if self._process.exitcode:
            raise RuntimeError(f"a process ended with {self._process.exitcode}")

    def end(self) -> None:
        """End it as it is."""
        self._process.kill()
        self._process.join()


def _run(work: Callable[[], None]) -> None:
    _begin()
    work()


def _do(number: int, piece: int) -> Any:  # noqa: ANN401  whatever the work gives
    return _work[number](piece)


def _begin() -> None:
    """Leave it to the parent to be interrupted, and end with it however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
