"""Who says what in a transcript: see `turns.txt`."""

from pathlib import Path

import pytest

from onrecord.suggesting.transcripts import find_turns
from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).with_name("turns.txt"))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_turns(case: Case) -> None:
    text = case.parts["text"]
    found = [
        f"{text[turn.label.start : turn.label.end]}: {text[turn.words.start : turn.words.end].partition(chr(10))[0]}"
        for turn in find_turns(text)
    ]
    assert found == case.parts["turns"].split("\n")
