"""The matching contract, case by case: see `cases.txt`."""

from pathlib import Path

import pytest

from onrecord.anchoring import Anchor, Selector, anchor, fold
from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).with_name("cases.txt"))


def outcome_of(case: Case) -> tuple[str, list[str]]:
    source = case.parts["source"]
    selector = Selector(
        pieces=tuple(case.parts["text"].split("\n")),
        prefix=case.parts.get("prefix", ""),
        suffix=case.parts.get("suffix", ""),
    )
    found = anchor(selector, fold(source))
    if isinstance(found, Anchor):
        return "proven", [found.state, *(source[span.start : span.end] for span in found.spans)]
    words = [source[span.start : span.end] for span in found.places]
    return "missed", [found.state, found.reason.value, *words]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_anchoring(case: Case) -> None:
    kind, lines = outcome_of(case)
    expected = next(part for part in ("proven", "missed") if part in case.parts)
    assert (kind, "\n".join(lines)) == (expected, case.parts[expected])
