"""Work that forked processes do is that which one process does, whatever becomes of them, and none of them grows with what there is."""

import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord import shifts
from onrecord.forking import map_forked
from onrecord.shifts import WorkError

PIECES = 60
MEGABYTE = 1 << 20
TOUCHED = 10_000
"""Values that a piece of work uses."""


class LoudError(Exception):
    """Cannot be read back from another process, since it is made of two values and told as one."""

    def __init__(self, what: str, _more: int) -> None:
        super().__init__(what)


def own_bytes(_: int = 0) -> int:
    """Say how much memory is this process's own, and no other's."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Private_"))


def failing(error: Callable[[], BaseException], at: int = 40) -> Callable[[int], int]:
    def work(piece: int) -> int:
        if piece == at:
            raise error()
        return piece

    return work


@pytest.fixture(autouse=True)
def _nobody_is_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("workers", [1, 2, 5])
@pytest.mark.parametrize("pieces", [0, 1, 2, PIECES, 1000])
def test_results_come_in_order(workers: int, pieces: int) -> None:
    assert list(map_forked(lambda piece: piece * piece, pieces, workers)) == [piece * piece for piece in range(pieces)]


@pytest.mark.parametrize("own", [0, 1 << 20])
def test_results_are_the_same_where_each_process_is_let_go_early(own: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shifts, "OWN", own)
    shared = bytearray(b"x" * PIECES * MEGABYTE)

    def work(piece: int) -> tuple[int, int]:
        for place in range(piece * MEGABYTE, (piece + 1) * MEGABYTE, resource.getpagesize()):
            shared[place] = 0  # which makes a copy of its page
        return piece, os.getpid()

    found = list(map_forked(work, PIECES, 2))
    assert [piece for piece, _ in found] == list(range(PIECES))
    assert len({process for _, process in found}) > 2


@pytest.mark.parametrize("error", [lambda: ValueError("bad"), lambda: LoudError("bad", 1)])
def test_an_exception_ends_the_work_after_the_results_before_it_and_says_where_it_came_from(
    error: Callable[[], BaseException],
) -> None:
    # A library that is loaded, such as Dask's, may make even a loud error one that can be sent.
    with pytest.raises((ValueError, RuntimeError, LoudError), match="bad") as caught:
        list(map_forked(failing(error), PIECES, 2))
    assert isinstance(caught.value.__cause__, WorkError)
    assert "raise error()" in str(caught.value.__cause__)


def test_results_before_an_exception_are_given() -> None:
    work = map_forked(failing(lambda: ValueError("bad")), PIECES, 2)
    results = [next(work) for _ in range(40)]
    with pytest.raises(ValueError, match="bad"):
        next(work)
    assert results == list(range(40))


def test_a_result_that_cannot_be_sent_is_an_exception() -> None:
    with pytest.raises(RuntimeError, match="cannot be sent"):
        list(map_forked(lambda piece: lambda: piece, PIECES, 2))


def test_a_process_that_was_killed_is_an_exception() -> None:
    def work(piece: int) -> int:
        if piece == PIECES // 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return piece

    with pytest.raises(RuntimeError, match="ended with -9"):
        list(map_forked(work, PIECES, 2))


def test_whoever_asks_for_no_more_results_leaves_no_process() -> None:
    results = map_forked(lambda piece: piece, PIECES, 3)
    assert next(results) == 0
    results.close()


def test_no_process_comes_to_own_more_where_there_is_more(monkeypatch: pytest.MonkeyPatch) -> None:
    allowed = 8 << 20
    monkeypatch.setattr(shifts, "OWN", allowed)
    least = max(map_forked(own_bytes, 2, 2))
    for size in (1, 2):
        values = [[str(number)] for number in range(size * 40 * TOUCHED)]

        def touch(piece: int, values: list[list[str]] = values) -> int:
            kept = values[piece * TOUCHED : (piece + 1) * TOUCHED]
            return own_bytes(len(kept))

        assert max(map_forked(touch, size * 40, 2)) < least + 2 * allowed < sys.getsizeof(values[0]) * len(values)
