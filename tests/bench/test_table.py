"""The benchmark runs, and prints a row for each size."""

import os
import re
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]


def test_the_benchmark_prints_a_row_for_each_size() -> None:
    paths = os.pathsep.join(filter(None, (str(TESTS), os.environ.get("PYTHONPATH"))))
    ended = subprocess.run(
        [sys.executable, "-m", "bench", "3", "6", "--times", "1"],
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    header, *rows = ended.stdout.splitlines()
    assert header.split() == ["sources", "wall", "processor", "per", "source", "peak"]
    assert [re.sub(r" +(\d+)( +[\d.]+ (?:s|ms|MB)){4}", r"\1", row) for row in rows] == ["3", "6"]
