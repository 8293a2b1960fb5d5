"""When quotes were said, as pictures: only where there is an order to see, and with every quote in it once."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Passage
from onrecord.pages.index import index_dossier
from onrecord.pages.quote_times import all_times, plan_times, speaker_times, topic_times
from onrecord.pages.wording import IN_ENGLISH
from onrecord.pictures import Bar, Dot
from tests.data.reading import files_of, read_table
from tests.pages.building import dossier, part, passage, source, speaker, topic
from tests.pictures.ferry import ferry, panels_of, table_of
from tests.pictures.sheet import assert_legible, dots_of, texts_of

FERRY = topic("ferry")
ADA, BEN = speaker("ada", "Ada"), speaker("ben", "Ben")

dates = st.dates().flatmap(
    lambda each: st.sampled_from(
        [f"{each:%Y-%m-%d}".zfill(10), f"{each:%Y-%m}".zfill(7), f"{each.year:04}", f"2022-01-{each.day:02}"]
    )
)


def quote(number: int, date: str, name: str = "Ada") -> Passage:
    return passage(
        source(f"s{number}", f"Word {number} is said.", date=date),
        "q01",
        f"Word {number}",
        by=speaker(name.lower(), name),
        topics=(FERRY,),
    )


@given(st.lists(st.tuples(dates, st.sampled_from(["Ada", "Ben", "Cara"])), max_size=30))
def test_every_quote_is_in_the_picture_once_and_in_the_row_of_its_date(said: list[tuple[str, str]]) -> None:
    quotes = [quote(number, date, name) for number, (date, name) in enumerate(said)]
    made = dossier(*quotes)
    times = all_times(index_dossier(made))
    if times is None:
        assert len({each.source.date.year for each in quotes}) < 2
        return
    (picture,) = (panel.picture for panel in plan_times(times, IN_ENGLISH))
    assert Counter(each.address for row in times.rows for each in row.quotes) == Counter(
        each.address for each in quotes
    )
    rows = [row for row in times.rows if row.quotes]
    assert len(rows) == len(picture.rows)
    for number, row in enumerate(rows):
        drawn = dots_of(picture, number)
        assert not drawn or len(drawn) == len(row.quotes)
        assert any(isinstance(mark, Dot | Bar) and mark.row == number for mark in picture.marks)
        assert picture.rows[number][1][0].text == str(len(row.quotes))
        assert all(row.start[:4] <= str(each.source.date)[:4] <= row.end[:4] for each in row.quotes)
    assert_legible(picture)


def test_ten_thousand_quotes_are_as_legible_as_two() -> None:
    for number in (2, 10_000):
        quotes = [quote(each, f"{1990 + each % 30}-01-01") for each in range(number)]
        (panel,) = plan_times(topic_times(FERRY, index_dossier(dossier(*quotes))), IN_ENGLISH)
        assert panel.picture.height < 700
        assert sum(len(cell) for row in panel.picture.rows for cell in row) < 300
        assert_legible(panel.picture)


def test_quotes_of_one_day_have_no_picture() -> None:
    assert panels_of(dossier(*(quote(number, "2022-06-09") for number in range(5)))) == {}


def test_a_year_and_a_day_of_it_have_no_picture() -> None:
    assert panels_of(dossier(quote(1, "2022"), quote(2, "2022-06-09"))) == {}


def test_a_date_that_is_known_less_exactly_stands_below_the_others() -> None:
    made = dossier(quote(1, "2022-06-09"), quote(2, "2022-06-11"), quote(3, "2022-06"))
    (panel,) = panels_of(made)["timeline/"]
    assert [row["When"] for row in table_of(panel)] == ["9 June 2022", "11 June 2022", "June 2022"]
    assert [text.text for text in texts_of(panel.picture)] == [
        "9 June 2022", "1", "10 June 2022", "11 June 2022", "1", "Dated less exactly", "June 2022", "1",
    ]  # fmt: skip
    assert panel.picture.description == (
        "3 quotes, June 2022 – 11 June 2022. The most are of 9 June 2022: 1. 1 quote dated less exactly stands apart."
    )


def test_a_statement_is_no_quote_and_a_part_no_second_one() -> None:
    made = source("a", "One two. Three.", date="2021")
    whole = passage(made, "q01", "One two.", by=ADA, topics=(FERRY,))
    said = passage(made, "s01", "Three.", by=ADA, topics=(FERRY,))
    other = quote(2, "2022", "Ben")
    panels = panels_of(dossier(whole, part(whole, "a", "One", (FERRY,)), said, other))
    assert [row["Quotes"] for row in table_of(panels["timeline/"][0])] == ["1", "1"]
    assert [row["Quotes"] for row in table_of(panels["topics/ferry/"][0])] == ["1", "1"]
    assert set(panels) == {"timeline/", "topics/ferry/"}


def test_more_speakers_than_there_are_marks_share_the_last_one() -> None:
    names = ["Ada", "Ben", "Cara", "Dan", "Eve", "Fay", "Ada"]
    (panel,) = panels_of(dossier(*(quote(at, f"202{at}", name) for at, name in enumerate(names))))["timeline/"]
    key = [text.text for text in texts_of(panel.picture) if text.row is None]
    assert key[:5] == ["Ada", "Ben", "Cara", "Dan", "Others"]
    shapes = [dots_of(panel.picture, row)[0].shape for row in range(len(names))]
    assert shapes == ["disc", "ring", "square", "diamond", "triangle", "triangle", "disc"]


def test_the_table_leads_to_every_quote_or_to_all_of_them() -> None:
    (panel,) = plan_times(
        topic_times(FERRY, index_dossier(dossier(*(quote(n, f"202{n % 2}") for n in range(14))))), IN_ENGLISH
    )
    cells = [row[-1] for row in panel.picture.rows]
    assert [[entry.address for entry in cell][:1] for cell in cells] == [["sources/s0/#q01"], ["sources/s1/#q01"]]
    assert [(cell[-1].text, cell[-1].address) for cell in cells] == [("and 2 more", "quotes/")] * 2
    assert cells[0][0].text == "Word 0"


def test_the_data_of_a_picture_are_the_quotes_that_it_draws() -> None:
    files = files_of(ferry())
    index = index_dossier(ferry())
    of_topics = (topic_times(each, index) for each in index.dossier.topics)
    of_speakers = (speaker_times(each, index) for each in index.dossier.speakers)
    for times in filter(None, (all_times(index), *of_topics, *of_speakers)):
        rows = read_table(files[f"data/pictures/{times.page}quotes.csv"])
        assert [(row["key"], row["from"], row["until"]) for row in rows] == [
            (quote.address, row.start, row.end) for row in times.rows for quote in row.quotes
        ]
        assert all(row["link"].startswith("https://example.com/harbour/sources/") for row in rows)


def test_the_years_of_the_ferry_are_counted() -> None:
    (panel,) = [each for each in panels_of(ferry())["topics/ferry/"] if each.id == "picture:quotes"]
    assert [(row["When"], row["Quotes"], row["Speakers"]) for row in table_of(panel)] == [
        ("2018", "1", "Jonas Quill"),
        ("2019", "3", "Jonas Quill|Edith Harrow"),
        ("2020", "2", "Jonas Quill"),
        ("2021", "2", "Council of the Isles|Jonas Quill"),
        ("2022", "1", "Edith Harrow"),
        ("2023", "2", "Council of the Isles"),
    ]
