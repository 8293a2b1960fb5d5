"""Dates in bins: every date in exactly one, none finer than it is known, and few enough to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import Date
from onrecord.pictures import bin_dates
from onrecord.pictures.bins import MOST_BINS
from tests.pages.building import day

days = st.dates().map(lambda each: Date(year=each.year, month=each.month, day=each.day))
months = days.map(lambda each: Date(year=each.year, month=each.month))
years = days.map(lambda each: Date(year=each.year))
near = st.dates(min_value=day("2022").first_day, max_value=day("2022-04").last_day).map(
    lambda each: Date(year=each.year, month=each.month, day=each.day)
)
dates = st.lists(days | months | years | near, max_size=30) | st.lists(near, max_size=30)


@given(dates)
def test_a_date_lies_wholly_in_its_bin_or_stands_apart(given_dates: list[Date]) -> None:
    bins = bin_dates(given_dates)
    if bins is None:
        return
    for each in given_dates:
        held = bins.bin_of(each)
        assert (held is None) == (each in bins.loose)
        if held is not None:
            precision = len(str(held.start))
            assert held in bins.bins
            assert len(str(each)) >= precision
            assert str(held.start) <= str(each)[:precision] <= str(held.end)


@given(dates)
def test_bins_follow_one_another_and_are_few(given_dates: list[Date]) -> None:
    bins = bin_dates(given_dates)
    if bins is None:
        return
    held = {bins.bin_of(each) for each in given_dates}
    assert [each.first for each in bins.bins[1:]] == [each.last + 1 for each in bins.bins[:-1]]
    assert 2 <= len(bins.bins) <= MOST_BINS[bins.unit]
    assert {bins.bins[0], bins.bins[-1]} <= held
    assert sum(each in bins.loose for each in given_dates) * 2 < len(given_dates)


@given(dates)
def test_there_are_no_bins_only_where_all_dates_are_of_one_year(given_dates: list[Date]) -> None:
    if bin_dates(given_dates) is None:
        assert len({each.year for each in given_dates}) < 2


@pytest.mark.parametrize(
    ("written", "unit", "step", "loose"),
    [
        ("2022-06-09 2022-06-10", "day", 1, ""),
        ("2022-06-01 2022-06-30", "day", 1, ""),
        ("2022-06-01 2022-07-30", "month", 1, ""),
        ("2022-06 2022-07-30", "month", 1, ""),
        ("2022-06-01 2022-06-03 2022", "day", 1, "2022"),
        ("2022-06-01 2022-06-03 2022-06 2022-06", "none", 0, ""),
        ("2020-01 2022-01", "year", 1, ""),
        ("2020 2021-06-01", "year", 1, ""),
        ("1990 2021-06-01", "year", 5, ""),
        ("0001 9999", "year", 500, ""),
        ("2022-06-09", "none", 0, ""),
        ("2022-06-09 2022-06-09 2022-06-09", "none", 0, ""),
        ("2022 2022-06-09", "none", 0, ""),
        ("", "none", 0, ""),
    ],
)
def test_the_finest_bins_that_can_be_read_are_taken(written: str, unit: str, step: int, loose: str) -> None:
    bins = bin_dates(map(day, written.split()))
    found = (bins.unit, bins.step, " ".join(map(str, bins.loose))) if bins else ("none", 0, "")
    assert found == (unit, step, loose)


def test_an_empty_month_between_two_others_is_shown() -> None:
    bins = bin_dates(map(day, ("2021-12-01", "2022-02-28")))
    assert bins is not None
    assert [str(each.start) for each in bins.bins] == ["2021-12", "2022-01", "2022-02"]
