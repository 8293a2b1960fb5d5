from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import parse_date
from onrecord.figures.measures import MEASURES
from onrecord.languages import find_language
from onrecord.model import Figure, Relation
from onrecord.pages.amounts import amount_words, unit_words
from onrecord.pages.calendar import date_words, period_words, range_words
from onrecord.pages.evidence import evidence_line, find_silence
from onrecord.pages.translating import wording_in
from onrecord.pages.wording import IN_ENGLISH
from tests.pages.building import day, figure, passage, source, speaker


@pytest.mark.parametrize(
    ("iso", "words"), [("2022-06-09", "9 June 2022"), ("2022-06", "June 2022"), ("2022", "2022"), ("0800", "800")]
)
def test_date_is_written_as_precisely_as_it_is_known(iso: str, words: str) -> None:
    assert date_words(day(iso), IN_ENGLISH) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2020", "2021-03", "2020 – March 2021"),
        ("2020", "", "since 2020"),
        ("", "2020-01-02", "until 2 January 2020"),
        ("", "", ""),
        ("2020", "2020", "2020"),
    ],
)
def test_period_may_be_open_at_either_end(start: str, end: str, words: str) -> None:
    assert period_words(parse_date(start), parse_date(end), IN_ENGLISH) == words


def test_range_of_dates_is_from_the_first_to_the_last() -> None:
    assert range_words([day("2022-07"), day("2021"), day("2022-06-09")], IN_ENGLISH) == "2021 – July 2022"


def a_figure() -> Figure:
    return figure(passage(source("s", "about 5"), "q1", "about 5"), "5", "5")


@pytest.mark.parametrize(
    ("low", "high", "is_approximate", "words"),
    [
        ("1.5e9", "1.5e9", True, "≈\u00a01,500,000,000"),
        ("205000000", "210000000", False, "205,000,000–210,000,000"),
        ("0.10", "0.10", False, "0.10"),
        ("-1234.5", "-1234.5", False, "-1,234.5"),
    ],
)
def test_amount_is_exact_and_grouped(low: str, high: str, is_approximate: bool, words: str) -> None:  # noqa: FBT001
    shown = replace(a_figure(), low=Decimal(low), high=Decimal(high), is_approximate=is_approximate)
    assert amount_words(shown, IN_ENGLISH) == words


def test_figure_that_could_not_be_read_has_no_amount() -> None:
    assert amount_words(replace(a_figure(), low=None, high=None, is_approximate=True), IN_ENGLISH) == ""


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_no_digit_of_a_number_is_lost(number: Decimal) -> None:
    assert Decimal(IN_ENGLISH.language.number(number).replace(",", "")) == number


def test_every_unit_that_a_figure_may_have_has_a_name() -> None:
    assert set(IN_ENGLISH.UNITS) == set(MEASURES.values())
    assert set(IN_ENGLISH.RATES) <= {unit.removesuffix("s") for unit in MEASURES.values()}


@pytest.mark.parametrize(
    ("unit", "english", "russian"),
    [
        ("", "count", "ед."),
        ("USD", "USD", "USD"),
        ("people", "people", "чел."),
        ("barrels per day", "barrels per day", "барр. в сутки"),
        ("USD per t", "USD per t", "USD / т"),
        ("people per year", "people per year", "чел. / год"),
        ("ships per lock", "ships per lock", "ships / lock"),
    ],
)
def test_units_are_named_as_readers_know_them(unit: str, english: str, russian: str) -> None:
    language = find_language("ru")
    assert language is not None
    assert (unit_words(unit, IN_ENGLISH), unit_words(unit, wording_in(language))) == (english, russian)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 quotes"), (1, "1 quote"), (11, "11 quotes"), (1200, "1,200 quotes")]
)
def test_counts_agree_with_their_noun(number: int, words: str) -> None:
    assert IN_ENGLISH.count_quotes(number) == words


@pytest.mark.parametrize(
    ("heard", "unheard", "words"),
    [
        (["Belarus"], ["Russia"], "Only Belarus is quoted. Russia is not."),
        (["Belarus"], ["Russia", "Kursk Oblast"], "Only Belarus is quoted. Russia and Kursk Oblast are not."),
        (["A", "B"], ["C"], "Only A and B are quoted. C is not."),
        ([], ["A", "B", "C"], "A, B and C are not quoted."),
    ],
)
def test_silence_is_said_in_a_sentence(heard: list[str], unheard: list[str], words: str) -> None:
    assert IN_ENGLISH.only_quoted(heard, unheard) == words


def test_every_relation_can_be_read_both_ways() -> None:
    assert set(IN_ENGLISH.RELATIONS) == set(IN_ENGLISH.BACK_RELATIONS) == set(Relation)
    assert all(IN_ENGLISH.RELATIONS[each] == IN_ENGLISH.BACK_RELATIONS[each] for each in Relation if each.is_mutual)


def test_evidence_counts_quotes_statements_speakers_and_sources() -> None:
    first, second = source("a", "x y z", date="2022-06-09"), source("b", "x", date="2022-07-01")
    ada, ben = speaker("ada"), speaker("ben")
    passages = (
        passage(first, "q1", "x", by=ada),
        passage(first, "s1", "y", by=ben),
        passage(second, "q1", "x", by=ada),
    )
    assert (
        evidence_line(passages, IN_ENGLISH) == "2 quotes, 1 statement, 1 speaker, 2 sources, 9 June 2022 – 1 July 2022"
    )
    assert evidence_line((), IN_ENGLISH) == ""


def test_whoever_is_present_mentioned_or_only_paraphrased_is_not_heard() -> None:
    ada, ben, cara, dan = (
        speaker(name.lower(), name, side)
        for name, side in zip(("Ada", "Ben", "Cara", "Dan"), ("North", "South", "North", "East"), strict=True)
    )
    made = replace(source("a", "x y"), participants=(ada, ben))
    quote = replace(passage(made, "q1", "x", by=ada), mentions=(cara,))
    silence = find_silence((quote, passage(made, "s1", "y", by=dan)), IN_ENGLISH)
    assert silence.sides == "Only North is quoted. East and South are not."
    assert [each.label for each in silence.speakers] == ["Dan", "Ben", "Cara"]
