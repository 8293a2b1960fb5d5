"""Tell where words begin and end.

Scripts written without blanks count each letter as a word: their words cannot be told apart without a dictionary.
"""

import regex

UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
"""The scripts written without blanks, as the inside of a character class."""

_EXTENDS = regex.compile(r"[\p{M}\u200c\u200d]")
_LETTER = regex.compile(rf"[\w\u200c\u200d--[{UNSPACED}]]", regex.VERSION1)
_GOES_ON = regex.compile(
    r"(?<=\d)[.,\u2009\u202f]\d|(?<=\d[.,\u2009\u202f])\d"  # the digits of one number
    r"|(?<=[-+\u2212\p{Sc}])\d|(?<=\d)%"  # its sign and unit
    r"|(?<=\w)['\u2019]\w|(?<=\w['\u2019])\w",  # an apostrophe in a word
)


def is_word_edge(text: str, index: int) -> bool:
    """Tell whether cutting before `index` leaves words, numbers and accented letters whole."""
    if not 0 < index < len(text):
        return True
    if _EXTENDS.match(text, index) or _GOES_ON.match(text, index):
        return False
    return not (_LETTER.match(text, index - 1) and _LETTER.match(text, index))


def starts_near(text: str, index: int, reach: int) -> tuple[int, ...]:
    """List where words or marks begin, at most `reach` code points from `index`."""
    around = range(max(0, index - reach), min(len(text), index + reach + 1))
    return tuple(each for each in around if not text[each].isspace() and is_word_edge(text, each))


def ends_near(text: str, index: int, reach: int) -> tuple[int, ...]:
    """List where words or marks end, at most `reach` code points from `index`."""
    around = range(max(1, index - reach), min(len(text), index + reach) + 1)
    return tuple(each for each in around if not text[each - 1].isspace() and is_word_edge(text, each))
