"""Amounts: where a mark is says how much, ranges have both ends, and no status is drawn like another."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.figure_plots import LOOKS
from onrecord.pages.wording import IN_ENGLISH
from onrecord.pictures import Amount, Bound, Entry, Picture, Series, Shape, draw_ranges
from onrecord.pictures.ranges import scale_of
from tests.pictures.sheet import assert_legible, bars_of, dots_of, lines_of

numbers = st.decimals(min_value=-(10**6), max_value=10**13, places=2) | st.integers(0, 100).map(Decimal)
words = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=60)
ARROWS = {Shape.TO_THE_LEFT, Shape.TO_THE_RIGHT}


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    ends = sorted((draw(numbers), draw(numbers)))
    low, high = ends if draw(st.booleans()) else (ends[0], ends[0])
    return Amount(
        low=Fraction(low),
        high=Fraction(high),
        is_approximate=draw(st.booleans()),
        bound=draw(st.sampled_from([None, "at least", "at most"])),
        label=draw(words),
        words=f"{low:,f}–{high:,f}",
    )


plots = st.lists(st.lists(amounts(), min_size=1, max_size=5), min_size=1, max_size=5)


def drawn(groups: list[list[Amount]]) -> Picture:
    series = [
        Series(name=status or "not stated", shape=shape, is_hollow=is_hollow, dash=dash, amounts=tuple(group))
        for (status, (shape, is_hollow, dash)), group in zip(LOOKS.items(), groups, strict=False)
    ]
    rows = tuple(((Entry(text=each.words),),) for group in groups for each in group)
    return draw_ranges(
        title="Passengers",
        description="Some passengers.",
        series=series,
        captions=("passengers", "The scale does not begin at zero."),
        tick_words=lambda value: IN_ENGLISH.language.number(Decimal(value.numerator) / Decimal(value.denominator)),
        columns=("Value",),
        rows=rows,
    )


@given(plots)
def test_the_ends_of_an_amount_can_be_read_off_the_scale(groups: list[list[Amount]]) -> None:
    picture = drawn(groups)
    all_amounts = [each for group in groups for each in group]
    scale = scale_of(all_amounts)
    least = (scale.high - scale.low) * Fraction(1, 30_000)
    for row, amount in enumerate(all_amounts):
        places = [dot.x for dot in dots_of(picture, row) if dot.shape not in ARROWS]
        read = [scale.value_at(place) for place in places]
        assert len(read) == (1 if amount.low == amount.high else 2)
        assert abs(read[0] - amount.low) < least
        assert abs(read[-1] - amount.high) < least
        for bar in bars_of(picture, row):
            assert bar.x == places[0]
            assert bar.x + bar.width == pytest.approx(places[-1])
        assert len(bars_of(picture, row)) == len(read) - 1


@given(plots)
def test_an_open_end_is_drawn_where_the_words_leave_it_open(groups: list[list[Amount]]) -> None:
    picture = drawn(groups)
    expected: dict[Bound | None, set[Shape]] = {"at least": {Shape.TO_THE_RIGHT}, "at most": {Shape.TO_THE_LEFT}}
    for row, amount in enumerate(each for group in groups for each in group):
        assert {dot.shape for dot in dots_of(picture, row)} & ARROWS == expected.get(amount.bound, set())
        tails = [line for line in lines_of(picture, row) if line.dash == "dotted"]
        assert len(tails) == (2 if amount.is_approximate and amount.bound is None else 0)


@given(plots)
def test_every_label_of_the_amounts_is_legible(groups: list[list[Amount]]) -> None:
    assert_legible(drawn(groups))


def test_no_two_statuses_have_the_same_mark() -> None:
    shapes = [shape for shape, _, _ in LOOKS.values()]
    assert len(set(shapes)) == len(shapes)
    bars = [look for _, *look in LOOKS.values()]
    assert all(
        bars.count(look) == 1
        for status, look in zip(LOOKS, bars, strict=True)
        if status in ("reported", "planned", "goal")
    )


def test_each_status_is_a_series_below_a_heading_with_its_mark() -> None:
    one = Amount(low=Fraction(5), high=Fraction(5), is_approximate=False, bound=None, label="2022", words="5")
    picture = drawn([[one], [one], [one], [one]])
    found = {row: {dot.shape for dot in dots_of(picture, row)} for row in range(4)}
    assert found == {0: {Shape.DISC}, 1: {Shape.RING}, 2: {Shape.SQUARE}, 3: {Shape.DIAMOND}}


def test_no_line_joins_two_amounts() -> None:
    amounts_of_years = [
        Amount(low=Fraction(n), high=Fraction(n), is_approximate=False, bound=None, label=f"{n}", words=f"{n}")
        for n in (3, 5, 9)
    ]
    picture = drawn([amounts_of_years])
    assert [lines_of(picture, row) for row in range(3)] == [[], [], []]
