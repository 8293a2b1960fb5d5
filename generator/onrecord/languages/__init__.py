"""The languages that a site can speak: their words, from catalogues beside this file, and their customs, from CLDR.

English needs no catalogue: its words stand where they are used. Another language is one more `.po` file here, named by
its tag (BCP 47), and nothing else. The only package that imports Babel.
"""

from onrecord.languages.direction import Direction, direction_of
from onrecord.languages.language import ENGLISH, Language, find_language, known_languages
from onrecord.languages.plural import Plural

__all__ = ["ENGLISH", "Direction", "Language", "Plural", "direction_of", "find_language", "known_languages"]
