"""Judge from the words around a number in running text what it is: a figure, or a year, a date, a label, a change."""

from typing import Final, Literal

from onrecord.figures.tokens import HYPHENS, Token, Tokens
from onrecord.figures.word_lists import list_words

LONGEST_CLAUSE = 20
SHORTEST_NOUN = 3
CENTURIES = range(1000, 2101)
YEARS_OF_RECORD = range(1900, 2101)
YEAR_LENGTH = 4

MONTHS: Final = list_words("""
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    """)
FUNCTION_WORDS: Final = list_words("""
    a an the this that these those and or but nor if than then of in on at by to from for with without within into onto
    as is are was were be been being has have had do does did will would can could may might must shall should not no
    it its he she they we you i his her their our my your who which what when where while because so such also only just
    until till since before after during between through over under per about there here both each every all any
    was said says и а но или не ни в во на по из от до за с со к ко у о об при для без через между это этот эта эти как
    что где когда который которые был была были будет будут есть его ее их наш мы они он она
    """)
LABELS: Final = list_words("""
    no nr number article articles section chapter page pages paragraph clause figure table resolution version act item
    part volume room step level phase stage grade class group line route highway building house school flight channel
    exercise question point annex appendix protocol decree order law пункт статья статьи указ закон глава том дом
    """)
BEFORE_YEARS: Final = list_words("""
    in of by since from until till through before after during for to between and early late mid spring summer autumn
    fall winter year в с до по к от на за года году
    """)
YEAR_NOUNS: Final = frozenset({"год", "года", "году", "годом", "годы", "годов", "годах", "гг", "г"})
CHANGES: Final = list_words("""
    increas grew grow rise rising rose rais fall fell drop reduc decreas declin cut shrink shrank shrunk climb jump soar
    expand expansion extend extension revis shift chang went improv doubl tripl halv boost brought slash lower down surg
    plung swell plummet slid sank tumbl advanc gain worsen upgrad вырос выраст рост увелич сниз сниж сократ сокращ упал
    паден повы подня уменьш измен прирос возрос возраст
    """)
"""Beginnings of the words that say that a value went from one number to another."""
FALLS: Final = list_words("""
    fall fell drop reduc decreas declin cut shrink shrank shrunk slash lower down plung plummet slid sank tumbl halv
    сниз сниж сократ сокращ упал паден уменьш
    """)


def find_change_before(tokens: Tokens, at: int) -> Literal["change", "fall"] | None:
    """Find in the clause before a token the nearest word that says that a value changed, or that it fell."""
    for place in range(at - 1, at - 1 - LONGEST_CLAUSE, -1):
        token = tokens[place]
        if token.key.startswith(tuple(CHANGES)):
            return "fall" if token.key.startswith(tuple(FALLS)) else "change"
        if token.text in {".", ";", "!", "?", ":", ""} or token.is_after_break:
            break
    return None


def is_cut_off(tokens: Tokens, at: int) -> bool:
    """Tell whether a token is the rest of something longer: of `Su-30`, `G20`, `3-4-5`, `#7`."""
    token, previous = tokens[at], tokens[at - 1]
    if not token.is_glued:
        is_decimal_apart = previous.text in {".", ","} and not previous.is_glued and tokens[at - 2].kind == "number"
        return previous.text in {"#", "№"} or is_decimal_apart
    is_after_hyphen = previous.text in HYPHENS and previous.is_glued
    return (
        previous.kind in {"word", "number", "fraction", "other"}
        or previous.text in {"/", "_", "#", "№", "&", "@"}
        or (is_after_hyphen)
    )


def is_run_on(tokens: Tokens, after: int, *, has_unit: bool = False) -> bool:
    """Tell whether what follows a number is glued to it and makes it something else: `3D`, `1990s`, `7/x`.

    A number with its unit is complete, so that a word may be joined to it: `$100-a-day`.
    """
    token, following = tokens[after], tokens[after + 1]
    if not token.is_glued or (has_unit and token.text in HYPHENS and following.kind == "word"):
        return False
    is_joined = token.text in {"/", "_", "^", "@", "&", "\\", "=", "~", *HYPHENS, "."} and following.is_glued
    return token.kind in {"word", "number", "fraction", "other"} or is_joined


def is_date(tokens: Tokens, at: int, after: int) -> bool:
    """Tell whether a number is the day of a month."""
    return _is_month(tokens[after]) or _is_month(tokens[at - 1]) or tokens[after].key in YEAR_NOUNS - {"года"}


def is_year(tokens: Tokens, at: int, after: int, *, is_qualified: bool) -> bool:
    """Tell whether a number of four digits, `after` the place behind it, is more likely a year than a count."""
    text = tokens[at].text
    if not (len(text) == YEAR_LENGTH and text.isdecimal() and int(text) in CENTURIES):
        return False
    is_counted = is_noun(tokens[after]) and tokens[at - 1].key not in BEFORE_YEARS
    return not is_counted or (int(text) in YEARS_OF_RECORD and not is_qualified)


def is_label(tokens: Tokens, at: int) -> bool:
    """Tell whether a bare number names a thing instead of counting: `Article 5`, `Channel 1`, `No. 7`."""
    place = at - 2 if tokens[at - 1].text == "." and tokens[at - 1].is_glued else at - 1
    previous = tokens[place]
    if previous.kind != "word":
        return False
    is_first = tokens[place - 1].text in {".", "!", "?", ""} or previous.is_after_break
    is_name = place == at - 1 and previous.text[0].isupper() and previous.key not in FUNCTION_WORDS and not is_first
    return previous.key in LABELS or is_name


def is_noun(token: Token) -> bool:
    """Tell whether a word can be what a number counts."""
    is_lower = token.kind == "word" and token.text.islower()
    return is_lower and len(token.text) >= SHORTEST_NOUN and token.key not in FUNCTION_WORDS and not token.is_glued


def _is_month(token: Token) -> bool:
    is_written = token.text[:1].isupper() or token.key[:1] >= "а"
    return token.kind == "word" and token.key in MONTHS and is_written
