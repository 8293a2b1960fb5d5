"""YAML as nodes with places: scalars, sequences and mappings, each with its stretch of the file.

Nodes are made from libyaml's parse events and not by its composer, which resolves types, follows aliases and
overflows the stack on 100,000 brackets. Every scalar stays as written: `no`, `0123`, `7:54` and `1.5e9` are words.
"""

import re
from dataclasses import dataclass
from typing import Protocol

import yaml

from onrecord import problems
from onrecord.locations import Location, TextFile
from onrecord.problems import Kind, Problem
from onrecord.yaml_faults import QUOTE_HINT, Failure, explain_failure

MAX_DEPTH = 50
"""How deep maps and lists may nest; the format itself needs 6."""

_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no `c-printable` character (YAML 1.2.2, 5.1), less the surrogates, which no text holds."""
_BOM = "\ufeff"
_BLOCK_STYLES = frozenset("|>")


@dataclass(frozen=True, slots=True)
class Scalar:
    """Words, as written."""

    text: str
    location: Location
    """Quotation marks included; of a block, the words without its header."""
    is_plain: bool
    """Whether they are neither in quotation marks nor in a block, so that a comment may cut them short."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: "tuple[Node, ...]"
    location: Location


@dataclass(frozen=True, slots=True)
class Mapping:
    """A map; of two fields with one key, the first."""

    items: "tuple[tuple[Scalar, Node], ...]"
    location: Location


Node = Scalar | Sequence | Mapping


def read_yaml(file: TextFile, start: int = 0, end: int | None = None) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read the YAML document in that stretch of a file, with positions relative to the whole file.

    A stretch that holds nothing is an empty map. None where the document cannot be read (Y101, Y103).
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
    """One reading of one document: its events, and the problems met so far."""

    def __init__(self, file: TextFile, text: str, offset: int) -> None:
        self._file = file
        self._text = text
        self._offset = offset
        # libyaml drops a BOM that its text begins with, and does not count it.
        self._skipped = 1 if text.startswith(_BOM) else 0
        self._loader = yaml.CSafeLoader(text)
        self._depth = 0
        self._last = (0, 0)
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
        return node, (*self._problems, *_feature_problems(self._features))

    def _next(self) -> yaml.Event:
        event = self._loader.get_event()
        if event is None:
            raise EOFError("libyaml has no more events, although no stream end came")
        return event

    def _read_stream(self) -> Node:
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            return Mapping((), self._locate(0, 0))
        node = self._read_node()
        self._next()
        following = self._next()
        if not isinstance(following, yaml.StreamEndEvent):
            self._add(problems.YAML_DOCUMENTS, self._place(following), "a second YAML document begins here")
        return node

    def _read_node(self) -> Node:
        return self._node_of(self._next())

    def _node_of(self, event: yaml.Event) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return self._read_scalar(event)
        if isinstance(event, yaml.AliasEvent):
            location = self._place(event)
            self._features.append(location)
            return Scalar("", location, is_plain=False)
        return self._read_collection(event)

    def _read_scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = self._last = _index(event.start_mark), _index(event.end_mark)
        if event.anchor is not None or event.tag is not None:
            self._features.append(self._locate(start, end))
        if event.style in _BLOCK_STYLES:
            start, end = _words_of_block(self._text, start + self._skipped, end + self._skipped)
            return Scalar(event.value, Location(self._file, start + self._offset, end + self._offset), is_plain=False)
        return Scalar(event.value, self._locate(start, end), is_plain=event.style == "")

    def _read_collection(self, event: yaml.Event) -> Sequence | Mapping:
        if not isinstance(event, yaml.CollectionStartEvent):
            raise TypeError(f"no value begins with {event}")
        if event.anchor is not None or event.tag is not None:
            self._features.append(self._place(event))
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._add(problems.YAML_DEPTH, self._place(event), f"maps and lists are nested more than {MAX_DEPTH} deep")
            raise _TooDeep
        is_map = isinstance(event, yaml.MappingStartEvent)
        node = self._read_mapping(event) if is_map else self._read_sequence(event)
        self._depth -= 1
        return node

    def _read_sequence(self, start: yaml.CollectionStartEvent) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node_of(event))
        return Sequence(tuple(items), self._extent(start, event, items))

    def _read_mapping(self, start: yaml.CollectionStartEvent) -> Mapping:
        items: dict[str, tuple[Scalar, Node]] = {}
        last: list[Node] = []
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key, value = self._node_of(event), self._read_node()
            last = [key, value]
            if not isinstance(key, Scalar):
                self._add(problems.WRONG_SHAPE, key.location, "a list or map stands where a key should be", QUOTE_HINT)
            elif key.text in items:
                self._add_duplicate(key, items[key.text][0])
            else:
                items[key.text] = (key, value)
        return Mapping(tuple(items.values()), self._extent(start, event, last))

    def _extent(self, start: yaml.CollectionStartEvent, end: yaml.Event, items: list[Node]) -> Location:
        """Locate a collection without the blank lines and comments that follow it."""
        if start.flow_style or not items:
            self._last = _index(start.start_mark), _index(end.end_mark)
            return self._locate(*self._last)
        return Location(self._file, _index(start.start_mark) + self._skipped + self._offset, items[-1].location.end)

    def _add_duplicate(self, key: Scalar, first: Scalar) -> None:
        message = f"`{key.text}` stands twice in this map"
        hint = "remove one of the two, or give it another name"
        notes = (f"the first is in line {first.location.line}",)
        self._problems.append(
            Problem(kind=problems.YAML_DUPLICATE, location=key.location, message=message, notes=notes, hint=hint)
        )

    def _add_fault(self, error: yaml.MarkedYAMLError) -> None:
        failure = Failure(
            text=self._text,
            context=error.context or "",
            problem=error.problem or "",
            context_at=self._index_of(error.context_mark),
            problem_at=self._index_of(error.problem_mark),
            last=(self._last[0] + self._skipped, self._last[1] + self._skipped),
        )
        fault = explain_failure(failure)
        location = Location(self._file, fault.start + self._offset, fault.end + self._offset)
        # A line that opens with `*` or `&` fails as a feature first, and then as syntax: one cause, one problem.
        if not any(feature.line == location.line for feature in self._features):
            self._add(problems.YAML_SYNTAX, location, fault.message, fault.hint)

    def _index_of(self, mark: yaml.Mark | None) -> int | None:
        return None if mark is None else mark.index + self._skipped

    def _add(self, kind: Kind, location: Location, message: str, hint: str = "") -> None:
        self._problems.append(Problem(kind=kind, location=location, message=message, hint=hint))

    def _place(self, event: yaml.Event) -> Location:
        return self._locate(_index(event.start_mark), _index(event.end_mark))

    def _locate(self, start: int, end: int) -> Location:
        shift = self._skipped + self._offset
        return Location(self._file, start + shift, end + shift)


class _Mark(Protocol):
    index: int


def _index(mark: _Mark | None) -> int:
    """Take the position from a mark, which every event of libyaml has."""
    if mark is None:
        raise TypeError("an event without a mark")
    return mark.index


def _words_of_block(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the header of a block scalar, the blanks before its first word and those behind its last."""
    header_end = text.find("\n", start, end)
    words = text[header_end:end] if header_end >= 0 else ""
    if not words.strip():
        return start, len(text[start:end].rstrip()) + start
    return end - len(words.lstrip()), header_end + len(words.rstrip())


def _feature_problems(locations: list[Location]) -> tuple[Problem, ...]:
    if not locations:
        return ()
    count = len(locations) - 1
    problem = Problem(
        kind=problems.YAML_FEATURE,
        location=locations[0],
        message="words that begin with `&`, `*` or `!` are an anchor, an alias or a tag to YAML",
        notes=(f"{count} more in this file",) if count else (),
        hint=QUOTE_HINT,
    )
    return (problem,)
