"""What happened or is planned on dates that passages say: see `events.txt`."""

from pathlib import Path

import pytest

from onrecord.dates import parse_date
from onrecord.suggesting.known import Known
from onrecord.suggesting.proposals import propose
from onrecord.suggesting.roster import NOBODY
from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).with_name("events.txt"))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_events(case: Case) -> None:
    proposals = propose(case.parts["text"], Known(), NOBODY, today=parse_date(case.parts.get("day", "")))
    found = [
        f"{each.tier}: {each.status}: {each.how + ' ' if each.how != 'date' else ''}{each.date}: {each.what}"
        for passage in proposals.passages
        for each in passage.happenings
    ]
    expected = case.parts.get("events", "")
    assert found == (expected.split("\n") if expected else [])
