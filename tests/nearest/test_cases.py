"""Differences and nearest words, case by case: see `cases.txt`."""

from pathlib import Path

import pytest

from onrecord.nearest import describe_difference, find_nearest
from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).with_name("cases.txt"))


def outcome_of(case: Case) -> dict[str, str]:
    quote, source = case.parts["quote"], case.parts["source"]
    if "notes" in case.parts:
        return {"notes": "\n".join(describe_difference(quote, source))}
    nearest = find_nearest(quote, source)
    told = f"{nearest.similarity:.2f} {source[nearest.span.start : nearest.span.end]}" if nearest else "none"
    return {"nearest": told}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_miss_is_explained(case: Case) -> None:
    assert outcome_of(case) == {name: text for name, text in case.parts.items() if name not in {"quote", "source"}}
