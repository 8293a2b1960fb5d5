"""Tallies: a mark for every one that is counted, or a bar from zero whose length is the count."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pictures import Count, Entry, Picture, draw_tally
from onrecord.pictures.tallies import SHAPES
from tests.pictures.sheet import assert_legible, bars_of, dots_of, texts_of

labels = st.sampled_from(["2022", "30 September 2022", "1 – 2", "сентябрь 2022 года", "二〇二二年九月三十日" * 3])


@st.composite
def tallies(draw: st.DrawFn, most: int = 12_000) -> tuple[tuple[Count, ...], tuple[str, ...]]:
    series = tuple(draw(st.lists(st.text(st.characters(categories=["L", "Nd"]), min_size=1), min_size=1, max_size=5)))
    numbers = st.tuples(*(st.integers(0, draw(st.sampled_from([1, 4, most]))) for _ in series))
    rows = draw(st.lists(st.tuples(labels, numbers), min_size=1, max_size=8))
    loose = draw(st.lists(st.tuples(labels, numbers), max_size=2))
    return (
        *(Count(label=label, numbers=each) for label, each in rows),
        *(Count(label=label, numbers=each, is_loose=True) for label, each in loose),
    ), series


def drawn(counts: tuple[Count, ...], series: tuple[str, ...]) -> Picture:
    rows = tuple(((Entry(text=each.label),), (Entry(text=str(each.total)),)) for each in counts if each.total)
    return draw_tally(
        title="Quotes",
        description="Some quotes.",
        counts=counts,
        series=series,
        loose_label="Dated less exactly",
        columns=("When", "Quotes"),
        rows=rows,
    )


@given(tallies())
def test_the_marks_of_a_row_give_back_its_count(made: tuple[tuple[Count, ...], tuple[str, ...]]) -> None:
    counts, series = made
    picture = drawn(counts, series)
    shown = [each for each in counts if each.total]
    longest = max((bar.width for row in range(len(shown)) for bar in bars_of(picture, row)), default=0.0)
    for row, count in enumerate(shown):
        dots, bars = dots_of(picture, row), bars_of(picture, row)
        assert bool(dots) != bool(bars)
        if dots:
            assert [Counter(dot.shape for dot in dots)[shape] for shape, _ in zip(SHAPES, series, strict=False)] == [
                *count.numbers
            ]
        for bar in bars:
            exact = longest * count.total / max(each.total for each in shown)
            assert bar.width == pytest.approx(exact, abs=0.011)
        assert f"{count.total:,}" in [text.text for text in texts_of(picture) if text.row == row]


@given(tallies())
def test_all_bars_begin_at_one_line(made: tuple[tuple[Count, ...], tuple[str, ...]]) -> None:
    picture = drawn(*made)
    assert len({bar.x for row in range(len(picture.rows)) for bar in bars_of(picture, row)}) <= 1


@given(tallies())
def test_every_label_is_legible(made: tuple[tuple[Count, ...], tuple[str, ...]]) -> None:
    assert_legible(drawn(*made))


@pytest.mark.parametrize("number", [2, 16, 17, 10_000])
def test_few_are_marks_and_many_are_a_bar(number: int) -> None:
    picture = drawn((Count(label="30 September 2022", numbers=(number,)),), ("Quotes",))
    assert (len(dots_of(picture, 0)), len(bars_of(picture, 0))) == ((number, 0) if number < 17 else (0, 1))
