"""What holds for every number and every text."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.figures import find_figures, parse_unit, parse_value, read_figure
from onrecord.figures.beginnings import may_begin
from onrecord.figures.ranges import read_range
from onrecord.figures.reading import read_phrase
from onrecord.figures.tokens import find_tokens
from onrecord.figures.word_lists import list_words
from tests.growth import is_in_step

SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "тыс.": 10**3, "млрд": 10**9}
GROUPINGS = [",", " ", "\u00a0", "\u2009", "\u202f", "'", "\u2019"]
DASHES = ["-", *map(chr, range(0x2010, 0x2016)), "\u2212", " \u2013 ", " to "]
WORDS = st.sampled_from(
    sorted(
        list_words("""
    $ € ₽ % - \u2013 \u2212 ~ . , + / ½ : USD about over from between to and or one two half a 5 1,500 2020 7:54 1/2
    percent rubles thousand million billion тыс. млн млрд от до hundred top May
    """)
    )
)
HOSTILE = (
    "1,", "$", "1", "-", "1 000 ", "million ", "one ", "about ", "from 1 to ", "½", "U.", "10 - ", "1/", "\u0301",
)  # fmt: skip


@given(st.decimals(min_value=0, max_value=999, places=2), st.sampled_from(sorted(SCALES)))
def test_a_scale_word_multiplies_exactly(number: Decimal, scale: str) -> None:
    reading = read_figure(f"{number} {scale}")
    assert reading is not None
    assert (reading.low, reading.high) == (number * SCALES[scale], number * SCALES[scale])


@given(st.integers(min_value=1000, max_value=10**15), st.sampled_from(GROUPINGS))
def test_the_separator_of_groups_changes_no_value(number: int, group: str) -> None:
    written = f"{number:,}".replace(",", group)
    reading = read_figure(f"{written} tonnes")
    assert reading is not None
    assert reading.low == number == parse_value(written)


@given(st.integers(1, 500), st.integers(1, 499), st.sampled_from(DASHES), st.sampled_from(["million", "billion"]))
def test_every_dash_makes_the_same_range(low: int, width: int, dash: str, scale: str) -> None:
    reading = read_figure(f"${low}{dash}{low + width} {scale}")
    assert reading is not None
    assert (reading.low, reading.high) == (Decimal(low * SCALES[scale]), Decimal((low + width) * SCALES[scale]))
    assert reading.unit == "USD"


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS).map("".join)))
def test_no_text_raises_and_every_span_lies_in_order_within_it(text: str) -> None:
    read_figure(text)
    parse_value(text)
    parse_unit(text)
    end = 0
    for figure in find_figures(text):
        assert end <= figure.start <= figure.amount_start < figure.amount_end <= figure.end <= len(text)
        assert figure.reading.low <= figure.reading.high
        end = figure.end


@given(st.lists(WORDS.filter(lambda word: word not in {"to", "до"})).map(" ".join))
def test_a_found_figure_read_alone_says_the_same(text: str) -> None:
    for figure in find_figures(text):
        assert read_figure(text[figure.start : figure.end]) == figure.reading


@given(st.from_regex(r"-?[0-9]{1,20}(\.[0-9]{1,10})?", fullmatch=True))
def test_a_plain_number_is_its_own_value(text: str) -> None:
    assert parse_value(text) == Decimal(text)


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_grows_no_faster_than_the_text(piece: str) -> None:
    def work(length: int) -> None:
        text = piece * (length // len(piece))
        find_figures(text)
        read_figure(text)

    assert is_in_step(work, 8_000)


OPENINGS = (
    *("", "the ", "US", "Br ", "MUSD ", "A$", "чуть более ", "NTD", "usd ", "from ", "между ", "minus ", "-", "top "),
    *("a ", "#", "полтора "),
)
ENDS = ("5", "1/2", "million", "half a million", "two", "сто", "полмиллиона", "hundred", "½")


def test_nothing_is_read_where_no_figure_may_begin() -> None:
    for parts in product(OPENINGS, ENDS, (" to ", " и ", "-", " "), ENDS):
        tokens = find_tokens("".join(parts))
        for at in range(len(tokens)):
            if not may_begin(tokens[at], tokens[at + 1]):
                assert (read_phrase(tokens, at), read_range(tokens, at)) == (None, None)
