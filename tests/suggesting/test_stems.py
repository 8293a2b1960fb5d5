"""Which forms of words have one stem: see `stems.txt`."""

from itertools import combinations
from pathlib import Path

import pytest

from onrecord.suggesting.stems import stem_of
from tests.cases import Case, read_cases

CASES = read_cases(Path(__file__).with_name("stems.txt"))


def stems(case: Case, part: str) -> list[dict[str, str]]:
    return [{word: stem_of(word) for word in line.split()} for line in case.parts.get(part, "").split("\n")]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_forms_of_a_word_have_one_stem(case: Case) -> None:
    assert [line for line in stems(case, "alike") if len(set(line.values())) > 1] == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_other_words_have_other_stems(case: Case) -> None:
    pairs = (pair for line in stems(case, "apart") for pair in combinations(line.items(), 2))
    assert [(one[0], other[0]) for one, other in pairs if one[1] == other[1]] == []
