"""Read the unit of a figure, and bring the ways of writing it to one: `$`, `dollars` and `USD` are equal.

Money is given as its ISO 4217 code, anything else as `measures` writes it.
"""

from dataclasses import dataclass

from onrecord.figures.currencies import (
    CODES,
    DOLLAR_PREFIXES,
    LETTER_SIGNS,
    LOOSE_DOLLAR_PREFIXES,
    OTHER_CODES,
    SIGNS,
    WORD_LIKE_CODES,
)
from onrecord.figures.currency_names import MONEY, NAMES, OTHER_MEANINGS
from onrecord.figures.measures import LETTERS, MEASURES
from onrecord.figures.number_words import MONEY_SCALES
from onrecord.figures.tokens import Token, Tokens, find_phrase, find_tokens, is_hyphen_between, skip_hyphen

CODE_LENGTH = 3
LONGEST_UNIT = 80
WORDS = NAMES | MEASURES
RATE_WORDS = frozenset({"per", "a", "an", "в", "на", "за", "/"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit as found: its name, what else the words can mean, a scale that it carries (`MUSD`), the place after it."""

    name: str
    other_names: tuple[str, ...] = ()
    scale_letter: str = ""
    is_code: bool = False
    after: int

    @property
    def is_money(self) -> bool:
        """Tell whether the unit counts money."""
        return self.name in MONEY


def parse_unit(text: str) -> str | None:
    """Return the unit that an author's words name, in Onrecord's one spelling; None for blank or overlong words.

    Money becomes its ISO 4217 code, `per cent` becomes `%`; words that name no known unit come back in lower case with
    single blanks, so that they compare equal to themselves.
    """
    if not text.strip() or len(text) > LONGEST_UNIT:
        return None
    tokens = find_tokens(text.strip())
    unit = _read_named_unit(tokens)
    if unit and unit.after == len(tokens):
        return unit.name
    rate = find_rate(tokens, unit.after) if unit else None
    if unit and rate and rate[1] == len(tokens):
        return f"{unit.name} per {rate[0]}"
    return " ".join(text.casefold().split())


def _read_named_unit(tokens: Tokens) -> Unit | None:
    token = tokens[0]
    code = _find_code(token.text.upper())
    if code and token.key not in WORDS:
        return Unit(name=code, after=1)
    return find_leading_currency(tokens, 0) or find_trailing_unit(tokens, 0)


def find_rate(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Find what a figure is counted by, as in `per tonne` or `a year`: the unit's singular, and the place after it."""
    if tokens[at].key not in RATE_WORDS or tokens[at].is_after_break:
        return None
    found = find_phrase(tokens, at + 1, MEASURES)
    if found:
        return found[1].removesuffix("s"), found[2]
    word = tokens[at + 1]
    return (word.key, at + 2) if word.kind == "word" and tokens[at].key in {"per", "/"} else None


def is_russian_unit(key: str) -> bool:
    """Tell whether a word names a unit in Russian, before which a comma is the decimal mark."""
    return key in WORDS and "а" <= key[0] <= "я"


def find_leading_currency(tokens: Tokens, at: int) -> Unit | None:
    """Find the currency written before its number: a sign, a prefixed sign (`US$`), a code, a code with a scale."""
    token = tokens[at]
    if token.kind == "sign" and token.text in SIGNS:
        return _make_unit(token.text, SIGNS[token.text], at + 1)
    if token.kind != "word":
        return None
    if tokens[at + 1].text == "$":
        return _find_prefixed_dollar(tokens, at)
    return _find_leading_word(tokens, at)


def _find_prefixed_dollar(tokens: Tokens, at: int) -> Unit | None:
    key = tokens[at].key
    is_together = tokens[at + 1].is_glued or key in LOOSE_DOLLAR_PREFIXES
    code = DOLLAR_PREFIXES.get(key) or _find_code(tokens[at].text)
    return Unit(name=code, after=at + 2) if code and is_together else None


def _find_leading_word(tokens: Tokens, at: int) -> Unit | None:
    token = tokens[at]
    is_glued_to_number = tokens[at + 1].is_glued and tokens[at + 1].kind == "number"
    code = _find_written_code(token)
    if code and (is_glued_to_number or token.text not in WORD_LIKE_CODES):
        return Unit(name=code, after=at + 1, is_code=True)
    if token.key in {"br", "rs"} and token.text[0].isupper():
        return _make_unit(token.key, LETTER_SIGNS[token.key], at + 1)
    return _find_scaled_code(token, at)


def find_trailing_unit(tokens: Tokens, at: int) -> Unit | None:
    """Find the unit written after its number: a sign, a code, a name, a measure."""
    at = skip_hyphen(tokens, at)
    token = tokens[at]
    if token.is_after_break or token.kind not in {"sign", "word"}:
        return None
    return (
        _find_trailing_sign(tokens, at)
        or _find_name(tokens, at)
        or _find_trailing_code(token, at)
        or _find_letter_sign(token, at)
    )


def _find_trailing_sign(tokens: Tokens, at: int) -> Unit | None:
    token = tokens[at]
    is_of_next_number = tokens[at + 1].is_glued and tokens[at + 1].kind == "number"
    if token.text in SIGNS and not is_of_next_number:
        return _make_unit(token.text, SIGNS[token.text], at + 1)
    return _find_prefixed_dollar(tokens, at) if tokens[at + 1].text == "$" and token.kind == "word" else None


def _find_name(tokens: Tokens, at: int) -> Unit | None:
    found = find_phrase(tokens, at, WORDS)
    if found is None or (found[0] in LETTERS and not _is_symbol(tokens, at)):
        return None
    if found[0] == "percentage" and tokens[found[2]].kind == "word" and not tokens[found[2]].is_after_break:
        return None
    return _make_unit(found[0], found[1], found[2])


def _is_symbol(tokens: Tokens, at: int) -> bool:
    """Tell whether a letter is a symbol: as written, and not the ending of a Russian ordinal such as `13-м`."""
    return tokens[at].text.islower() and not is_hyphen_between(tokens, at - 1)


def _find_trailing_code(token: Token, at: int) -> Unit | None:
    code = _find_written_code(token)
    return Unit(name=code, after=at + 1, is_code=True) if code else _find_scaled_code(token, at)


def _find_letter_sign(token: Token, at: int) -> Unit | None:
    name = LETTER_SIGNS.get(token.key)
    return _make_unit(token.key, name, at + 1) if name else None


def _find_written_code(token: Token) -> str | None:
    is_written = token.text.isupper() or (token.text.islower() and token.text.upper() not in WORD_LIKE_CODES)
    return _find_code(token.text.upper()) if is_written else None


def _find_code(text: str) -> str | None:
    return text if text in CODES else OTHER_CODES.get(text)


def _find_scaled_code(token: Token, at: int) -> Unit | None:
    letter, code = token.text[:1], token.text[1:]
    is_scaled = len(token.text) == CODE_LENGTH + 1 and code in CODES and letter.casefold() in MONEY_SCALES
    return Unit(name=code, scale_letter=letter.casefold(), after=at + 1, is_code=True) if is_scaled else None


def _make_unit(words: str, name: str, after: int) -> Unit:
    return Unit(name=name, other_names=OTHER_MEANINGS.get(words, ()), after=after)
