"""Look up what the author names, and say what may have been meant where there is no such thing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from rapidfuzz import fuzz, process

from onrecord.locations import Written
from onrecord.problems import UNKNOWN_NAME, Kind, Problem, shorten

T = TypeVar("T")

NEAR = 60
"""From which likeness (0 to 100) a known name is proposed for a wrong one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names(Generic[T]):
    """What can be named by one word of ours: speakers, topics, passages."""

    word: str
    """What the things are called, such as `speaker`."""
    things: Mapping[str, T]
    other_names: Mapping[str, str] = field(default_factory=dict)
    """Names that are no keys (aliases, spellings), each with the key to write instead."""
    is_excused: Callable[[str], bool] = lambda _: False
    """Tells names that nobody may call unknown: what defines them has a problem of its own."""
    where: str = ""
    """The file that defines them, for the hint."""
    is_open: bool = False
    """Whether authors add to them all the time, so that a new name is as likely as a misspelt one."""
    kind: Kind = UNKNOWN_NAME

    def find(self, name: Written) -> tuple[T | None, tuple[Problem, ...]]:
        """Look one name up."""
        thing = self.things.get(name.text)
        if thing is not None or not name.text or self.is_excused(name.text):
            return thing, ()
        return None, (self._unknown(name),)

    def find_all(self, names: Iterable[Written]) -> tuple[tuple[T, ...], tuple[Problem, ...]]:
        """Look several names up; a name that stands twice counts once."""
        things: dict[str, T] = {}
        problems: list[Problem] = []
        for name in names:
            thing = self.things.get(name.text)
            if thing is not None:
                things[name.text] = thing
            else:
                problems += self.find(name)[1]
        return tuple(things.values()), tuple(problems)

    def _unknown(self, name: Written) -> Problem:
        return Problem(
            kind=self.kind,
            location=name.location,
            message=f"unknown {self.word} `{shorten(name.text)}`",
            hint=self._hint(name.text),
        )

    def meant(self, name: str) -> str:
        """Give the key that a name stands for, or was probably meant to be; empty where it is like none."""
        if name in self.things:
            return name
        if name in self.other_names:
            return self.other_names[name]
        nearest = process.extractOne(name, [*self.things, *self.other_names], scorer=fuzz.ratio, score_cutoff=NEAR)
        return self.other_names.get(nearest[0], nearest[0]) if nearest is not None else ""

    def _hint(self, name: str) -> str:
        if name in self.other_names:
            return f"write the key `{self.other_names[name]}`, of which this is a name"
        parts = [part.strip() for part in name.split(",")]
        if len(parts) > 1 and all(part in self.things for part in parts):
            return f"write a list: [{', '.join(parts)}]"
        meant = self.meant(name)
        if meant:
            return f"did you mean `{meant}`?" + (f" If not, define it in {self.where}" if self.is_open else "")
        return f"define it in {self.where}" if self.where else ""
