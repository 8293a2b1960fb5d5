"""Scales: what is drawn can be read back, ticks are round and few, and zero is left out only of what lies close together."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pictures import fit_scale

values = st.lists(st.decimals(allow_nan=False, allow_infinity=False, places=4).map(Fraction), min_size=1, max_size=8)


@given(values)
def test_a_position_gives_back_its_value(shown: list[Fraction]) -> None:
    scale = fit_scale(tuple(shown), 20.0, 340.0)
    for each in shown:
        assert 20 <= scale.place(each) <= 340
        assert scale.low + (scale.place(each) - 20) / 320 * (scale.high - scale.low) == each


@given(values)
def test_ticks_are_few_and_round_and_reach_both_ends(shown: list[Fraction]) -> None:
    scale = fit_scale(tuple(shown), 20.0, 340.0)
    assert 2 <= len(scale.ticks) <= 5
    assert (scale.ticks[0], scale.ticks[-1]) == (scale.low, scale.high)
    assert all(tick % scale.step == 0 for tick in scale.ticks)
    assert str(f"{float(scale.step):e}")[0] in "125"


@pytest.mark.parametrize(
    ("shown", "ends", "has_zero"),
    [
        ((5,), (0, 6), True),
        ((0,), (0, 1), True),
        ((41200, 60000), (0, 60000), True),
        ((100, 79), (0, 100), True),
        ((100, 81), (80, 100), False),
        ((-3, 4), (-4, 4), True),
        ((-100, -99), (-100, -99), False),
    ],
)
def test_zero_is_on_the_scale_but_where_all_lies_close_together(
    shown: tuple[int, ...],
    ends: tuple[int, int],
    has_zero: bool,  # noqa: FBT001  what is expected
) -> None:
    scale = fit_scale(tuple(map(Fraction, shown)), 0.0, 100.0)
    assert (int(scale.low), int(scale.high)) == ends
    assert scale.has_zero == has_zero
