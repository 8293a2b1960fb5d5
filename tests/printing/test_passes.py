"""When a print is done: what it says of its places is where they are."""

from typing import Any

import pytest

from onrecord.printing.compiling import NEAR, is_settled

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
