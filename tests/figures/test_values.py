"""Values and units as an author types them."""

from decimal import Decimal

import pytest

from onrecord.figures import parse_unit, parse_value

VALUES = {
    "1.5e9": "1500000000",
    "1.5E9": "1500000000",
    "1e-3": "0.001",
    "1.5 billion": "1500000000",
    "205000000": "205000000",
    "205_000_000": "205000000",
    "205 000 000": "205000000",
    "205,000,000": "205000000",
    "205'000'000": "205000000",
    " 12.50 ": "12.5",
    "1,5": "1.5",
    "1,500": "1500",
    "-3": "-3",
    "\u22123": "-3",
    "+3": "3",
    "0": "0",
    "half a million": "500000",
}
NO_VALUES = [
    "",
    " ",
    "abc",
    "nan",
    "inf",
    "1e99",
    "1__0",
    "_1",
    "1_",
    "5%",
    "$5",
    "1-2",
    "1.2.3",
    "7:54",
    "1" * 61,
    "--3",
]
UNITS = {
    "USD": ("usd", "$", "US$", "dollars", "dollar", "US dollars", "долларов", "долл."),
    "CAD": ("C$", "Canadian dollars", "CAD"),
    "RUB": ("₽", "rubles", "roubles", "Russian rubles", "руб."),
    "BYN": ("Belarusian rubles", "byn", "белорусских рублей"),
    "%": ("percent", "per cent", "процентов"),
    "percentage points": ("pp", "percentage point", "п.п."),
    "t": ("tonnes", "tons", "metric tons", "тонн"),
    "people": ("person", "человек"),
    "USD per t": ("USD/t", "dollars per tonne", "$ per tonne"),
    "enterprises": ("Enterprises", " enterprises "),
}


@pytest.mark.parametrize(("text", "value"), VALUES.items())
def test_a_typed_value_is_read_exactly(text: str, value: str) -> None:
    assert parse_value(text) == Decimal(value)


@pytest.mark.parametrize("text", NO_VALUES)
def test_what_is_no_number_is_no_value(text: str) -> None:
    assert parse_value(text) is None


@pytest.mark.parametrize(("unit", "spellings"), UNITS.items())
def test_all_spellings_of_a_unit_compare_equal(unit: str, spellings: tuple[str, ...]) -> None:
    assert {parse_unit(spelling) for spelling in (unit, *spellings)} == {unit}


def test_blank_and_endless_words_are_no_unit() -> None:
    assert (parse_unit(" "), parse_unit("x" * 1000)) == (None, None)
