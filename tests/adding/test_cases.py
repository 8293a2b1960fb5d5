"""Documents in, case by case: see `cases.txt`. `--update-gold` writes what comes out into it; read the diff."""

from pathlib import Path

import pytest

from tests.adding.stories import play
from tests.cases import Case, read_cases
from tests.cli.conftest import Shell

PATH = Path(__file__).with_name("cases.txt")


@pytest.mark.parametrize("case", read_cases(PATH), ids=str)
def test_adding(case: Case, town: Shell, *, is_updating_gold: bool) -> None:
    play(PATH, case, town, is_updating_gold=is_updating_gold)
