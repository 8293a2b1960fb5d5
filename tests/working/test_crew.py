"""Whoever reads the sources, the readings are the same; what somebody fails to do is done here."""

import os
import pickle
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from multiprocessing import get_context
from typing import Any

import pytest

from onrecord.proving import read_source
from onrecord.working import ALONE, Crew, handing, pools, processes
from onrecord.working.handing import hand_over, read_texts
from tests.working.sources import TEXT, jobs


@contextmanager
def two_processes(_: int) -> Iterator[Executor]:
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as executor:
        yield executor


@contextmanager
def a_thread(_: int) -> Iterator[Executor]:
    with ThreadPoolExecutor(1) as executor:
        yield executor


def fails(_: object) -> None:
    raise ConnectionError("the line is dead")


def is_killed(_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Unreliable(Executor):
    """Does something else than it is asked for every second time."""

    def __init__(self, executor: Executor, instead: Callable[[object], None]) -> None:
        self._executor, self._instead, self._asked = executor, instead, 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401  as Executor says it
        self._asked += 1
        return self._executor.submit(self._instead if self._asked % 2 else fn, *args, **kwargs)


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing, "_MOST_SOURCES", 3)


@pytest.mark.parametrize("open_executor", [two_processes, a_thread])
def test_the_readings_are_the_same_whoever_makes_them(
    open_executor: Callable[[int], AbstractContextManager[Executor]],
) -> None:
    many = jobs(20)
    assert Crew(open_executor=open_executor, warn=pytest.fail).read_all(many) == ALONE.read_all(many)
    assert ALONE.read_all(many) == tuple(map(read_source, many))


@pytest.mark.parametrize("instead", [fails, is_killed])
def test_what_is_lost_on_the_way_is_done_here_and_told_once(instead: Callable[[object], None]) -> None:
    said: list[str] = []

    @contextmanager
    def unreliable(_: int) -> Iterator[Executor]:
        with two_processes(0) as executor:
            yield Unreliable(executor, instead)

    many = jobs(20)
    assert Crew(open_executor=unreliable, warn=said.append).read_all(many) == ALONE.read_all(many)
    (told,) = said
    assert "of the work got lost, and was done here" in told


def test_a_worker_of_another_version_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    with two_processes(0) as executor:
        executor.submit(fails, None).exception()  # the workers are there, as they were before the change
        monkeypatch.setattr(handing, "stamp", lambda: "onrecord 99")
        many = jobs(2)
        assert Crew(open_executor=lambda _: _given(executor), warn=said.append).read_all(many) == ALONE.read_all(many)
    assert said
    assert "the worker runs onrecord 0" in said[0]


@contextmanager
def _given(executor: Executor) -> Iterator[Executor]:
    yield executor


def test_a_fault_of_the_program_shows_as_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(handing, "read_source", broken)
    with pytest.raises(ZeroDivisionError):
        Crew(open_executor=a_thread).read_all(jobs())


@pytest.mark.parametrize("times", [20, 80])
def test_little_more_than_its_texts_goes_out_for_a_source_and_nothing_of_a_file(times: int) -> None:
    sent: list[bytes] = []

    class Counting(ThreadPoolExecutor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401  as above
            sent.append(pickle.dumps((fn, args, kwargs)))
            return super().submit(fn, *args, **kwargs)

    many = jobs(times)
    with Counting(1) as executor:
        Crew(open_executor=lambda _: _given(executor)).read_all(many)
    texts = sum(len(job.record.text.encode()) if job.record else 0 for job in many)
    texts += sum(len(job.text.encode()) if job.text else 0 for job in many)
    assert sum(map(len, sent)) <= 1.1 * texts + 100 * len(many)
    assert b"sources/" not in b"".join(sent)


def test_no_more_chunks_are_out_at_once_than_memory_is_meant_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing, "_IN_FLIGHT", 4)
    taken: list[handing.Texts] = []

    def texts() -> Iterator[handing.Texts]:
        while len(taken) < 99:
            taken.append((None, TEXT))
            yield taken[-1]

    with ThreadPoolExecutor(1) as executor:
        made = hand_over(executor, texts(), pytest.fail)
        assert next(made) == read_texts([(None, TEXT)])[1][0]
        assert len(taken) <= 4 * 3
        assert len(list(made)) == 98


def test_there_are_processes_only_where_there_is_enough_to_do_and_more_than_one_core(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pools, "count_cores", lambda: 2)
    monkeypatch.setattr("threading.active_count", lambda: 1)
    with processes(pools.LEAST) as executor:
        assert isinstance(executor, ProcessPoolExecutor)
        assert executor.submit(os.getpid).result() != os.getpid()
    with processes(pools.LEAST - 1) as executor:
        assert executor is None
    monkeypatch.setattr(pools, "count_cores", lambda: 1)
    with processes(pools.LEAST) as executor:
        assert executor is None
