"""What figure phrases say, and which figures a text states: see `cases.txt`."""

from pathlib import Path

import pytest

from onrecord.figures import FigureReading, find_figures, read_figure
from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).with_name("cases.txt"))
PHRASES = [case for case in CASES if "reads" in case.parts]
TEXTS = [case for case in CASES if "found" in case.parts]


def describe(reading: FigureReading | None) -> str:
    if reading is None:
        return "none"
    value = f"{reading.low:f}..{reading.high:f}" if reading.is_range else f"{reading.low:f}"
    parts = ("~" * reading.is_approximate, reading.bound, "rank" * reading.is_rank, value, reading.unit)
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize("case", PHRASES, ids=str)
def test_reading(case: Case) -> None:
    phrases = case.parts["text"].split("\n")
    expected = case.parts["reads"].split("\n")
    assert [(phrase, describe(read_figure(phrase))) for phrase in phrases] == list(zip(phrases, expected, strict=True))


@pytest.mark.parametrize("case", TEXTS, ids=str)
def test_finding(case: Case) -> None:
    text = case.parts["text"]
    found = [f"{text[figure.start : figure.end]} = {describe(figure.reading)}" for figure in find_figures(text)]
    assert found == case.parts["found"].split("\n")


def test_a_hundred_ranges_and_more_are_read() -> None:
    assert sum(line.count("..") for case in PHRASES for line in case.parts["reads"].split("\n")) >= 100
