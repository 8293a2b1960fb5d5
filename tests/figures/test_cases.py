"""What figure phrases say, and which figures a text states: see `cases.txt`."""

from pathlib import Path

import pytest

from onrecord.figures import FigureReading, find_figures, read_figure
from tests.cases import Case, read_cases

SOURCE = Path(__file__).parents[2] / "content" / "sources" / "kursk22.txt"
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


def test_the_first_source_states_a_sum_a_range_and_a_rank_and_nothing_else() -> None:
    text = SOURCE.read_text(encoding="utf-8")
    found = [(figure.kind, text[figure.start : figure.end], describe(figure.reading)) for figure in find_figures(text)]
    assert found == [
        ("money", "about $1.5 billion", "~ 1500000000 USD"),
        ("money", "$205-210 million", "205000000..210000000 USD"),
        ("rank", "top 10", "rank 10"),
    ]
