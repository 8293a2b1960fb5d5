"""What was named or meant by things that could not be resolved, so that one cause is one problem.

A check that calls something missing (unused, uncovered, without a topic) asks here first: a quote with a wrong letter uses
its topic all the same, and of a record that cannot be read nobody knows what it uses.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from onrecord.assembly.names import Names
from onrecord.assembly.sources import SourceParts
from onrecord.content import BRIEFINGS_FOLDER, SOURCES_FOLDER, Content
from onrecord.locations import Written
from onrecord.model import Speaker, Topic, Unsettled
from onrecord.problems import (
    BAD_FILE_NAME,
    FILE_MISSING,
    MISSING_RECORD,
    NOT_UTF8,
    OUTSIDE_CONTENT,
    UNKNOWN_FIELD,
    WRONG_SHAPE,
    YAML_COMMENT,
    YAML_DUPLICATE,
    Problem,
)

_LOSSY = frozenset(
    {
        BAD_FILE_NAME,
        FILE_MISSING,
        NOT_UTF8,
        OUTSIDE_CONTENT,
        UNKNOWN_FIELD,
        WRONG_SHAPE,
        YAML_COMMENT,
        YAML_DUPLICATE,
    }
)
"""Kinds of problems in a file of which nobody knows what it would say without them."""
_PASSAGES_MEANT = frozenset(f"did you mean `{field}`?" for field in ("quotes", "statements", "parts"))
"""Hints at misspelt fields that hold passages."""


def find_unsettled(
    content: Content,
    found: Iterable[Problem],
    sources: tuple[SourceParts, ...],
    speakers: Names[Speaker],
    topics: Names[Topic],
) -> Unsettled:
    """Gather what was named; `found` are the problems of reading."""
    lossy = [problem for problem in found if _is_lossy(problem)]
    lost = [PurePosixPath(problem.location.path) for problem in lossy]
    unread = {path.stem for path in lost if path.parent.name == SOURCES_FOLDER and path.suffix != ".txt"}
    unread |= {PurePosixPath(problem.location.path).stem for problem in found if problem.kind is MISSING_RECORD}
    unread |= {parts.source.key for parts in sources if _is_unread(parts)}
    drafts = {path.stem for path in lost if path.parent.name == BRIEFINGS_FOLDER}
    drafts |= {briefing.key for briefing in content.briefings}
    parents = (keyed.entry.parent for keyed in content.codebook if keyed.entry.parent is not None)
    return Unsettled(
        topics=frozenset(topics.things) if unread else _meant(topics, _topics(sources), parents) | drafts,
        speakers=frozenset(speakers.things) if unread else _meant(speakers, _speakers(sources)),
        passages=frozenset((*_passages_with_topics(sources), *_passages_not_read_whole(sources, lossy))),
        places=tuple((parts.source.key, span) for parts in sources for span in parts.passages.near),
        sources=frozenset(unread),
    )


def find_unread(sources: Iterable[SourceParts], found: Iterable[Problem]) -> frozenset[str]:
    """Find the sources of which a passage may be there that was not read, by a problem that was given."""
    unread = {parts.source.key for parts in sources if parts.record.is_broken or _is_empty(parts)}
    lost = (PurePosixPath(problem.location.path) for problem in found if _is_lossy_of_passages(problem))
    return frozenset(unread | {path.stem for path in lost if path.parent.name == SOURCES_FOLDER})


def has_lost_all(name: str, entries: Collection[object], found: Iterable[Problem]) -> bool:
    """Tell whether a file that should be a map of keys is something else as a whole, so that no key is known."""
    return not entries and any(
        problem.kind is WRONG_SHAPE and PurePosixPath(problem.location.path).name == name for problem in found
    )


def _is_lossy(problem: Problem) -> bool:
    """Tell whether something of the file was not read; a field of which nobody can say what was meant is none."""
    return problem.kind in _LOSSY and (problem.kind is not UNKNOWN_FIELD or bool(problem.hint))


def _is_lossy_of_passages(problem: Problem) -> bool:
    lost = {BAD_FILE_NAME, OUTSIDE_CONTENT, WRONG_SHAPE, YAML_DUPLICATE}
    return problem.kind in lost or (problem.kind is UNKNOWN_FIELD and problem.hint in _PASSAGES_MEANT)


def _is_empty(parts: SourceParts) -> bool:
    """Tell whether nothing at all stands in a record; that its title is missing is a problem."""
    return not parts.passages.entries and not parts.record.entry.title.text


def _is_unread(parts: SourceParts) -> bool:
    entries = parts.passages.entries.values()
    return (
        parts.record.is_broken or _is_empty(parts) or not all(words.text for entry in entries for words in entry.text)
    )


def _meant(names: Names[Speaker] | Names[Topic], *written: Iterable[Written]) -> frozenset[str]:
    return frozenset(names.meant(text) for text in {each.text for some in written for each in some})


def _topics(sources: Iterable[SourceParts]) -> Iterator[Written]:
    for parts in sources:
        for passage in parts.passages.entries.values():
            yield from passage.topics
        for event in parts.record.entry.events:
            yield from event.topics


def _speakers(sources: Iterable[SourceParts]) -> Iterator[Written]:
    for parts in sources:
        record = parts.record.entry
        yield from record.participants
        yield from (
            keyed.entry.speaker for keyed in (*record.quotes, *record.statements) if keyed.entry.speaker is not None
        )
        for entry in parts.passages.entries.values():
            yield from entry.mentions


def _passages_with_topics(sources: Iterable[SourceParts]) -> Iterator[str]:
    for parts in sources:
        for key, passage in parts.passages.found.items():
            whole = passage.whole.key if passage.whole is not None else key
            if parts.passages.entries[key].topics or parts.passages.entries[whole].topics:
                yield passage.address


def _passages_not_read_whole(sources: Iterable[SourceParts], lossy: Iterable[Problem]) -> Iterator[str]:
    """Find the passage that each such problem stands in: the last one that begins before it."""
    for parts in sources:
        starts = sorted((entry.location.start, key) for key, entry in parts.passages.entries.items())
        for problem in lossy:
            if problem.location.path == parts.record.file.path and starts:
                before = bisect_right(starts, problem.location.start, key=lambda each: each[0])
                yield f"{parts.source.key}:{starts[max(0, before - 1)][1]}"
