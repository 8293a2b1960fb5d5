"""What is speech, who spoke and how sure that is: see `speech.txt`."""

from pathlib import Path

import pytest

from onrecord.suggesting.attribution import hear
from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).with_name("speech.txt"))


def describe(text: str) -> list[str]:
    """Write the speech of a text, one quotation a line."""
    found: list[str] = []
    for speech in hear(text).speech:
        words = text[speech.quoted.inside.start : speech.quoted.inside.end]
        if speech.continues:
            found[-1] += f" … {words}"
        else:
            found.append(f"{speech.tier}: {speech.speaker.name if speech.speaker else 'nobody'}: {words}")
    return found


@pytest.mark.parametrize("case", CASES, ids=str)
def test_speech(case: Case) -> None:
    expected = case.parts.get("speech", "")
    assert describe(case.parts["text"]) == (expected.split("\n") if expected else [])
