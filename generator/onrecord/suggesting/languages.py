"""Which lexicon reads a source: told by its letters, so that nobody has to say so."""

import re

from onrecord.suggesting.english import ENGLISH
from onrecord.suggesting.lexicon import Lexicon
from onrecord.suggesting.russian import RUSSIAN

_CYRILLIC = re.compile("[\u0400-\u04ff]+")
_LATIN = re.compile("[A-Za-z]+")
_SAMPLE = 2000


def find_lexicon(text: str) -> Lexicon:
    """Find the lexicon of a text: Russian where most of its letters are Cyrillic, else English."""
    sample = text[:_SAMPLE]
    cyrillic = sum(map(len, _CYRILLIC.findall(sample)))
    return RUSSIAN if cyrillic > 0 and cyrillic > sum(map(len, _LATIN.findall(sample))) else ENGLISH
