"""When a print is done: what it says of its places is where they are."""

from pathlib import Path
from typing import Any

import pytest

from onrecord.printing import compiling
from onrecord.printing.compiling import NEAR, is_settled
from tests.bench.projects import write_project
from tests.printing.conftest import print_project

TOLD = {"sources/talks/#q01": {"page": 4, "number": 3, "x": 80.0, "y": 200.0}}


def moved(**change: float) -> dict[str, Any]:
    return {label: {**place, **change} for label, place in TOLD.items()}


def test_places_that_stay_are_settled() -> None:
    assert is_settled(TOLD, moved())


@pytest.mark.parametrize("change", [{"page": 5}, {"number": 4}, {"x": 80.0 + NEAR + 1}, {"y": 200.0 - NEAR - 1}])
def test_places_that_move_are_not_settled(change: dict[str, float]) -> None:
    assert not is_settled(TOLD, moved(**change))


def test_a_line_more_or_less_above_a_place_is_no_matter() -> None:
    assert is_settled(TOLD, moved(y=200.0 + NEAR))


@pytest.mark.parametrize(("told", "found"), [({}, TOLD), (TOLD, {})])
def test_a_place_that_comes_or_goes_is_not_settled(told: dict[str, Any], found: dict[str, Any]) -> None:
    assert not is_settled(told, found)


def test_what_the_first_pass_guesses_of_many_sources_is_near_enough_for_the_second_to_be_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs: list[bool] = []
    run_pass = compiling._run_pass  # noqa: SLF001  what is counted

    def counting(folder: Path, job: dict[str, Any]) -> dict[str, Any]:
        jobs.append(job["makes_pdf"])
        return run_pass(folder, job)

    monkeypatch.setattr(compiling, "_run_pass", counting)
    print_project(write_project(tmp_path / "many", 40), tmp_path / "many.pdf")
    assert jobs == [False, True]
