"""Words as stems, so that a term is found in any of its forms: `joint ventures` in `a joint venture`."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_RUSSIAN = re.compile(
    r"(?:иями|ями|ами|ого|ему|ому|его|ыми|ими|иях|иям|ией|ием|ях|ах|ям|ам|ов|ев|ей|ой|ий|ый|ая|яя|ую|юю|ое|ее|ые|ие|ых|их|ым|им"
    r"|ом|ем|ию|ия|ии|ью|(?<=[аеиуыя])(?:ть|ться)|а|я|о|е|ы|и|у|ю|ь|й)$"
)
_FLEETING = re.compile(r"(?<=[^аеиоуыэюя])[ое](?=[кцн]$)")
"""A vowel that only some cases have: `порядок`, `порядка`."""
_NAME_ENDING = re.compile(
    r"(?:ого|его|ому|ему|ыми|ими|ым|им|ом|ем|ой|ей|ый|ий|ая|яя|ую|юю|ою|ею|ых|их|ии|ию|ия|а|я|у|ю|е|ы|и|о|ь|й)$"
)
_ENGLISH = (
    ("ational", "ate"), ("isation", "ise"), ("ization", "ise"), ("izing", "ise"), ("ised", "ise"), ("ized", "ise"),
    ("ize", "ise"), ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"),
    ("ings", ""), ("ing", ""), ("ers", "er"), ("ed", ""), ("s", ""),
)  # fmt: skip
_SHORTEST = 3
_SHORTEST_RUSSIAN = 4


def find_stems(text: str) -> list[str]:
    """Give the stems of the words of a text, in order."""
    return [stem_of(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=16384)
def stem_of(word: str) -> str:
    """Give the stem of one word, English or Russian: cut, not looked up, so that it need not be a word."""
    plain = word.casefold().replace("ё", "е").replace("’", "'").removesuffix("'s")
    if plain[:1] >= "а":
        stem = _RUSSIAN.sub("", plain) if len(plain) > _SHORTEST else plain
        return _FLEETING.sub("", stem) if len(stem) >= _SHORTEST else plain
    if plain.endswith("ss") or len(plain) <= _SHORTEST:
        return plain
    for ending, instead in _ENGLISH:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            return _undouble(plain[: -len(ending)] + instead)
    return plain.removesuffix("e") if len(plain) > _SHORTEST + 1 else plain


@lru_cache(maxsize=8192)
def name_stem(word: str) -> str:
    """Give the form of a name under which its forms are equal: of a Russian one, without its ending."""
    plain = strip_possessive(word).casefold().rstrip(".").replace("ё", "е")
    return _NAME_ENDING.sub("", plain) if plain[:1] >= "а" and len(plain) >= _SHORTEST_RUSSIAN else plain


def strip_possessive(word: str) -> str:
    """Take the `'s` off a name."""
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


def _undouble(stem: str) -> str:
    is_doubled = len(stem) > _SHORTEST and stem[-1] == stem[-2] and stem[-1] not in "lsz"
    cut = stem[:-1] if is_doubled else stem
    return cut.removesuffix("e") if len(cut) > _SHORTEST + 1 else cut
