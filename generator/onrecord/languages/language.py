"""One language: how its words are looked up, and how it writes months, lists and numbers."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable

from babel import Locale
from babel.dates import get_month_names
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import get_decimal_symbol, get_group_symbol

_ENDING = ".po"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language that the site's own words are in."""

    tag: str
    """BCP 47, as the name of its catalogue."""
    words: NullTranslations = field(repr=False)
    """Looks messages up by context and English words; gives the English where it has none."""
    locale: Locale

    def month(self, number: int) -> str:
        """Name a month (1 to 12) as it is named alone: `июнь`."""
        return str(get_month_names("wide", "stand-alone", self.locale)[number])

    def month_in_phrase(self, number: int) -> str:
        """Name a month as it is named behind a day or a preposition: `июня`."""
        return str(get_month_names("wide", "format", self.locale)[number])

    def join(self, items: Sequence[str]) -> str:
        """Join names as a sentence does: `a`, `a and b`, `a, b and c`."""
        return format_list(items, locale=self.locale)

    def number(self, number: Decimal | int) -> str:
        """Write a number out in full with its thousands grouped; no digit is rounded away."""
        marks = {
            ",": get_group_symbol(self.locale, numbering_system="latn"),
            ".": get_decimal_symbol(self.locale, numbering_system="latn"),
        }
        written = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"
        return "".join(marks.get(mark, mark) for mark in written)


ENGLISH = Language(tag="en", words=NullTranslations(), locale=Locale.parse("en_001"))
"""As the world writes it: 9 June 2022; a, b and c."""


def known_languages() -> tuple[str, ...]:
    """List the tags of the languages that there are, in alphabetical order."""
    return tuple(sorted((ENGLISH.tag, *_catalogues())))


def find_language(tag: str) -> Language | None:
    """Find the language of a tag, or the widest that it belongs to (`ru` for `ru-BY`); None where there is none."""
    subtags = tag.replace("_", "-").lower().split("-")
    wanted = ("-".join(subtags[:length]) for length in range(len(subtags), 0, -1))
    known = {each.lower(): each for each in known_languages()}
    return next((_read(known[each]) for each in wanted if each in known), None)


@cache
def _read(tag: str) -> Language:
    """Read a catalogue, compiled in memory since that is how plural forms are chosen."""
    if tag == ENGLISH.tag:
        return ENGLISH
    compiled = io.BytesIO()
    with _catalogues()[tag].open("rb") as file:
        write_mo(compiled, read_po(file, locale=tag.replace("-", "_"), abort_invalid=True))
    compiled.seek(0)
    return Language(tag=tag, words=GNUTranslations(compiled), locale=Locale.parse(tag, sep="-"))


def _catalogues() -> dict[str, Traversable]:
    found = (each for each in files(__package__).iterdir() if each.name.endswith(_ENDING))
    return {each.name.removesuffix(_ENDING): each for each in found}
