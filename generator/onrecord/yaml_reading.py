"""YAML as nodes with places: scalars, sequences and mappings, each with its stretch of the file.

Nodes are made from libyaml's parse events and not by its composer, which resolves types, follows aliases and
overflows the stack on 100,000 brackets. Every scalar stays as written: `no`, `0123`, `7:54` and `1.5e9` are words.
"""

import re
from collections.abc import Callable
from operator import attrgetter
from typing import TypeVar, cast

import yaml

from onrecord import problems
from onrecord.locations import Location, TextFile
from onrecord.problems import Kind, Problem, shorten
from onrecord.values import value
from onrecord.yaml_faults import QUOTE_HINT, Failure, explain_failure

MAX_DEPTH = 50
"""How deep maps and lists may nest; the format itself needs 6."""

_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no `c-printable` character (YAML 1.2.2, 5.1), less the surrogates, which no text holds."""
_BOM = "\ufeff"
_BLOCK_STYLES = frozenset("|>")
_LIBYAML_DEPTH = "exceeded maximum nesting depth"
"""Newer builds of libyaml read no more than 1,000 levels, and read far enough ahead to give up before our own limit."""
_ONE_HINT = "a file is one document: take the `---` or `...` out, or move what follows it to a file of its own"


@value
class Scalar:
    """Words, as written."""

    text: str
    location: Location
    """Quotation marks included; of a block, the words without its header."""
    is_plain: bool
    """Whether they are neither in quotation marks nor in a block, so that a comment may cut them short."""


@value
class Sequence:
    """A list."""

    items: "tuple[Node, ...]"
    location: Location


@value
class Mapping:
    """A map; of two fields with one key, the first."""

    items: "tuple[tuple[Scalar, Node], ...]"
    location: Location


Node = Scalar | Sequence | Mapping

_edges = attrgetter("start_mark.index", "end_mark.index")
"""Where an event begins and ends, in code points of what libyaml was given; it gives every event its place."""

Start = TypeVar("Start", yaml.SequenceStartEvent, yaml.MappingStartEvent)


def read_yaml(file: TextFile, start: int = 0, end: int | None = None) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read the YAML document in that stretch of a file, with positions relative to the whole file.

    A stretch that holds nothing is an empty map. None where the document cannot be read (Y101, Y102, Y103).
    """
    text = file.text[start:end]
    unreadable = _UNREADABLE.search(text)
    if unreadable is not None:
        return None, (_not_printable(file, start + unreadable.start(), unreadable[0]),)
    return _Reader(file, text, start).read()


def _not_printable(file: TextFile, at: int, character: str) -> Problem:
    return Problem(
        kind=problems.YAML_SYNTAX,
        location=Location(file, at, at + 1),
        message=f"YAML cannot hold the character U+{ord(character):04X}",
        hint="remove it from the file",
    )


class _TooDeep(Exception):  # noqa: N818  not an error of the program: it ends the reading of one document
    pass


class _Reader:
    """One reading of one document: its events, and the problems met so far. Positions are the file's."""

    def __init__(self, file: TextFile, text: str, offset: int) -> None:
        self._file = file
        self._loader = yaml.CSafeLoader(text)
        # The stream ends with an event of its own, so nobody reads past it.
        self._next = cast("Callable[[], yaml.Event]", self._loader.get_event)
        # libyaml drops a BOM that its text begins with, and does not count it.
        self._shift = offset + text.startswith(_BOM)
        self._start = offset
        self._end = offset + len(text)
        self._last = (offset, offset)
        self._depth = 0
        self._problems: list[Problem] = []
        self._features: list[Location] = []

    def read(self) -> tuple[Node | None, tuple[Problem, ...]]:
        node: Node | None = None
        try:
            node = self._read_stream()
        except yaml.MarkedYAMLError as error:
            self._add_fault(error)
        except _TooDeep:
            pass
        finally:
            self._loader.dispose()
        return None if self._features else node, (*self._problems, *_feature_problems(self._features))

    def _read_stream(self) -> Node:
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            return Mapping((), Location(self._file, self._start, self._start))
        node = self._node_of(self._next())
        self._next()
        following = self._next()
        if not isinstance(following, yaml.StreamEndEvent):
            self._add(problems.YAML_DOCUMENTS, self._locate(following), "a second YAML document begins here", _ONE_HINT)
        return node

    def _node_of(self, event: yaml.Event) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar_of(event)
        if isinstance(event, yaml.AliasEvent):
            location = self._locate(event)
            self._features.append(location)
            return Scalar("", location, is_plain=False)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._read_nested(event, self._read_sequence)
        if isinstance(event, yaml.MappingStartEvent):
            return self._read_nested(event, self._read_mapping)
        raise TypeError(f"no node begins with {event}")

    def _scalar_of(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = _edges(event)
        self._last = start, end = start + self._shift, end + self._shift
        location = Location(self._file, start, end)
        if event.anchor is not None or event.tag is not None:
            self._features.append(location)
        if event.style in _BLOCK_STYLES:
            location = _words_of_block(location)
        return Scalar(event.value, location, event.style == "")

    def _read_nested(self, event: Start, read: Callable[[Start], Sequence | Mapping]) -> Sequence | Mapping:
        if event.anchor is not None or event.tag is not None:
            self._features.append(self._locate(event))
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._add_depth(self._locate(event))
            raise _TooDeep
        node = read(event)
        self._depth -= 1
        return node

    def _read_sequence(self, start: yaml.SequenceStartEvent) -> Sequence:
        items: list[Node] = []
        next_event = self._next
        while not isinstance(event := next_event(), yaml.SequenceEndEvent):
            items.append(self._node_of(event))
        return Sequence(tuple(items), self._extent(start, event, items[-1] if items else None))

    def _read_mapping(self, start: yaml.MappingStartEvent) -> Mapping:
        items: dict[str, tuple[Scalar, Node]] = {}
        value: Node | None = None
        next_event, node_of = self._next, self._node_of
        while not isinstance(event := next_event(), yaml.MappingEndEvent):
            key = node_of(event)
            value = node_of(next_event())
            if not isinstance(key, Scalar):
                self._add(problems.WRONG_SHAPE, key.location, "a list or map stands where a key should be", QUOTE_HINT)
            elif key.text in items:
                self._add_duplicate(key, items[key.text][0])
            else:
                items[key.text] = (key, value)
        return Mapping(tuple(items.values()), self._extent(start, event, value))

    def _extent(self, start: Start, end: yaml.Event, last: Node | None) -> Location:
        """Locate a collection without the blank lines and comments that follow it."""
        begin = _edges(start)[0] + self._shift
        if start.flow_style or last is None:
            self._last = begin, _edges(end)[1] + self._shift
            return Location(self._file, *self._last)
        return Location(self._file, begin, last.location.end)

    def _locate(self, event: yaml.Event) -> Location:
        start, end = _edges(event)
        return Location(self._file, start + self._shift, end + self._shift)

    def _add(self, kind: Kind, location: Location, message: str, hint: str, note: str = "") -> None:
        notes = (note,) if note else ()
        self._problems.append(Problem(kind=kind, location=location, message=message, notes=notes, hint=hint))

    def _add_duplicate(self, key: Scalar, first: Scalar) -> None:
        message = f"`{shorten(key.text)}` stands twice in this map"
        note = f"the first is in line {first.location.line}"
        self._add(problems.YAML_DUPLICATE, key.location, message, "take one of the two out, or rename it", note)

    def _add_depth(self, location: Location) -> None:
        message = f"maps and lists are nested more than {MAX_DEPTH} deep"
        self._add(problems.YAML_DEPTH, location, message, QUOTE_HINT)

    def _add_fault(self, error: yaml.MarkedYAMLError) -> None:
        at: int = attrgetter("problem_mark.index")(error) + self._shift
        if error.problem == _LIBYAML_DEPTH:
            self._add_depth(Location(self._file, at, at + 1))
            return
        opened_at = at if error.context_mark is None else error.context_mark.index + self._shift
        failure = Failure(
            text=self._file.text[: self._end],
            start=self._start,
            context=error.context or "",
            problem=error.problem or "",
            opened_at=opened_at,
            at=at,
            last=self._last,
        )
        fault = explain_failure(failure)
        location = Location(self._file, fault.start, fault.end)
        # Words that begin with `*` or `&` fail as a feature first, and then as syntax: one cause, one problem.
        if not any(feature.line == location.line for feature in self._features):
            self._add(problems.YAML_SYNTAX, location, fault.message, fault.hint)


def _words_of_block(location: Location) -> Location:
    """Leave out the header of a block, the blanks before its first word and those behind its last."""
    text, start, end = location.file.text, location.start, location.end
    header_end = text.find("\n", start, end)
    words = text[header_end:end] if header_end >= 0 else ""
    if not words.strip():
        return Location(location.file, start, start + len(text[start:end].rstrip()))
    return Location(location.file, end - len(words.lstrip()), header_end + len(words.rstrip()))


def _feature_problems(locations: list[Location]) -> tuple[Problem, ...]:
    if not locations:
        return ()
    count = len(locations) - 1
    problem = Problem(
        kind=problems.YAML_FEATURE,
        location=locations[0],
        message="what begins with `&`, `*` or `!` is an anchor, an alias or a tag to YAML",
        notes=(f"{count} more in this file",) if count else (),
        hint=QUOTE_HINT,
    )
    return (problem,)
