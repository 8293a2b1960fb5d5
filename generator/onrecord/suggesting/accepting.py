"""Accept proposals, or reject them: functions of the texts of three files.

What is accepted moves into the record letter for letter, as a person may have changed it, less what only a proposal says.
Nothing comes out that was not read back first: a record that would read as anything but itself and what was accepted is
left alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import NamedTuple

import regex

from onrecord.fields import Keyed
from onrecord.fixing import words_of
from onrecord.forms import KEY
from onrecord.locations import TextFile, Written
from onrecord.records import EventEntry, PassageEntry, RecordEntry, read_record
from onrecord.speakers import SpeakerEntry, read_speakers
from onrecord.suggesting.blocks import (
    Entries,
    block_of,
    block_of_item,
    following,
    line_of_field,
    lines_of,
    lines_of_item,
)
from onrecord.suggesting.editing import add_items, add_top_entries, cut_lines, drop_empty, insert_entries
from onrecord.suggesting.speech import Tier
from onrecord.suggesting.suggested import ProposedEntry, ProposedEventEntry, SuggestedEntry, read_suggested

_BLANK_LINES = regex.compile(r"\n{3,}")
LISTS = ("participants", "noise", "left_out")
"""What is accepted or rejected as a whole, by its name."""
EVENTS = "events"
"""So are these, of passages that the record has; else they go where their passage goes."""


class NoSuchError(Exception):
    """Something is to be accepted that nobody proposed; its words say what there is instead."""


class UnsafeError(Exception):
    """A file is written in a way that no edit is safe in; its words say which, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """The texts that accepting reads and changes."""

    record: str
    suggested: str
    speakers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What accepting or rejecting came to."""

    files: Files
    keys: tuple[str, ...]
    """What was accepted or rejected, in the order of the file."""
    speakers: tuple[str, ...]
    """Keys of speakers that came into `speakers.yml`."""
    left: int
    """Passages that are still proposed."""


def accept(files: Files, wanted: Sequence[str], *, only_sure: bool = False) -> Moved:
    """Move proposals into the record; NoSuchError or UnsafeError where they cannot be.

    `wanted` are keys of passages and names of lists; with `only_sure` all passages of that tier are wanted, too.
    """
    entry = _read(files.suggested)
    passages = _choose(entry, wanted, only_sure=only_sure)
    lists = [each for each in LISTS if each in wanted]
    events = _choose_events(files.record, entry, passages, wanted)
    record: str | None = files.record
    for field in ("quotes", "statements"):
        chosen = [each for each in getattr(entry, field) if each in passages]
        if chosen:
            blocks = "".join(block_of(files.suggested, each, following(entry, each)) for each in chosen)
            record = insert_entries(record, field, blocks) if record is not None else None
    for field in lists:
        items = [each.text for each in getattr(entry, field)]
        record = add_items(record, field, items) if record is not None else None
    if events and record is not None:
        record = insert_entries(record, EVENTS, "".join(block_of_item(files.suggested, each) for each in events))
    if record is None or not _reads_as(files.record, record, entry, _Chosen(passages, lists, events)):
        raise UnsafeError("the record is written in a way that nothing can be put in safely; copy the lines yourself")
    new = _new_speakers(files.speakers, entry, passages)
    speakers = files.speakers
    for each in new:
        speakers = add_top_entries(speakers, block_of(files.suggested, each, following(entry, each)))
    if read_speakers(TextFile("", speakers))[0] is None:
        raise UnsafeError(
            "`speakers.yml` is written in a way that nothing can be put in safely; add the speakers yourself"
        )
    suggested = _without(files.suggested, entry, [*passages, *new], lists, events)
    return Moved(
        files=Files(record=record, suggested=suggested, speakers=speakers),
        keys=(*(each.key.text for each in passages), *lists, *([EVENTS] if EVENTS in wanted and events else [])),
        speakers=tuple(each.key.text for each in new),
        left=len(entry.passages) - len(passages),
    )


def reject(files: Files, wanted: Sequence[str]) -> Moved:
    """Take proposals out and remember their words, so that they are not proposed again."""
    entry = _read(files.suggested)
    passages = _choose(entry, wanted, only_sure=False)
    lists = [each for each in LISTS if each in wanted]
    words = [" … ".join(piece.text for piece in each.entry.text[:1]) for each in passages]
    words += [each.text for field in lists for each in getattr(entry, field)]
    gone: list[Entries] = [*passages, *_orphans(entry, passages)]
    keys = {each.key.text for each in passages}
    events = [each for each in entry.events if EVENTS in wanted or each.passage.text in keys]
    left = _without(files.suggested, entry, gone, lists, events)
    suggested = add_items(left, "rejected", words) if words else left
    if suggested is None or _texts(_read(suggested).rejected) != [*_texts(entry.rejected), *words]:
        raise UnsafeError("the file of proposals is written in a way that nothing can be put in safely")
    return Moved(
        files=Files(record=files.record, suggested=suggested, speakers=files.speakers),
        keys=(*(each.key.text for each in passages), *lists, *([EVENTS] if EVENTS in wanted else [])),
        speakers=(),
        left=len(entry.passages) - len(passages),
    )


def _read(suggested: str) -> SuggestedEntry:
    entry, problems = read_suggested(TextFile("", suggested))
    if entry is None or problems:
        first = problems[0]
        raise UnsafeError(f"line {first.location.line} of the file of proposals: {first.message}")
    return entry


def _choose(entry: SuggestedEntry, wanted: Sequence[str], *, only_sure: bool) -> list[Keyed[ProposedEntry]]:
    there = {each.key.text for each in entry.passages}
    for name in wanted:
        if name not in there and not (name in {*LISTS, EVENTS} and getattr(entry, name)):
            names = [*there, *(each for each in (*LISTS, EVENTS) if getattr(entry, each))]
            raise NoSuchError(f"`{name}` is not proposed; there is {', '.join(sorted(names)) or 'nothing'}")
    return [
        each
        for each in entry.passages
        if each.key.text in wanted or (only_sure and each.entry.tier is not None and each.entry.tier.text == Tier.SURE)
    ]


def _choose_events(
    record: str, entry: SuggestedEntry, passages: Sequence[Keyed[ProposedEntry]], wanted: Sequence[str]
) -> list[ProposedEventEntry]:
    """Choose the events of passages that are named, and of those that the record then has if all events are wanted.

    With passages that are moved because they are sure come their events that are sure as well.
    """
    old, _ = read_record(TextFile("", record))
    recorded = {each.key.text for each in (*old.quotes, *old.statements)} if old is not None else set()
    moved = {each.key.text for each in passages}
    return [
        each
        for each in entry.events
        if (
            each.passage.text in moved
            and (each.passage.text in wanted or (each.tier is not None and each.tier.text == Tier.SURE))
        )
        or (EVENTS in wanted and each.passage.text in moved | recorded)
    ]


def _new_speakers(
    speakers: str, entry: SuggestedEntry, passages: Iterable[Keyed[ProposedEntry]]
) -> list[Keyed[SpeakerEntry]]:
    known, _ = read_speakers(TextFile("", speakers))
    there = {each.key.text for each in known or ()}
    wanted = {each.entry.speaker.text for each in passages if each.entry.speaker is not None}
    return [each for each in entry.speakers if each.key.text in wanted - there and KEY.admits(each.key.text)]


def _orphans(entry: SuggestedEntry, gone: Sequence[Keyed[ProposedEntry]]) -> list[Keyed[SpeakerEntry]]:
    """List the proposed speakers whom no passage that is left names."""
    left = {each.entry.speaker.text for each in entry.passages if each not in gone and each.entry.speaker is not None}
    return [each for each in entry.speakers if each.key.text not in left]


def _without(
    text: str,
    entry: SuggestedEntry,
    gone: Sequence[Entries],
    lists: Sequence[str],
    events: Sequence[ProposedEventEntry],
) -> str:
    """Take entries, lists and events out of the file of proposals."""
    ranges = [lines_of(text, each, following(entry, each)) for each in gone]
    ranges += [lines_of_item(text, each) for each in events]
    for field in lists:
        items: tuple[Written, ...] = getattr(entry, field)
        ranges.append((line_of_field(text, field, 1, items[0].location.line), items[-1].location.end_line))
    left = cut_lines(text, ranges)
    for field in ("quotes", "statements", EVENTS, "speakers"):
        left = drop_empty(left, field)
    return _BLANK_LINES.sub("\n\n", left)


class _Chosen(NamedTuple):
    """What is accepted."""

    passages: Sequence[Keyed[ProposedEntry]]
    lists: Sequence[str]
    events: Sequence[ProposedEventEntry]


def _reads_as(before: str, after: str, entry: SuggestedEntry, chosen: _Chosen) -> bool:
    """Tell whether a record reads as before, and with what was accepted."""
    old, faults = read_record(TextFile("", before))
    new, problems = read_record(TextFile("", after))
    if old is None or new is None or len(problems) > len(faults):
        return False
    added: dict[str, tuple[object, ...]] = {
        field: tuple(words_of(each) for each in getattr(entry, field)) if field in chosen.lists else ()
        for field in LISTS
    }
    added[EVENTS] = tuple(map(_words_of_event, chosen.events))
    for field in ("quotes", "statements"):
        added[field] = tuple(_words_of_passage(each) for each in getattr(entry, field) if each in chosen.passages)
    names = (each.name for each in fields(RecordEntry) if each.name != "location")
    return all(_words_in(new, name) == _with(_words_in(old, name), added.get(name, ())) for name in names)


def _with(words: object, added: tuple[object, ...]) -> object:
    return (*words, *added) if isinstance(words, tuple) else words


def _words_in(record: RecordEntry, field: str) -> object:
    value = getattr(record, field)
    if field == EVENTS:
        return tuple(map(_words_of_event, value))
    return tuple(map(_words_of_passage, value)) if field in {"quotes", "statements"} else words_of(value)


def _words_of_passage(keyed: Keyed[PassageEntry]) -> tuple[object, ...]:
    """Give what a passage says in a record, which of a proposal is not all."""
    names = (each.name for each in fields(PassageEntry) if each.name != "location")
    return keyed.key.text, *(words_of(getattr(keyed.entry, name)) for name in names)


def _words_of_event(event: EventEntry) -> tuple[object, ...]:
    names = (each.name for each in fields(EventEntry) if each.name != "location")
    return tuple(words_of(getattr(event, name)) for name in names)


def _texts(written: Iterable[Written]) -> list[str]:
    return [each.text for each in written]
