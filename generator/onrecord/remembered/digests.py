"""Digests of the values that pieces of the site are made of.

A digest covers every field of a value, and of what it refers to the digest of that; so whoever adds a field to the
model need not think of this. Two things count for less than they hold: a place in an author's file for its path, since
pages show no more of it, and a list that is cut into pages for what its pages show of each other.
"""

import io
import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import cached_property, partial
from hashlib import blake2b
from typing import Any

from onrecord.dates import Date
from onrecord.locations import Location, Span
from onrecord.model import Briefing, Event, Figure, Link, Passage, Source, Speaker, Topic
from onrecord.pages.index import DossierIndex, Use
from onrecord.pages.paging import LongList
from onrecord.pages.wording import Wording
from onrecord.remembered.watching import ALL, OF_PASSAGES, OF_SOURCES, OF_TOPICS, PASSAGE, Watched
from onrecord.urls import Publication

_ENTITIES = frozenset([Source, Speaker, Topic, Passage, Figure, Link, Event, Briefing, Use])
"""What has a digest of its own, made once. It is kept with its value, which so lives on and is told apart by where it is."""
_ELSEWHERE: Mapping[type, Callable[[Any], str]] = {
    each: lambda _: "elsewhere" for each in (DossierIndex, Watched, Publication, Wording)
}
"""What is the same for all pieces of a site; whoever compares sites compares these by themselves."""
_SIZE = 16


class Digests:
    """The digests of one dossier."""

    def __init__(self, index: DossierIndex) -> None:
        """Take the dossier, by its index."""
        self._index = index
        self._of: dict[int, tuple[object, bytes]] = {}
        self._of_subjects: dict[str, bytes] = {}
        self._stand_ins: Mapping[type, Callable[[Any], object]] = {
            Span: lambda span: (span.start, span.end),
            Date: str,
            Location: lambda location: str(location.path),
            LongList: self._of_list,
            frozenset: lambda values: tuple(sorted(values)),
            **_ELSEWHERE,
        }

    def of(self, entity: Any) -> bytes:  # noqa: ANN401  one of _ENTITIES
        """Give the digest of a part of the dossier."""
        found = self._of.get(id(entity))
        if found is None:
            told = tuple(getattr(entity, each) for each in _names(type(entity)))
            found = self._of[id(entity)] = (entity, self._digest((type(entity).__name__, told)))
        return found[1]

    def of_plan(self, plan: Callable[[], Any], *more: object) -> bytes:
        """Give the digest of a plan with its arguments, and more that its piece is made of; empty where a plan has no arguments to look at."""
        if not isinstance(plan, partial):
            return b""
        try:
            return self._digest((_named(plan.func), plan.args, plan.keywords, more))
        except (pickle.PicklingError, AttributeError):  # a function that somebody made within another
            return b""

    def of_subjects(self, subjects: Iterable[str]) -> bytes:
        """Give the digest of everything that was asked for."""
        digest = blake2b(digest_size=_SIZE)
        for each in subjects:
            digest.update(self.of_subject(each))
        return digest.digest()

    def of_subject(self, subject: str) -> bytes:
        """Give the digest of what is asked for by a subject; that of nothing where there is no such thing any more."""
        found = self._of_subjects.get(subject)
        if found is None:
            found = self._of_subjects[subject] = self._answer(subject)
        return found

    def _answer(self, subject: str) -> bytes:
        word, _, key = subject.partition(" ")
        if word == ALL:
            return self._digest(getattr(self._index.dossier, key))
        about = self._entities.get((_kind(word), key))
        if about is None:
            return b""
        asked = OF_PASSAGES if word == PASSAGE else (word,)
        return self._digest((self.of(about), *(getattr(self._index, name)(about) for name in asked)))

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

    def _digest(self, told: object) -> bytes:
        written = io.BytesIO()
        _Pickler(written, self._stand_in).dump(told)
        return blake2b(written.getbuffer(), digest_size=_SIZE).digest()

    def _stand_in(self, value: Any) -> object | None:  # noqa: ANN401  anything that can be pickled
        """Say what counts of a value, where that is not all of it."""
        kind = type(value)
        if kind is str or kind is tuple or kind is int:  # most of them, and nothing stands for them
            return None
        if kind in _ENTITIES:
            return self.of(value)
        stand_in = self._stand_ins.get(kind)
        return stand_in(value) if stand_in else None

    def _of_list(self, whole: LongList[Any]) -> bytes:
        found = self._of.get(id(whole))
        if found is None:
            told = {each: getattr(whole, each) for each in _names(LongList) if each != "items"}
            found = self._of[id(whole)] = (whole, self._digest((told, len(whole.items))))
        return found[1]


class _Pickler(pickle.Pickler):
    """Writes a value so that equal values are written alike: nothing is written by reference to what came before."""

    def __init__(self, written: io.BytesIO, stand_in: Callable[[Any], object | None]) -> None:
        super().__init__(written, protocol=5)
        self.fast = True
        self.persistent_id = stand_in  # type: ignore[method-assign]


def _names(kind: type) -> tuple[str, ...]:
    if kind not in _NAMES:
        _NAMES[kind] = tuple(each.name for each in fields(kind))
    return _NAMES[kind]


_NAMES: dict[type, tuple[str, ...]] = {}


def _kind(word: str) -> type:
    """Say what a subject's key is a key of."""
    if word == PASSAGE:
        return Passage
    return Source if word in OF_SOURCES else Topic if word in OF_TOPICS else Speaker


def _named(function: Callable[..., Any]) -> str:
    """Name a function that can be found by its name; AttributeError where it cannot."""
    if "<" in function.__qualname__:
        raise AttributeError(function)
    return f"{function.__module__}.{function.__qualname__}"
