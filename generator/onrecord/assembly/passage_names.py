"""The passages by address, and what is told where a whole source is not there: one problem, however many places name it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from rapidfuzz import fuzz, process

from onrecord.assembly.names import Names
from onrecord.content import BRIEFINGS_FOLDER, SOURCES_FOLDER
from onrecord.locations import Location, Written
from onrecord.model import Passage
from onrecord.problems import MISSING_RECORD, NO_RECORD, NO_SOURCE, Problem, shorten

NEAR_SOURCE = 75
"""From which likeness (0 to 100) a known source is proposed: keys of sources are short, and end in the same years."""
_MOST_PLACES = 2
_FOLDED = (MISSING_RECORD, NO_SOURCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageNames(Names[Passage]):
    """Passages, named by address (`source:passage`)."""

    sources: frozenset[str]
    """The keys of all records."""
    unrecorded: Mapping[str, Location] = field(default_factory=dict)
    """Stored words without a record, by key."""
    wordless: tuple[str, ...] = ()
    """The keys of records without stored words."""

    def _unknown(self, name: Written) -> Problem:
        source = name.text.partition(":")[0]
        if source in self.sources or ":" not in name.text:
            return Names._unknown(self, name)  # noqa: SLF001  super() does not work in a class with slots
        return self._no_record(source, name) if source in self.unrecorded else self._no_source(source, name)

    def _no_record(self, source: str, name: Written) -> Problem:
        is_renamed = len(self.wordless) == 1
        return Problem(
            kind=MISSING_RECORD,
            location=name.location,
            message=f"source `{source}` has no record, so nobody knows its passages",
            hint=f"rename {self.wordless[0]}.yml, which has no stored words, to {source}.yml if it is the record"
            if is_renamed
            else f"write its record, {source}.yml; if it is there under another name, give it this one",
        )

    def _no_source(self, source: str, name: Written) -> Problem:
        nearest = process.extractOne(source, sorted(self.sources), scorer=fuzz.ratio, score_cutoff=NEAR_SOURCE)
        near = nearest[0] if nearest else ""
        address = f"{near}:{name.text.partition(':')[2]}"
        meant = address if address in self.things else near
        return Problem(
            kind=NO_SOURCE,
            location=name.location,
            message=f"there is no source `{shorten(source)}`",
            hint=f"did you mean `{meant}`?" if meant else f"store its words and its record in {SOURCES_FOLDER}/",
        )


def fold_missing(problems: Iterable[Problem], unrecorded: Mapping[str, Location]) -> tuple[Problem, ...]:
    """Tell each source that is not there once, and of stored words without a record which nobody names, that they lack it."""
    problems = tuple(problems)
    missing = sorted((each for each in problems if each.kind in _FOLDED), key=_cause)
    told = [_fold(tuple(places), unrecorded) for _, places in groupby(missing, key=lambda each: each.message)]
    named = {each.location for each in told}
    others = (_alone(key, place) for key, place in unrecorded.items() if place not in named)
    return (*(each for each in problems if each.kind not in _FOLDED), *told, *others)


def _cause(problem: Problem) -> tuple[str, bool, str, int]:
    is_elsewhere = f"{BRIEFINGS_FOLDER}/" not in problem.location.path
    return problem.message, is_elsewhere, problem.location.path, problem.location.start


def _fold(places: tuple[Problem, ...], unrecorded: Mapping[str, Location]) -> Problem:
    """Make one problem of those that name one missing source; where its words are stored, it is told there."""
    first = places[0]
    if first.kind is MISSING_RECORD:
        place = next(place for key, place in unrecorded.items() if f"`{key}`" in first.message)
        return replace(first, location=place, notes=(f"its passages are named at {_list(places)}",))
    return replace(first, notes=(f"it is named at {_list(places[1:])} too",)) if len(places) > 1 else first


def _list(places: tuple[Problem, ...]) -> str:
    shown = [str(each.location) for each in places[:_MOST_PLACES]]
    more = len(places) - len(shown)
    return ", ".join(shown) + (f" and {more} more {'place' if more == 1 else 'places'}" if more else "")


def _alone(key: str, place: Location) -> Problem:
    return Problem(
        kind=NO_RECORD,
        location=place,
        message=f"there is no `{key}.yml` for these words",
        hint="write a record of that name beside it; a file that is no source goes elsewhere",
    )
