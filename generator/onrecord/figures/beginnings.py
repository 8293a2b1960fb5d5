"""With which tokens a figure may begin: most are passed over so, before anything is read at them."""

from typing import Final

from onrecord.figures.coefficients import ARTICLES
from onrecord.figures.currencies import CODES, LETTER_SIGNS, OTHER_CODES
from onrecord.figures.number_words import MONEY_SCALES, NUMBER_WORDS
from onrecord.figures.qualifiers import BEFORE
from onrecord.figures.quantities import NEGATIVE, POSITIVE
from onrecord.figures.ranges import OPENERS
from onrecord.figures.reading import TOP
from onrecord.figures.tokens import Token

_KINDS: Final = frozenset({"number", "fraction", "sign", "dash"})
_CODES: Final = frozenset(code.casefold() for code in (*CODES, *OTHER_CODES))
_WORDS: Final = frozenset(
    {
        *ARTICLES,
        *NUMBER_WORDS,
        *(phrase.split()[0] for phrase in BEFORE),
        *NEGATIVE,
        *POSITIVE,
        *OPENERS,
        *TOP,
        *LETTER_SIGNS,
        *_CODES,
        *(letter + code for letter in MONEY_SCALES for code in _CODES),
    }
)


def may_begin(token: Token, following: Token) -> bool:
    """Tell whether a figure may begin with a token: whether reading anything there can come to something."""
    return token.kind in _KINDS or (token.kind == "word" and (token.key in _WORDS or following.text == "$"))
