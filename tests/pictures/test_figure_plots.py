"""Figures as pictures: like with like, and nothing drawn that no source states."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Figure
from onrecord.pages.comparable import all_comparable, find_comparable, speaker_comparable, topic_comparable
from onrecord.pages.figure_plots import LOOKS, MOST_DRAWN, plan_figure_plots
from onrecord.pages.index import index_dossier
from onrecord.pictures import Bar, Dot, Shape
from tests.data.reading import files_of, read_table
from tests.pages.building import dossier, figure, passage, source, speaker, topic
from tests.pictures.ferry import ferry, panels_of, table_of
from tests.pictures.sheet import assert_legible, texts_of

TOPIC = topic("ferry")


def stated(words: str, low: str, high: str = "", **fields: str) -> Figure:
    """Make a figure of passengers whose passage is its words."""
    date = fields.pop("date", "2022-06-09")
    made = passage(source(f"s{date}", words, date=date), "q01", words, by=speaker("ada", "Ada"), topics=(TOPIC,))
    unit = fields.pop("unit", "passengers")
    known = {"what": "ferry passengers", "period": "2022", **fields}
    return replace(figure(made, words, low, high, unit=unit), **known)  # type: ignore[arg-type]  # texts all


def plotted(*figures: Figure) -> list[list[str]]:
    """List the values of each plot."""
    made = replace(dossier(*(each.passage for each in figures)), figures=figures)
    panels = plan_figure_plots(figures, "figures/", index_dossier(made))
    return [[row["Value"] for row in table_of(panel)] for panel in panels]


@pytest.mark.parametrize(
    ("other", "is_comparable"),
    [
        ({}, True),
        ({"period": "in 2019"}, True),
        ({"what": "Ferry  Passengers"}, True),
        ({"status": "planned"}, True),
        ({"date": "2019-01"}, True),
        ({"period": "January 2022"}, False),
        ({"period": "per year"}, False),
        ({"period": ""}, False),
        ({"unit": "boats"}, False),
        ({"unit": ""}, False),
        ({"what": "passengers of the bus"}, False),
        ({"what": ""}, False),
    ],
)
def test_only_like_is_drawn_with_like(other: dict[str, str], is_comparable: bool) -> None:  # noqa: FBT001  what is expected
    found = plotted(stated("5", "5"), stated("7", "7", **other))
    assert [sorted(values) for values in found] == ([["5", "7"]] if is_comparable else [])


@pytest.mark.parametrize(
    ("periods", "is_comparable"),
    [
        (("Q1 2021", "third quarter of 2022"), True),
        (("January–April 2021", "January to April 2022"), True),
        (("January–April 2021", "January–June 2022"), False),
        (("2021–2025", "2026-2030"), True),
        (("2021–2025", "2021–2030"), False),
        (("per year", "Per  year"), True),
        (("by 2025", "by 2030"), False),
        (("", ""), True),
    ],
)
def test_periods_of_one_kind_are_compared(periods: tuple[str, str], is_comparable: bool) -> None:  # noqa: FBT001  what is expected
    first, second = periods
    assert bool(plotted(stated("5", "5", period=first), stated("7", "7", period=second))) == is_comparable


def test_one_figure_is_not_plotted_nor_one_that_was_not_read() -> None:
    unread = replace(stated("some", "0"), low=None, high=None)
    assert plotted(stated("5", "5")) == plotted(stated("5", "5"), unread) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("about 1.5 million passengers", "≈\u00a01,500,000"),
        ("more than 40,000", "at least 40,000"),
        ("up to 40,000", "at most 40,000"),
        ("40,000", "40,000"),
    ],
)
def test_the_label_tells_what_the_words_leave_open(words: str, value: str) -> None:
    low = "1500000" if "million" in words else "40000"
    made = replace(stated(words, low), is_approximate=words != "40,000")
    assert plotted(made, stated("7", "7")) == [[value, "7"]]
    index = index_dossier(dossier(made.passage))
    (panel,) = plan_figure_plots((made, stated("7", "7")), "figures/", index)
    assert value in [text.text for text in texts_of(panel.picture)]


def test_statuses_are_headings_in_their_order_and_each_keeps_to_its_own() -> None:
    made = [
        stated(str(n), str(n), status=status, date=f"202{n}")
        for n, status in enumerate(("goal", "planned", "", "estimate", "reported"))
    ]
    (panel,) = plan_figure_plots(made, "figures/", index_dossier(dossier(*(each.passage for each in made))))
    assert [(row["Status"], row["Value"]) for row in table_of(panel)] == [
        ("reported", "4"), ("estimated", "3"), ("planned", "1"), ("goal", "0"), ("status not stated", "2"),
    ]  # fmt: skip
    strong = [text.text for text in texts_of(panel.picture) if text.is_strong and text.row is None]
    assert strong == ["reported", "estimated", "planned", "goal", "status not stated"]


def test_a_scale_without_zero_says_so() -> None:
    made = [stated("98", "98"), stated("99", "99")]
    (panel,) = plan_figure_plots(made, "figures/", index_dossier(dossier(made[0].passage)))
    assert panel.notes == ("The scale does not begin at zero.",)
    assert panel.notes[0] in panel.picture.description
    assert panel.notes[0] in [text.text for text in texts_of(panel.picture)]


def test_of_very_many_figures_the_latest_are_drawn_and_the_data_has_all() -> None:
    made = tuple(stated(str(n), str(n), period=str(1900 + n)) for n in range(1, 90))
    first = made[0].passage
    whole = replace(dossier(first), figures=tuple(replace(each, passage=first, span=first.spans[0]) for each in made))
    (panel,) = plan_figure_plots(made, "figures/", index_dossier(dossier(first)))
    assert [row["Value"] for row in table_of(panel)] == [str(n) for n in range(60, 90)]
    assert panel.notes == ("The latest 30 of 89 figures are drawn. The data has all of them.",)
    (path,) = [path for path in files_of(whole) if path.startswith("data/pictures/figures/")]
    assert len(read_table(files_of(whole)[path])) == 89


ends = st.tuples(st.decimals(0, 10**9, places=2), st.decimals(0, 10**9, places=2)).map(sorted)


@given(
    st.lists(st.tuples(ends, st.sampled_from(["reported", "estimate", "planned", "goal", ""])), min_size=2, max_size=8)
)
def test_what_is_drawn_is_what_the_dossier_states(made: list[tuple[list[Decimal], str]]) -> None:
    figures = [stated("5", f"{low}", f"{high}", status=status) for (low, high), status in made]
    (group,) = find_comparable(figures, "figures/")
    (panel,) = plan_figure_plots(figures, "figures/", index_dossier(dossier(figures[0].passage)))
    order = ["reported", "estimate", "planned", "goal", ""]
    drawn = sorted(group.figures, key=lambda each: order.index(each.figure.status))
    ends_of_rows = [
        [mark.x for mark in panel.picture.marks if isinstance(mark, Dot) and mark.row == row]
        for row in range(len(drawn))
    ]
    assert [len(places) for places in ends_of_rows] == [1 if each.low == each.high else 2 for each in drawn]
    lows = [(Fraction(each.low), places[0]) for each, places in zip(drawn, ends_of_rows, strict=True)]
    highs = [(Fraction(each.high), places[-1]) for each, places in zip(drawn, ends_of_rows, strict=True)]
    (low, left), (high, right) = min(lows), max(highs)
    for value, place in (*lows, *highs):
        part = float((value - low) / (high - low)) if high > low else 0.0
        assert place == pytest.approx(left + part * (right - left), abs=0.02)
    bars = sum(isinstance(mark, Bar) for mark in panel.picture.marks)
    assert bars == sum(each.low != each.high for each in drawn)
    assert_legible(panel.picture)


def test_the_data_of_a_plot_are_its_figures() -> None:
    files, all_figures = files_of(ferry()), read_table(files_of(ferry())["data/figures.csv"])
    index = index_dossier(ferry())
    of_topics = (group for each in index.dossier.topics for group in topic_comparable(each, index))
    of_speakers = (group for each in index.dossier.speakers for group in speaker_comparable(each, index))
    for group in (*all_comparable(index), *of_topics, *of_speakers):
        rows = read_table(files[f"data/pictures/{group.page}{group.name}.csv"])
        assert all(row in all_figures for row in rows)
        assert [(row["passage"], row["words"]) for row in rows] == [
            (each.figure.passage.address, each.figure.words) for each in group.figures
        ]


def test_every_picture_has_its_data_and_all_data_a_picture() -> None:
    shown = {panel.data.address for panels in panels_of(ferry()).values() for panel in panels}
    assert shown == {path for path in files_of(ferry()) if path.startswith("data/pictures/")}


def test_the_ferry_has_the_pictures_that_its_figures_allow() -> None:
    panels = panels_of(ferry())
    assert [panel.picture.title for panel in panels["figures/"]] == [
        "ferry passengers (passengers, by year)",
        "cost of the new boat (USD, period not stated)",
    ]
    assert [tuple(row.values())[:3] for row in table_of(panels["figures/"][0])] == [
        ("reported", "2018", "41,200"),
        ("reported", "in 2019", "44,950"),
        ("reported", "2020", "at most 19,000"),
        ("reported", "2021", "33,400"),
        ("estimated", "2022", "≈\u00a046,000"),
        ("planned", "2021", "30,000–35,000"),
        ("planned", "2022", "at least 40,000"),
        ("goal", "2025", "60,000"),
    ]
    assert panels["figures/"][0].picture.description == (
        "Reported: 4 figures, from 19,000 to 44,950. Estimated: 1 figure, 46,000. "
        "Planned: 2 figures, from 30,000 to 40,000. Goal: 1 figure, 60,000."
    )


def test_the_guide_says_how_the_figures_of_each_status_are_drawn() -> None:
    page = (Path(__file__).parents[2] / "docs" / "authoring.md").read_text(encoding="utf-8")
    marks = {Shape.DISC: "filled disc"}
    bars = {"": "outlined", "dashed": "outlined with dashes", "dotted": "outlined with dots"}
    rows = [
        f"| {f'`{status}`' if status else 'not given'} | {marks.get(shape, shape)} | {bars[dash] if is_hollow else 'filled'} |"
        for status, (shape, is_hollow, dash) in LOOKS.items()
    ]
    assert "\n".join(("| status | mark | bar of a range |", "|---|---|---|", *rows, "")) in page
    assert f"Of more than {MOST_DRAWN} figures the latest {MOST_DRAWN} are drawn" in page
