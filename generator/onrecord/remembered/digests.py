"""Digests of the values that pieces of the site are made of.

A digest covers every field of a value, and of what it refers to the digest of that; so whoever adds a field to the
model need not think of this. Two things count for less than they hold: a place in an author's file for its path, since
pages show no more of it, and a list that is cut into pages for what its pages show of each other.
"""

import marshal
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, cached_property, partial
from hashlib import blake2b
from itertools import chain
from operator import attrgetter
from pathlib import PurePath
from types import FunctionType, MappingProxyType
from typing import Any, TypeVar, cast

from onrecord.dates import Date
from onrecord.locations import Location, Span
from onrecord.model import Briefing, Dossier, Event, Figure, Link, Passage, Source, Speaker, Topic
from onrecord.pages.index import DossierIndex, Use
from onrecord.pages.paging import LongList
from onrecord.pages.wording import Wording
from onrecord.remembered.watching import ALL, OF_PASSAGES, OF_SOURCES, OF_TOPICS, PASSAGE, Watched
from onrecord.urls import Publication

_ENTITIES = frozenset([Source, Speaker, Topic, Passage, Figure, Link, Event, Briefing, Use])
"""What has a digest of its own, made once. It is kept with its value, which so lives on and is told apart by where it is."""
_ELSEWHERE = frozenset([DossierIndex, Watched, Publication, Wording])
"""What is the same for all pieces of a site; whoever compares sites compares these by themselves."""
_PLAIN: frozenset[type] = frozenset([str, int, bool, float, bytes, type(None)])
"""What is written as it is."""
_SIZE = 16
_FORM = 2
"""Of `marshal`: the last in which equal values are written alike, and nothing refers to what came before."""

K = TypeVar("K")
V = TypeVar("V")
Tell = Callable[[Any], Any]
"""Says all that counts of a value, in plain values and tuples of them."""


class UntellableError(TypeError):
    """A value of a type of which nobody knows what counts, such as a function within another."""


class Digests:
    """The digests of one dossier."""

    def __init__(self, index: DossierIndex, known: "Digests | None" = None) -> None:
        """Take the dossier, by its index, and the digests of another, of which this one may hold some of the very same values."""
        self._index = index
        self._of: dict[int, tuple[object, bytes]] = {}
        if known is not None:  # they are told apart by where they are, and those that are known still live
            there = set(map(id, _entities_of(index.dossier)))
            self._of = {place: found for place, found in known._of.items() if place in there}  # noqa: SLF001  its own kind
        self._of_subjects = _Made[str, bytes](self._answer)
        self._ways: _Made[type, Tell] = _Made(self._way_of)
        self._ways |= cast(
            "dict[type, Tell]",
            {
                tuple: self._all,
                Span: attrgetter("start", "end"),
                Date: attrgetter("year", "month", "day"),
                Location: attrgetter("file.path"),
                LongList: self._of_list,
                **{kind: lambda value: value for kind in _PLAIN},
                **dict.fromkeys(_ENTITIES, self.of),
                **dict.fromkeys(_ELSEWHERE, lambda _: "elsewhere"),
            },
        )

    def of(self, entity: Any) -> bytes:  # noqa: ANN401  one of _ENTITIES
        """Give the digest of a part of the dossier."""
        found = self._of.get(id(entity))
        if found is None:
            kind = type(entity)
            fields_of = _fields(cast("Hashable", kind))
            found = self._of[id(entity)] = (entity, self._digest((kind.__name__, *self._all(fields_of(entity)))))
        return found[1]

    def of_plan(self, plan: Callable[[], Any], *more: object) -> bytes:
        """Give the digest of a plan with its arguments, and more that its piece is made of; empty where a plan has no arguments to look at."""
        if not isinstance(plan, partial):
            return b""
        try:
            return self._digest((_named(plan.func), self._tell(plan.args), self._tell(plan.keywords), self._tell(more)))
        except UntellableError:
            return b""

    def of_subjects(self, subjects: Iterable[str]) -> bytes:
        """Give the digest of everything that was asked for."""
        return blake2b(b"".join(map(self._of_subjects.__getitem__, subjects)), digest_size=_SIZE).digest()

    def _answer(self, subject: str) -> bytes:
        word, _, key = subject.partition(" ")
        if word == ALL:
            return self._digest(self._tell(getattr(self._index.dossier, key)))
        about = self._entities.get((_kind(word), key))
        if about is None:
            return b""
        asked = OF_PASSAGES if word == PASSAGE else (word,)
        return self._digest((self.of(about), *(self._tell(getattr(self._index, name)(about)) for name in asked)))

    @cached_property
    def _entities(self) -> Mapping[tuple[type, str], Any]:
        """What may be asked about, by its kind and key."""
        dossier = self._index.dossier
        return {
            **{(Passage, each.address): each for each in dossier.passages},
            **{(Source, each.key): each for each in dossier.sources},
            **{(Topic, each.id): each for each in dossier.topics},
            **{(Speaker, each.id): each for each in dossier.speakers},
        }

    def _digest(self, told: Any) -> bytes:  # noqa: ANN401  plain values and tuples of them
        return blake2b(marshal.dumps(told, _FORM), digest_size=_SIZE).digest()

    def _all(self, values: Iterable[Any]) -> tuple[Any, ...]:
        ways = self._ways
        return tuple([each if (kind := type(each)) in _PLAIN else ways[kind](each) for each in values])

    def _tell(self, value: Any) -> Any:  # noqa: ANN401  anything that a piece is made of
        """Say what counts of a value; UntellableError where nobody knows."""
        return self._ways[type(value)](value)

    def _way_of(self, kind: type) -> Tell:
        """Say how values of a type are told."""
        ways: tuple[tuple[Any, Tell], ...] = (
            (Enum, lambda each: each.name),
            (Decimal, str),
            (date, str),
            (PurePath, str),
            (list | tuple, self._all),
            (dict | MappingProxyType, lambda each: (self._all(each), self._all(each.values()))),
            (set | frozenset, lambda each: tuple(sorted(self._all(each)))),
            (FunctionType, _named),
            (partial, lambda each: (_named(each.func), self._all(each.args), self._tell(each.keywords))),
        )
        way = next((way for base, way in ways if issubclass(kind, base)), None)
        if way is None and is_dataclass(kind):
            get = _fields(kind)
            return lambda each: (kind.__name__, *self._all(get(each)))
        if way is None:
            raise UntellableError(kind)
        return lambda each: (kind.__name__, way(each))

    def _of_list(self, whole: LongList[Any]) -> bytes:
        found = self._of.get(id(whole))
        if found is None:
            told = {
                each.name: self._tell(getattr(whole, each.name)) for each in fields(LongList) if each.name != "items"
            }
            found = self._of[id(whole)] = (whole, self._digest((told, len(whole.items))))
        return found[1]


class _Made(dict[K, V]):
    """Values by key, each made when it is first asked for."""

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        made = self[key] = self._make(key)
        return made


@cache
def _fields(kind: Any) -> Callable[[Any], tuple[Any, ...]]:  # noqa: ANN401  a dataclass
    """Give what takes the values of all fields of a dataclass, in order."""
    names = [each.name for each in fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _entities_of(dossier: Dossier) -> Iterable[object]:
    return chain(
        dossier.sources,
        dossier.speakers,
        dossier.topics,
        dossier.passages,
        dossier.figures,
        dossier.links,
        dossier.events,
        dossier.briefings,
    )


def _kind(word: str) -> type:
    """Say what a subject's key is a key of."""
    if word == PASSAGE:
        return Passage
    return Source if word in OF_SOURCES else Topic if word in OF_TOPICS else Speaker


def _named(function: Callable[..., Any]) -> str:
    """Name a function that can be found by its name; UntellableError where it cannot."""
    name = getattr(function, "__qualname__", "<")
    if "<" in name:
        raise UntellableError(function)
    return f"{function.__module__}.{name}"
