"""A reading as JSON, and back: what other processes hand over and what is kept between runs.

JSON and not a pickle: whatever stands in it, to read it runs nothing. Places are kept without their file, so that a
reading outlives a renaming; the form is told by what this program is (`stamp`), and read only where that is the same.

An entry is `[start, end, field, value, …]`, with the fields by their number and without those that were not given;
words are `[text, start, end]`.
"""

import json
from collections.abc import Callable
from typing import Any, TypeVar

from onrecord.anchoring import Anchor, Miss, Reason
from onrecord.fields import Entry, Field, Keyed, Shape, blanks_of, fields_of
from onrecord.locations import Location, Span, TextFile, Written
from onrecord.model import State
from onrecord.problems import KINDS, Problem
from onrecord.proving.reading import Job, Reading
from onrecord.records import RecordEntry

_KINDS = {kind.code: kind for kind in KINDS}
_STATES = tuple(State)
_REASONS = tuple(Reason)
_NOWHERE = TextFile("", "")

EntryType = TypeVar("EntryType", bound=Entry)


def store_reading(reading: Reading) -> bytes:
    """Write a reading."""
    entry = None if reading.entry is None else _store_entry(reading.entry)
    problems = [_store_problem(each) for each in reading.problems]
    found = [_store_found(each) for each in reading.found]
    return json.dumps([entry, problems, found], ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def restore_reading(stored: bytes, job: Job) -> Reading:
    """Read a reading back, for the texts that it was made of; ValueError, TypeError, LookupError where it is none."""
    entry, problems, found = json.loads(stored)
    file = job.record or _NOWHERE
    return Reading(
        entry=None if entry is None else _restore_entry(RecordEntry, entry, file),
        problems=tuple(_restore_problem(each, file) for each in problems),
        found=tuple(_restore_found(each) for each in found),
    )


def _store_entry(entry: Entry) -> list[Any]:
    stored: list[Any] = [entry.location.start, entry.location.end]
    for number, field in enumerate(fields_of(type(entry))):
        value = getattr(entry, field.attribute)
        if value is not None and value != ():
            stored += (number, _STORE[field.shape](value))
    return stored


def _store_words(written: Written) -> list[Any]:
    return [written.text, written.location.start, written.location.end]


_STORE: dict[Shape, Callable[[Any], Any]] = {
    Shape.WORDS: _store_words,
    Shape.ENTRY: _store_entry,
    Shape.LIST: lambda some: [_store_words(each) for each in some],
    Shape.ENTRIES: lambda some: [_store_entry(each) for each in some],
    Shape.KEYED: lambda some: [[_store_words(each.key), _store_entry(each.entry)] for each in some],
}


def _restore_entry(cls: type[EntryType], stored: list[Any], file: TextFile) -> EntryType:
    fields, nothing = _plan_for(cls)
    values = nothing.copy()
    for at in range(2, len(stored), 2):
        field, restore = fields[stored[at]]
        values[field.attribute] = restore(field, stored[at + 1], file)
    return cls(location=Location(file, stored[0], stored[1]), **values)


def _restore_words(_: Field, stored: list[Any], file: TextFile) -> Written:
    return Written(stored[0], Location(file, stored[1], stored[2]))


def _restore_one(field: Field, stored: list[Any], file: TextFile) -> Entry:
    return _restore_entry(_class_in(field), stored, file)


def _restore_list(_: Field, stored: list[list[Any]], file: TextFile) -> tuple[Written, ...]:
    return tuple([Written(text, Location(file, start, end)) for text, start, end in stored])


def _restore_many(field: Field, stored: list[list[Any]], file: TextFile) -> tuple[Entry, ...]:
    return tuple([_restore_entry(_class_in(field), each, file) for each in stored])


def _restore_keyed(field: Field, stored: list[list[Any]], file: TextFile) -> tuple[Keyed[Entry], ...]:
    cls = _class_in(field)
    return tuple(
        [Keyed(key=_restore_words(field, key, file), entry=_restore_entry(cls, each, file)) for key, each in stored]
    )


_RESTORE: dict[Shape, Callable[[Field, list[Any], TextFile], Any]] = {
    Shape.WORDS: _restore_words,
    Shape.ENTRY: _restore_one,
    Shape.LIST: _restore_list,
    Shape.ENTRIES: _restore_many,
    Shape.KEYED: _restore_keyed,
}

_Restore = Callable[[Field, list[Any], TextFile], Any]
_PLANS: dict[type[Entry], tuple[list[tuple[Field, _Restore]], dict[str, Any]]] = {}


def _plan_for(cls: type[Entry]) -> tuple[list[tuple[Field, _Restore]], dict[str, Any]]:
    """Give how each field is restored, by its number, and what stands where none was given."""
    if cls not in _PLANS:
        _PLANS[cls] = ([(each, _RESTORE[each.shape]) for each in fields_of(cls)], blanks_of(cls))
    return _PLANS[cls]


def _class_in(field: Field) -> type[Entry]:
    if field.entry_class is None:
        raise TypeError(f"`{field.name}` holds no entries")
    return field.entry_class


def _store_problem(problem: Problem) -> list[Any]:
    place = problem.location
    return [problem.code, place.start, place.end, problem.message, list(problem.notes), problem.hint]


def _restore_problem(stored: list[Any], file: TextFile) -> Problem:
    code, start, end, message, notes, hint = stored
    location = Location(file, start, end)
    return Problem(kind=_KINDS[code], location=location, message=message, notes=tuple(notes), hint=hint)


def _store_found(found: Anchor | Miss) -> list[Any]:
    state = _STATES.index(found.state)
    if isinstance(found, Anchor):
        return [state, *(edge for span in found.spans for edge in (span.start, span.end))]
    behind = None if found.behind is None else [found.behind.start, found.behind.end]
    places = [[place.start, place.end] for place in found.places]
    return [state, [_REASONS.index(found.reason), found.words, found.piece, behind, places]]


def _restore_found(stored: list[Any]) -> Anchor | Miss:
    state = _STATES[stored[0]]
    if not isinstance(stored[1], list):
        spans = tuple([Span(stored[at], stored[at + 1]) for at in range(1, len(stored), 2)])
        return Anchor(spans=spans, state=state)
    reason, words, piece, behind, places = stored[1]
    return Miss(
        reason=_REASONS[reason],
        state=state,
        words=words,
        piece=piece,
        behind=None if behind is None else Span(*behind),
        places=tuple(Span(*place) for place in places),
    )
