"""What a language knows: its tag, its months, its lists, its numbers, and which way words run."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import Date, parse_date
from onrecord.languages import ENGLISH, Language, direction_of, find_language, known_languages
from onrecord.pages.calendar import date_words, period_words, phrase_words
from onrecord.pages.translating import wording_in
from onrecord.pages.wording import IN_ENGLISH, Wording

LANGUAGES = st.sampled_from(known_languages()).map(lambda tag: find_language(tag) or ENGLISH)


def say_in(tag: str) -> Wording:
    language = find_language(tag)
    assert language is not None
    return wording_in(language)


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("ru", "ru"),
        ("RU", "ru"),
        ("ru_BY", "ru"),
        ("be-tarask", "be"),
        ("kk", None),
        ("r", None),
        ("rus", None),
        ("", None),
        ("../ru", None),
    ],
)
def test_a_language_is_found_by_its_tag_or_by_a_narrower_one(tag: str, found: str | None) -> None:
    language = find_language(tag)
    assert (language.tag if language else None) == found


def test_english_words_need_no_catalogue() -> None:
    assert wording_in(ENGLISH) is IN_ENGLISH


@pytest.mark.parametrize(
    ("number", "russian", "belarusian"),
    [
        (0, "0\u00a0цитат", "0\u00a0цытат"),
        (1, "1\u00a0цитата", "1\u00a0цытата"),
        (2, "2\u00a0цитаты", "2\u00a0цытаты"),
        (5, "5\u00a0цитат", "5\u00a0цытат"),
        (11, "11\u00a0цитат", "11\u00a0цытат"),
        (21, "21\u00a0цитата", "21\u00a0цытата"),
        (112, "112\u00a0цитат", "112\u00a0цытат"),
        (1202, "1\u00a0202\u00a0цитаты", "1\u00a0202\u00a0цытаты"),
    ],
)
def test_counts_agree_with_their_noun(number: int, russian: str, belarusian: str) -> None:
    assert say_in("ru").count_quotes(number) == russian
    assert say_in("be").count_quotes(number) == belarusian


@pytest.mark.parametrize(
    ("iso", "alone", "in_phrase"),
    [
        ("2022-06-09", "9\u00a0июня 2022\u00a0г.", "9\u00a0июня 2022\u00a0г."),
        ("2022-06", "июнь 2022\u00a0г.", "июня 2022\u00a0г."),
        ("2022", "2022\u00a0г.", "2022\u00a0г."),
    ],
)
def test_a_russian_month_alone_is_in_the_nominative_and_behind_a_word_in_the_genitive(
    iso: str, alone: str, in_phrase: str
) -> None:
    day, say = parse_date(iso), say_in("ru")
    assert day is not None
    assert (date_words(day, say), phrase_words(day, say)) == (alone, in_phrase)
    assert period_words(day, None, say) == f"с {in_phrase}"


def test_russian_sides_are_named_in_the_nominative() -> None:
    said = say_in("ru").only_quoted(["Беларусь"], ["Россия", "Курская область"])
    assert said == "Цитируется только Беларусь. Не цитируются Россия и Курская область."


@given(LANGUAGES, st.dates(min_value=date(1, 1, 1)), st.sampled_from([1, 2, 3]))
def test_a_date_names_all_that_is_known_of_it_and_nothing_else(language: Language, day: date, precision: int) -> None:
    parts = (day.year, day.month, day.day)[:precision]
    shown = Date(**dict(zip(("year", "month", "day"), parts, strict=False)))
    words = date_words(shown, wording_in(language))
    assert sorted(map(int, re.findall(r"\d+", words))) == sorted((*parts[:1], *parts[2:]))
    assert not {"{", "}"} & set(words)
    assert (language.month(day.month) in words or language.month_in_phrase(day.month) in words) == (precision > 1)


@given(LANGUAGES, st.decimals(allow_nan=False, allow_infinity=False))
def test_no_digit_of_a_number_is_lost(language: Language, number: Decimal) -> None:
    marks = {language.number(1000)[1:2]: "", language.number(Decimal("0.5"))[1:2]: "."}
    assert Decimal("".join(marks.get(mark, mark) for mark in language.number(number))) == number


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        ("", "ar", "ltr"),
        ("12–14 %", "he", "ltr"),
        ("only these words", "ar", "ltr"),
        ("من يدفع؟", "", "rtl"),
        ("מי משלם?", "en", "rtl"),
        ("NATO لن تدفع", "ar", "rtl"),
        ("NATO لن تدفع", "", "ltr"),
        ("سلام, he said", "en-GB", "ltr"),
        ("سلام, he said", "", "rtl"),
        ("سلام, he said", "no such tag", "rtl"),
    ],
)
def test_words_run_as_their_letters_do_and_where_mixed_as_their_language_does(
    text: str, language: str, direction: str
) -> None:
    assert direction_of(text, language) == direction
