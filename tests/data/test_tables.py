"""The tables give back every word exactly, and hold no cell that a spreadsheet would run."""

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.data.figure_table import FIGURE_COLUMNS
from onrecord.data.quote_table import QUOTE_COLUMNS, write_quote_table
from onrecord.data.tables import write_table
from onrecord.model import Dossier
from onrecord.pages.index import index_dossier
from tests.data.reading import PUBLISHED, files_of, read_table
from tests.pages.dossiers import dossiers
from tests.pages.sample import make_sample

cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
formulas = st.tuples(st.sampled_from(["", "'", "''", " ", "' "]), st.sampled_from("=+-@＝＋－＠\t"), cells).map("".join)


@given(st.lists(st.tuples(cells | formulas, cells | formulas), max_size=3))
@example([("=1+1", "'=1+1"), ("-5", "-5 percent"), ('"a"\n"b"', "a;b,c"), ("\r\n", "\r")])
def test_a_table_gives_back_every_cell(rows: list[tuple[str, str]]) -> None:
    written = write_table(("one", "two"), ({"one": one, "two": two} for one, two in rows))
    assert [(row["one"], row["two"]) for row in read_table(written)] == rows


@given(formulas)
@example("=cmd|' /C calc'!A0")
@example("@SUM(1)")
@example("+1-1")
def test_no_cell_begins_like_a_formula(words: str) -> None:
    ((cell,),) = list(csv.reader(io.StringIO(write_table(("one",), [{"one": words}])[1:], newline="")))[1:]
    assert cell.startswith("'")


@pytest.mark.parametrize("number", ["-5", "-0.5", "1500000000"])
def test_a_number_stays_a_number(number: str) -> None:
    assert write_table(("one",), [{"one": number}]) == f"\ufeffone\r\n{number}\r\n"


def test_a_row_of_other_columns_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="'two'"):
        write_table(("one",), [{"one": "", "two": ""}])


@given(dossiers())
def test_the_words_of_every_quote_are_in_the_table(dossier: Dossier) -> None:
    rows = read_table(write_quote_table(index_dossier(dossier), PUBLISHED))
    assert [(row["key"], row["text"]) for row in rows] == [
        (each.address, " […] ".join(each.pieces)) for each in dossier.passages if each.is_quote
    ]


def test_a_quote_is_a_row_of_all_that_is_known_of_it() -> None:
    rows = read_table(files_of(make_sample())["data/quotes.csv"])
    assert tuple(rows[0]) == QUOTE_COLUMNS
    assert rows[0] == {
        "key": "talks:q01",
        "text": "We will build two cranes for about $3-4 million. The quay are old",
        "speaker": "berg",
        "speaker_name": "Ada Berg",
        "role": "Mayor",
        "side": "Town",
        "date": "2022-06-09",
        "topics": "port",
        "context": "We: the town",
        "state": "verbatim",
        "part_of": "",
        "source": "talks",
        "title": "Harbour talks",
        "publisher": "Town of Port, press office",
        "language": "en",
        "paragraphs": "¶\xa01",
        "start": "58",
        "end": "123",
        "link": "https://example.com/harbour/sources/talks/#q01",
        "citation": "Ada Berg, quoted in “Harbour talks”, Town of Port, press office, 9 June 2022, ¶\xa01 [talks:q01].",
    }


def test_a_figure_is_a_row_of_all_that_is_known_of_it() -> None:
    (row,) = read_table(files_of(make_sample())["data/figures.csv"])
    assert tuple(row) == FIGURE_COLUMNS
    assert row | {"passage_text": ""} == {
        "passage": "talks:q01",
        "words": "about $3-4 million",
        "low": "3000000",
        "high": "4000000",
        "unit": "USD",
        "approximate": "true",
        "status": "planned",
        "basis": "direct",
        "what": "",
        "period": "",
        "as_of": "",
        "note": "",
        "passage_kind": "quote",
        "passage_text": "",
        "speaker": "berg",
        "speaker_name": "Ada Berg",
        "side": "Town",
        "date": "2022-06-09",
        "topics": "port",
        "source": "talks",
        "start": "87",
        "end": "105",
        "link": "https://example.com/harbour/sources/talks/#q01",
    }


def test_lines_end_as_rfc_4180_says() -> None:
    table = files_of(make_sample())["data/figures.csv"]
    assert not re.search(r"(?<!\r)\n", table)
