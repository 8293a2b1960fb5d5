"""What a command takes: time by the clock, time of the processors, and memory, all its processes counted."""

import os
import statistics
import subprocess
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_KIBIBYTE = 1024
_MEGABYTE = 1_000_000
_PROCESSES = Path("/proc")
_PAUSE = 0.05
"""Seconds between two looks at the memory, at least."""
_SHARE = 50
"""Of the time, what looking may take: the kernel goes through every page that a process has, and holds the process up
meanwhile, so that looking twenty times a second took half a processor from what was measured at 3 GB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run of a command took."""

    seconds: float
    """By the clock on the wall."""
    processor: float
    """Seconds of the processors, the system's share and all child processes included."""
    memory: float
    """Megabytes at the peak, of all its processes together, pages that they share counted once."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run a command in a folder, in a fresh process; a failure ends the benchmark with what it wrote."""
    with (
        (folder.parent / f"{folder.name}.log").open("w+b") as log,
        subprocess.Popen(
            command, cwd=folder, env=os.environ | dict(environment or {}), stdout=log, stderr=log
        ) as process,
    ):
        start = time.perf_counter()
        peak = _Peak(process.pid)
        peak.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        peak.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            written = log.read().decode(errors="replace")[-2000:]
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}\n{written}")
    memory = max(peak.bytes, usage.ru_maxrss * _KIBIBYTE) / _MEGABYTE
    return Run(seconds=seconds, processor=usage.ru_utime + usage.ru_stime, memory=memory)


def middle(runs: Iterable[Run]) -> Run:
    """Give the median of each measure."""
    runs = tuple(runs)
    return Run(
        seconds=statistics.median(each.seconds for each in runs),
        processor=statistics.median(each.processor for each in runs),
        memory=statistics.median(each.memory for each in runs),
    )


class _Peak(threading.Thread):
    """Looks at the memory of a process and its descendants until told to stop; sees nothing where there is no /proc."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.bytes = 0
        self._process = process
        self._stopped = threading.Event()

    def run(self) -> None:
        pause = _PAUSE
        while not self._stopped.wait(pause):
            before = time.thread_time()
            self.bytes = max(self.bytes, sum(map(_proportional_bytes, _family(self._process))))
            pause = max(_PAUSE, _SHARE * (time.thread_time() - before))

    def stop(self) -> None:
        self._stopped.set()
        self.join()


def _family(process: int) -> list[int]:
    found = [process]
    for each in found:
        for children in (_PROCESSES / str(each) / "task").glob("*/children"):
            try:
                found += map(int, children.read_text().split())
            except OSError:
                continue
    return found


def _proportional_bytes(process: int) -> int:
    """Read the resident memory of a process, its share of what it shares (`Pss` of smaps_rollup)."""
    try:
        lines = (_PROCESSES / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * _KIBIBYTE for line in lines if line.startswith("Pss:")), 0)
