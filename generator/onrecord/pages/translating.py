"""The interface's own words in a language: looked up in its catalogue once, and as a list for whoever translates them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache, partial
from typing import Any

from onrecord.languages import ENGLISH, Language, Plural, find_language
from onrecord.model import Dossier
from onrecord.pages.wording import IN_ENGLISH, Wording
from onrecord.urls import Publication


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a catalogue."""

    context: str
    """The name of the word, such as `HOME` or `ORDERS.newest`."""
    english: str
    plural: str = ""


def messages() -> Iterator[Message]:
    """List every message that a catalogue has to have, in the order of the words."""
    for name in _names():
        match getattr(IN_ENGLISH, name):
            case Plural(one=one, many=many):
                yield Message(name, one, many)
            case Mapping() as words:
                yield from (Message(_context(name, key), each) for key, each in words.items())
            case str(word):
                yield Message(name, word)


def wording_of(dossier: Dossier, publication: Publication) -> Wording:
    """Give the words of a site: in the language that its settings name, else in that of its briefings, else English."""
    return wording_in(find_language(publication.language or dossier.language) or ENGLISH)


@cache
def wording_in(language: Language) -> Wording:
    """Give all words in a language; what its catalogue lacks is in English."""
    if language == ENGLISH:
        return IN_ENGLISH
    return replace(IN_ENGLISH, language=language, **{name: _translated(name, language) for name in _names()})


def _names() -> tuple[str, ...]:
    return tuple(each.name for each in fields(Wording) if each.name != "language")


def _translated(name: str, language: Language) -> Any:  # noqa: ANN401  of the type that the field has
    match getattr(IN_ENGLISH, name):
        case Plural(one=one, many=many):
            return Plural(one, many, partial(language.words.npgettext, name))
        case Mapping() as words:
            return {key: language.words.pgettext(_context(name, key), each) for key, each in words.items()}
        case word:
            return language.words.pgettext(name, word)


def _context(name: str, key: str) -> str:
    return f"{name}.{key or 'none'}"
