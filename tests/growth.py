"""Work that grows in step with its input, as two runs of it tell: a limit in seconds would tell how busy the machine is."""

import time
from collections.abc import Callable

_TIMES = 8
"""How much longer the long input is than the short one; by the square the work would be 64 times."""
_SLACK = 3
_RUNS = 2


def is_in_step(work: Callable[[int], object], size: int) -> bool:
    """Tell whether doing the work on an input of that size costs no more than in step with an eighth of it.

    Only the processor's time counts, the least of some runs.
    """
    return is_about(_TIMES, _least(work, size), _least(work, size // _TIMES))


def is_about(times: int, long: float, short: float) -> bool:
    """Tell whether the long run took no more than that many times the short one, with slack for what machines do."""
    return long < _SLACK * times * short


def _least(work: Callable[[int], object], size: int) -> float:
    return min(_time(work, size) for _ in range(_RUNS))


def _time(work: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    work(size)
    return time.process_time() - start
