"""Letters and marks that look alike, so that a difference nobody can see is told by its code points.

The lists are short on purpose: what is missing from them is still reported, only as the words that differ.
"""

import unicodedata

import regex

from onrecord.nearest.folding import fold_equal

_CYRILLIC = "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԌ"  # noqa: RUF001  the look-alikes themselves
_GREEK = "ονρϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"  # noqa: RUF001  the same
_MARKS = {
    **dict.fromkeys("`\u00b4\u02b9\u02bb\u02bc\u02bd\u2032\u2035", "'"),
    **dict.fromkeys("\u2033\u2036\u02ba", '"'),
    **dict.fromkeys("\u2043\u2796\u30fc\u1806", "-"),
    **dict.fromkeys("\u2022\u2219\u22c5\u0387", "\u00b7"),
}
_MOST_NAMED = 3
_LOOKS = str.maketrans(
    {
        **dict(zip(_CYRILLIC, "aeopcyxijshdqwABEKMHOPCTYXIJSG", strict=True)),
        **dict(zip(_GREEK, "ovpcjABEZHIKMNOPTYX", strict=True)),
        **_MARKS,
    },
)
_UNSEEN = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800]+")


def looks_of(words: str) -> str:
    """Replace each letter by the plain one that it looks like, and drop what cannot be seen."""
    compatible = unicodedata.normalize("NFKC", fold_equal(_UNSEEN.sub("", words)))
    return compatible.translate(_LOOKS)


def name_code_points(characters: str) -> str:
    """Name each character by code point and Unicode name, such as `U+0430 CYRILLIC SMALL LETTER A`."""
    named = [f"U+{ord(each):04X} {unicodedata.name(each, '(no name)')}" for each in characters[:_MOST_NAMED]]
    return " ".join((*named, "…") if len(characters) > _MOST_NAMED else named)
