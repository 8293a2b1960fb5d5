"""Processes forked from this one that do numbered pieces of work, each only until it has made too much of memory its own.

A forked process has all values of its parent without a copy. But to use a value is to count a reference to it, which
writes to the page of memory that it lies in, and so makes a copy of that page: a process that goes through a whole
dossier ends with all of it. So each is let go when it has copied so much, and another is forked in its place, which
costs a few hundredths of a second. However large the dossier is, the processes have no more than that for themselves.
"""

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

if sys.platform != "win32":
    import resource

OWN = 96 * 1024 * 1024
"""Bytes of memory that a process may make its own before it is let go.

With 64 MiB, an eighth of the time that 10,000 sources took went into forking and copying.
"""
_AHEAD = 2
"""How many batches a process has, so that it need not wait for the next."""

Work = Callable[[int], Any]
Batch = range
"""The numbers of pieces that are done one after the other."""


class WorkError(Exception):
    """Where in another process something went wrong: its traceback, as the cause of the exception."""

    def __str__(self) -> str:
        """Give the traceback."""
        return f"\n{self.args[0]}"


@dataclass(slots=True)
class _Member:
    process: BaseProcess
    line: Connection
    batches: deque[Batch] = field(default_factory=deque)
    """Handed out and not done."""


@dataclass(frozen=True, slots=True)
class _Report:
    """What a process tells of a batch."""

    results: tuple[Any, ...]
    error: BaseException | None = None
    trace: str = ""
    is_last: bool = False
    """Whether it does no more."""


class Shifts:
    """The processes of one work."""

    def __init__(self, work: Work, batches: Iterator[Batch], size: int) -> None:
        """Fork so many of them, from the thread that asks."""
        self._work = work
        self._batches = batches
        self._returned: deque[Batch] = deque()
        self._members: list[_Member] = []
        for _ in range(size):
            self._hire()

    def results(self) -> Iterator[Any]:
        """Give the results of all batches in their order; the first exception ends it."""
        done: dict[int, _Report] = {}
        expected = 0
        while self._members:
            for member in self._reporting():
                batch, report = member.batches[0], _receive(member)
                member.batches.popleft()
                done[batch.start] = report
                self._go_on(member, report)
            while expected in done:
                report = done.pop(expected)
                yield from report.results
                if report.error is not None:
                    raise report.error from WorkError(report.trace)
                expected += len(report.results)

    def close(self) -> None:
        """End those that are left, as they are."""
        for each in self._members:
            each.process.kill()
        for each in self._members:
            each.process.join()
            each.line.close()
        self._members.clear()

    def _reporting(self) -> list[_Member]:
        ready = connection.wait([each.line for each in self._members])
        return [each for each in self._members if each.line in ready]

    def _hire(self) -> None:
        """Fork a process, if there is something to do."""
        batch = self._next()
        if batch is None:
            return
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(self._work, theirs, ours))
        process.start()
        theirs.close()
        member = _Member(process, ours)
        self._members.append(member)
        self._hand_out(member, batch)
        self._go_on(member, None)

    def _go_on(self, member: _Member, report: _Report | None) -> None:
        """Give a process more to do, or let it go where it has done its part."""
        if report is not None and report.is_last:
            self._returned.extend(member.batches)
            self._let_go(member)
            self._hire()
            return
        while len(member.batches) < _AHEAD and (batch := self._next()) is not None:
            self._hand_out(member, batch)
        if not member.batches:
            self._let_go(member)

    def _let_go(self, member: _Member) -> None:
        self._members.remove(member)
        with suppress(OSError):  # it may have ended by itself
            member.line.send(None)  # not by closing the line: those that were forked later have its end too
        member.line.close()
        member.process.join()

    def _next(self) -> Batch | None:
        return self._returned.popleft() if self._returned else next(self._batches, None)

    @staticmethod
    def _hand_out(member: _Member, batch: Batch) -> None:
        member.batches.append(batch)
        with suppress(OSError):  # it has ended; whoever reads from it finds out
            member.line.send(batch)


def _receive(member: _Member) -> _Report:
    try:
        report = member.line.recv()
    except (EOFError, OSError):
        member.process.join()
        raise RuntimeError(f"a process ended with {member.process.exitcode}") from None
    if not isinstance(report, _Report):
        raise TypeError(report)
    return report


def _serve(work: Work, line: Connection, other_end: Connection) -> None:
    """Do batches in a process that was forked for that, until there are no more or its share of memory is used up."""
    other_end.close()
    begin_forked()
    gc.freeze()  # or else collecting here would go through all that was there before
    allowed = _copied_pages() + OWN // resource.getpagesize()
    is_last = False
    while not is_last:
        batch = line.recv()
        if batch is None:
            return
        results, error = _do(work, batch)
        is_last = _copied_pages() > allowed
        line.send_bytes(_packed(tuple(results), error, is_last=is_last))


def _do(work: Work, batch: Batch) -> tuple[list[Any], BaseException | None]:
    results: list[Any] = []
    try:
        for piece in batch:
            results.append(work(piece))  # noqa: PERF401  those before a fault are told too
    except Exception as error:  # noqa: BLE001  whatever it is, it is raised where the results are asked for
        return results, error
    return results, None


def _packed(results: tuple[Any, ...], error: BaseException | None, *, is_last: bool) -> bytes:
    """Pickle a report; what cannot be pickled is an error too."""
    try:
        return _pickled(_Report(results, error, _trace_of(error), is_last))
    except Exception as fault:  # noqa: BLE001  pickling runs what classes bring along
        told = RuntimeError(f"{type(error).__name__}: {error}" if error else f"a result cannot be sent: {fault}")
        return _pickled(_Report((), told, _trace_of(error or fault), is_last))


def _pickled(report: _Report) -> bytes:
    written = pickle.dumps(report, protocol=pickle.HIGHEST_PROTOCOL)
    if report.error is not None:
        pickle.loads(written)  # noqa: S301  written in the line above; some exceptions cannot be read back
    return written


def _trace_of(error: BaseException | None) -> str:
    return "".join(traceback.format_exception(error)) if error else ""


def _copied_pages() -> int:
    """Count the pages that have come to be this process's own: each was written to for the first time."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt


def begin_forked() -> None:
    """Leave it to the parent to be interrupted, and end with it however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
