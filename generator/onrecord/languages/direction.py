"""Which way words run: by their letters (UAX #9), and where those are mixed by their language.

`dir="auto"` cannot tell for words that are isolated in elements of their own, as all words of sources are.
"""

import re
import unicodedata
from typing import Literal

from babel import Locale, UnknownLocaleError

Direction = Literal["ltr", "rtl"]

_MAY_BE_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""The blocks that letters of the classes R and AL are in, so that most texts are done with at once."""


def direction_of(text: str, language: str = "") -> Direction:
    """Tell how a text runs: as its first letter does, or as its language does where it has letters of both kinds."""
    if not _MAY_BE_RTL.search(text):
        return "ltr"
    strong = [kind for kind in map(unicodedata.bidirectional, text) if kind in {"L", "R", "AL"}]
    by_letters: Direction = "rtl" if strong and strong[0] != "L" else "ltr"
    return (_direction_in(language) or by_letters) if len({kind == "L" for kind in strong}) > 1 else by_letters


def _direction_in(language: str) -> Direction | None:
    """Tell how a language is written; None where nobody knows."""
    try:
        order = Locale.parse(language, sep="-").character_order
    except (UnknownLocaleError, ValueError, TypeError):
        return None
    return "rtl" if order == "right-to-left" else "ltr"
