"""Several processes on this machine, where there is enough to do for more than one."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

LEAST = 2_000_000
"""Characters of records and words from which on several processes are worth their start: half a second for one."""


def count_cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def processes(characters: int) -> Iterator[Executor | None]:
    """Give a process for each core; None where this process is done sooner by itself, or where it may not be forked."""
    cores = count_cores()
    if cores == 1 or characters < LEAST or threading.active_count() > 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  what it imports takes 10 ms, for large projects

    # A fork has all modules at once; elsewhere than on Linux it is not safe.
    method = "fork" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(method)
    executor = ProcessPoolExecutor(cores, context, initializer=_leave_interrupts)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the process that waits for us, which ends us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
