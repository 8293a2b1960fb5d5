"""The words of numbers, in English and Russian, as vocabularies: nothing here reads, it only lists.

Keys are spelled as `tokens.fold` leaves words: lower case, ё as е.
"""

from decimal import Decimal
from typing import Final


def _with_forms(*lines: str) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for line in lines:
        value, *forms = line.split()
        numbers |= dict.fromkeys(forms, int(value))
    return numbers


ONES: Final = _with_forms(
    "1 one один одна одно одного одной одному одним одну",
    "2 two два две двух двум двумя",
    "3 three три трех трем тремя",
    "4 four четыре четырех четырем четырьмя",
    "5 five пять пяти пятью",
    "6 six шесть шести шестью",
    "7 seven семь семи семью",
    "8 eight восемь восьми восемью восьмью",
    "9 nine девять девяти девятью",
)
ZERO: Final = _with_forms("0 zero nought naught ноль нуля")
TEENS: Final = _with_forms(
    "10 ten десять десяти десятью",
    "11 eleven одиннадцать одиннадцати",
    "12 twelve двенадцать двенадцати",
    "13 thirteen тринадцать тринадцати",
    "14 fourteen четырнадцать четырнадцати",
    "15 fifteen пятнадцать пятнадцати",
    "16 sixteen шестнадцать шестнадцати",
    "17 seventeen семнадцать семнадцати",
    "18 eighteen восемнадцать восемнадцати",
    "19 nineteen девятнадцать девятнадцати",
)
TENS: Final = _with_forms(
    "20 twenty двадцать двадцати",
    "30 thirty тридцать тридцати",
    "40 forty fourty сорок сорока",
    "50 fifty пятьдесят пятидесяти",
    "60 sixty шестьдесят шестидесяти",
    "70 seventy семьдесят семидесяти",
    "80 eighty восемьдесят восьмидесяти",
    "90 ninety девяносто девяноста",
)
HUNDREDS: Final = _with_forms(
    "100 сто ста",
    "200 двести двухсот",
    "300 триста трехсот",
    "400 четыреста четырехсот",
    "500 пятьсот пятисот",
    "600 шестьсот шестисот",
    "700 семьсот семисот",
    "800 восемьсот восьмисот",
    "900 девятьсот девятисот",
)
SIMPLE: Final = ZERO | ONES | TEENS | TENS | HUNDREDS

ONE_AND_A_HALF: Final = frozenset({"полтора", "полторы", "полутора"})
FRACTIONS: Final = {
    "half": Decimal("0.5"),
    "halves": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "quarters": Decimal("0.25"),
    "fifth": Decimal("0.2"),
    "fifths": Decimal("0.2"),
    "tenth": Decimal("0.1"),
    "tenths": Decimal("0.1"),
}

_NOUN_ENDINGS = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
_RUSSIAN_SCALES = {
    **dict.fromkeys(("тысяча", "тысячи", "тысяч", "тысячу", "тысячам", "тысячами", "тысячах", "тыс"), 3),
    **{f"миллион{ending}": 6 for ending in _NOUN_ENDINGS},
    **{f"миллиард{ending}": 9 for ending in _NOUN_ENDINGS},
    **{f"триллион{ending}": 12 for ending in _NOUN_ENDINGS},
    "млн": 6,
    "млрд": 9,
    "трлн": 12,
}
_ENGLISH_SCALES = {
    **dict.fromkeys(("thousand", "thousands"), 3),
    **dict.fromkeys(("million", "millions", "mln", "mn", "mil", "mio"), 6),
    **dict.fromkeys(("billion", "billions", "bn", "bln"), 9),
    **dict.fromkeys(("trillion", "trillions", "tn", "trn", "trln"), 12),
    **dict.fromkeys(("lakh", "lakhs"), 5),
    **dict.fromkeys(("crore", "crores"), 7),
    "quadrillion": 15,
}
RUSSIAN_SCALES: Final = {word: Decimal(10) ** power for word, power in _RUSSIAN_SCALES.items()}
SCALES: Final = {word: Decimal(10) ** power for word, power in _ENGLISH_SCALES.items()} | RUSSIAN_SCALES
HALF_OF_SCALE: Final = {
    "полтысячи": Decimal(10) ** 3,
    "полмиллиона": Decimal(10) ** 6,
    "полмиллиарда": Decimal(10) ** 9,
    "полтриллиона": Decimal(10) ** 12,
}
GLUED_SCALES: Final = {"k": Decimal(10) ** 3}
MONEY_SCALES: Final = {"k": Decimal(10) ** 3, "m": Decimal(10) ** 6, "b": Decimal(10) ** 9, "t": Decimal(10) ** 12}
NUMBER_WORDS: Final = frozenset({*SIMPLE, *SCALES, *FRACTIONS, *HALF_OF_SCALE, *ONE_AND_A_HALF, "hundred"})
"""Every word that makes a number; none is written without one of them or a digit."""
