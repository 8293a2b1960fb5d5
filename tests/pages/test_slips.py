from dataclasses import replace

import pytest

from onrecord.pages.words import sic_words
from tests.pages.building import find, passage, source

TEXT = "He said: “selling goods s one thing,” and left."


@pytest.mark.parametrize(
    ("words", "slip", "shown"),
    [
        ("selling goods s one thing", "s one", "goods s one thing"),
        ("selling goods s one thing", "one thing", "s one thing"),
        ("selling goods s one thing", "selling", "selling goods"),
        ("selling goods s one thing", "oods s o", "selling goods s one thing"),
        ("goods", "goods", "goods"),
    ],
)
def test_slip_is_shown_with_the_word_on_either_side_within_its_piece(words: str, slip: str, shown: str) -> None:
    quote = replace(passage(source("s", TEXT), "q1", words), sic=(find(TEXT, slip),))
    assert sic_words(quote) == (shown,)
