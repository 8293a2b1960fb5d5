"""The words of a period: like kinds are known as like, and what cannot be read is only like itself."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.figures import read_period


@pytest.mark.parametrize(
    ("words", "kind", "start"),
    [
        ("2021", "year", "2021"),
        ("in 2021", "year", "2021"),
        ("the year 2021", "year", "2021"),
        ("в 2021 году", "year", "2021"),
        ("2021 г.", "year", "2021"),
        ("2022-06", "month", "2022-06"),
        ("June 2022", "month", "2022-06"),
        ("in September 2022", "month", "2022-09"),
        ("Sept. 2022", "month", "2022-09"),
        ("май 2022", "month", "2022-05"),
        ("за март 2022 года", "month", "2022-03"),
        ("2022-06-09", "day", "2022-06-09"),
        ("January–April 2022", "months 1-4", "2022-01"),
        ("from January to April 2022", "months 1-4", "2022-01"),
        ("январь-апрель 2022 года", "months 1-4", "2022-01"),
        ("Q3 2022", "quarter", "2022-07"),
        ("the first quarter of 2022", "quarter", "2022-01"),
        ("II квартал 2022 года", "quarter", "2022-04"),
        ("H2 2022", "half", "2022-07"),
        ("first half of 2022", "half", "2022-01"),
        ("первое полугодие 2022", "half", "2022-01"),
        ("2021–2025", "years 5", "2021"),
        ("from 2021 to 2025", "years 5", "2021"),
        ("2025–2021", "2025–2021", ""),
        ("April–January 2022", "april–january 2022", ""),
        ("H3 2022", "h3 2022", ""),
        ("third half of 2022", "third half of 2022", ""),
        ("by 2025", "by 2025", ""),
        ("Per  year", "per year", ""),
        ("2022-13", "2022-13", ""),
        ("0000", "0000", ""),
        ("", "", ""),
    ],
)
def test_a_period_has_a_kind_and_a_beginning(words: str, kind: str, start: str) -> None:
    period = read_period(words)
    assert (period.kind, str(period.start or "")) == (kind, start)


@given(st.text() | st.from_regex(r"(in |Q)?[0-9]{4}([–-][0-9]{2,4})?", fullmatch=True))
@example("0\x1f0")
def test_any_words_have_a_kind_and_no_impossible_date(words: str) -> None:
    period = read_period(words)
    if period.start is not None:
        assert period.start.first_day <= period.start.last_day
    else:
        assert period.kind == " ".join(words.split()).casefold().replace("ё", "е").rstrip(".")
