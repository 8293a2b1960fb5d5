"""Cut a text into the tokens that figures are read from: numbers, words, signs, dashes and everything else.

Every quantifier is possessive, so cutting takes time in proportion to the text, whatever the text.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeVar, cast

import regex

from onrecord.values import named_value

Kind = Literal["other", "fraction", "number", "word", "dash", "sign", "mark"]
Value = TypeVar("Value")

LONGEST_PHRASE = 4
SPACES = " \u00a0\u2009\u202f"
VULGAR_FRACTIONS = "½¼¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
HYPHENS = "-\u2010\u2011"

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\u0901-\u0903\u093e-\u094d\u0bbe-\u0bcd])"
_ABBREVIATIONS = "approx|ca|sq|cu|rs|тыс|млн|млрд|трлн|руб|коп|долл|кв|куб|чел|проц|га"
_TOKEN = regex.compile(
    rf"""
    (?P<other> (?:https?://|www\.)\S++                                 # an address
             | \d++(?:[.,]\d++)*+(?::\d++)++                            # a clock time, a ratio
             | \d++(?:/\d++){{2,}}+                                     # a date
             | \+?\d++(?:[-]\d++){{2,}}+ )                              # an ISO date, a telephone number
  | (?P<fraction> \d{{1,3}}+/\d{{1,3}}+(?!\d|/) )
  | (?P<number> \d{{1,3}}+(?:[{SPACES}]\d{{3}}(?!\d))++(?:[.,]\d++)?+   # groups divided by blanks
              | \d++(?:[.,'’]\d++)*+[{VULGAR_FRACTIONS}]?+
              | (?<![\w.,])\.\d++
              | [{VULGAR_FRACTIONS}] )
  | (?P<word> (?:[^\W\d_]\.){{2,}}+
            | (?i:\b(?:{_ABBREVIATIONS})\.)(?=\s*+(?:[a-zа-яё]|\d|\Z))
            | [^\W\d_]{_LETTER}*+(?:['’]{_LETTER}++)*+ )
  | (?P<dash> [-\u2010-\u2015\u2212] )
  | (?P<sign> [<>]=?+ | [%‰‱~≈±+#№≤≥\u20a0-\u20cf$¢£¤¥֏฿] )
  | (?P<mark> \S )
    """,
    regex.VERBOSE,
)


@named_value
class Token:
    """One piece of a text: its span in code points, its words as looked up, and how it joins the piece before it."""

    kind: Kind
    text: str
    key: str
    start: int
    end: int
    is_glued: bool
    is_after_break: bool


END = Token(kind="mark", text="", key="", start=-1, end=-1, is_glued=False, is_after_break=True)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text; any place outside it holds the token `END`."""

    all: Sequence[Token]

    def __getitem__(self, at: int) -> Token:
        """Return the token at a place, or `END`."""
        return self.all[at] if 0 <= at < len(self.all) else END

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.all)


def find_tokens(text: str) -> Tokens:
    """Return the tokens of a text in order."""
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        start, after = match.span()
        words = match[0]
        tokens.append(
            Token(
                kind=cast("Kind", match.lastgroup),  # the groups of the pattern are the kinds, and none lies in another
                text=words,
                key=fold(words),
                start=start,
                end=after,
                is_glued=start == end > 0,
                is_after_break=start - end > 1 and text.count("\n", end, start) > 1,
            )
        )
        end = after
    return Tokens(tokens)


@lru_cache(maxsize=8192)
def fold(words: str) -> str:
    """Return words as the vocabularies spell them: lower case, ё as е, a straight apostrophe, no last dot."""
    if words.isascii():
        folded = words.lower()
        return folded[:-1] if folded.endswith(".") and folded.count(".") == 1 else folded
    folded = unicodedata.normalize("NFC", words).casefold().replace("ё", "е").replace("’", "'")
    return folded[:-1] if folded.endswith(".") and folded.count(".") == 1 else folded


def find_phrase(tokens: Tokens, at: int, phrases: Mapping[str, Value]) -> tuple[str, Value, int] | None:
    """Find the longest phrase of a vocabulary that starts at a token: the phrase, what it means, the place after it."""
    best: tuple[str, Value, int] | None = None
    phrase = ""
    for place in range(at, at + LONGEST_PHRASE):
        token = tokens[place]
        if token.kind not in {"word", "sign"} or (place > at and token.is_after_break):
            break
        phrase = f"{phrase} {token.key}" if phrase else token.key
        if phrase in phrases:
            best = (phrase, phrases[phrase], place + 1)
    return best


def is_hyphen_between(tokens: Tokens, at: int) -> bool:
    """Tell whether the token joins its two neighbours into one word, as in `twenty-five`."""
    return tokens[at].text in HYPHENS and tokens[at].is_glued and tokens[at + 1].is_glued and tokens[at].text != ""


def skip_hyphen(tokens: Tokens, at: int) -> int:
    """Return the place after a joining hyphen, or the place itself."""
    return at + 1 if is_hyphen_between(tokens, at) else at
