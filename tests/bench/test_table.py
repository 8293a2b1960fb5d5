"""The benchmark runs, and its table says how the works grow."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.measuring import Run
from tests.bench.tables import fit_growth, write_table

TESTS = Path(__file__).parents[1]


def test_the_benchmark_prints_a_row_for_each_work_and_size() -> None:
    paths = os.pathsep.join(filter(None, (str(TESTS), os.environ.get("PYTHONPATH"))))
    ended = subprocess.run(
        [sys.executable, "-m", "bench", "3", "--times", "1", "--products", "--engines"],
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    _, _, _, _, *rows = ended.stdout.splitlines()
    bare = [re.sub(r"( \| 3 \|)(?: [\d.]+ \|){4}  \|$", r"\1", row) for row in rows]
    assert [re.sub(r"\d+ pages", "N pages", row) for row in bare] == [
        "| onrecord check | 3 |",
        "| onrecord build site | 3 |",
        "| onrecord build site, nothing changed | 3 |",
        "| onrecord build site, one passage edited | 3 |",
        "| of the products, site | 3 |",
        "| of the products, offline | 3 |",
        "| of the products, pdf, N pages | 3 |",
        "| of the products, site offline pdf | 3 |",
    ]


@pytest.mark.parametrize("power", [1, 1.5, 2])
def test_growth_is_the_power_of_the_size(power: float) -> None:
    assert fit_growth([(size, 0.01 * size**power) for size in (100, 1000, 3000)]) == pytest.approx(power)


def test_one_size_says_nothing_of_growth() -> None:
    assert fit_growth([(100, 1.0)]) is None


def test_the_table_has_growth_in_the_last_row_of_each_work() -> None:
    taken = {size: Run(seconds=size / 100, processor=size / 50, memory=50) for size in (100, 1000)}
    table = write_table({("build", size): (run, size * 1000) for size, run in taken.items()})
    assert table.splitlines()[2:] == [
        "| build | 100 | 1.00 | 2.00 | 50 | 0.1 |  |",
        "| build | 1,000 | 10.00 | 20.00 | 50 | 1.0 | n^1.00 |",
    ]
