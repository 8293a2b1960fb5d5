"""Measure `onrecord check` in processes of its own: `nox -s bench`, or `nox -s bench -- 1000` for one size.

Wall time depends on what else the machine does, processor time hardly; a run is judged by the floor that
`CONTRIBUTING.md` names, and by whether a source costs the same in a large project as in a small one.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from .projects import write_project

SIZES = (250, 500, 1000, 2000)
_COMMAND = (sys.executable, "-c", "from onrecord.cli import main; main()", "check", "--strict", "--project")
_KIBIBYTE = 1024
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run of the command took."""

    seconds: float
    """By the clock on the wall."""
    processor: float
    """Seconds of the processor, the system's share included."""
    memory: float
    """Megabytes, at the peak."""


def run_check(project: Path) -> Run:
    """Check a project that is known to be clean, in a fresh process; a failure ends the benchmark."""
    start = time.perf_counter()
    with subprocess.Popen([*_COMMAND, str(project)], stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"onrecord check ended with {process.returncode}")
    processor = usage.ru_utime + usage.ru_stime
    return Run(seconds=seconds, processor=processor, memory=usage.ru_maxrss * _KIBIBYTE / _MEGABYTE)


def measure(sources: int, times: int) -> Run:
    """Give the median of several runs over one project."""
    with tempfile.TemporaryDirectory() as folder:
        project = write_project(Path(folder), sources)
        runs = [run_check(project) for _ in range(times)]
    return Run(
        seconds=statistics.median(run.seconds for run in runs),
        processor=statistics.median(run.processor for run in runs),
        memory=statistics.median(run.memory for run in runs),
    )


def row(sources: int, run: Run) -> str:
    """Write one line of the table."""
    each = 1000 * run.processor / sources
    return f"{sources:>7,}  {run.seconds:>6.2f} s  {run.processor:>9.2f} s  {each:>10.2f} ms  {run.memory:>6.0f} MB"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="how many sources (default: %(default)s)")
    parser.add_argument("--times", type=int, default=3, help="how often each is run (default: %(default)s)")
    chosen = parser.parse_args()
    sys.stdout.write("sources      wall    processor   per source     peak\n")
    for sources in chosen.sizes:
        sys.stdout.write(row(sources, measure(sources, chosen.times)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
