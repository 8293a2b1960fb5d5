"""Nodes as entries: every field of an entry class read from a map, and whatever is wrong with it as problems.

A map always gives an entry. What is missing or malformed and required stands in it as empty words, so that one run
reports everything and later stages can pass over what was reported: **empty words mean that a problem was given**.
"""

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rapidfuzz import fuzz, process

from onrecord import problems
from onrecord.fields import Entry, EntryType, Field, Keyed, Shape, blanks_of, fields_by_name, fields_of
from onrecord.forms import Form
from onrecord.locations import Location, TextFile, Written
from onrecord.problems import Kind, Problem, shorten
from onrecord.yaml_faults import QUOTE_HINT
from onrecord.yaml_reading import Mapping, Node, Scalar, Sequence, read_yaml

_COMMENT = re.compile(r"[ \t]+#[^\n]*")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no `c-printable` character (YAML 1.2.2, 5.1) is, and only an escape such as `\\0` can bring into a value."""
_PAIRS = (("«", "»"), ("“", "”"))
"""Quotation marks that words may begin with although YAML gives them no meaning."""
_LIST_HINT = "begin each item with `- ` on a line of its own"
_LIKENESS = 60
"""In percent; below it a name is not worth suggesting."""


def read_entry(cls: type[EntryType], node: Node) -> tuple[EntryType, tuple[Problem, ...]]:
    """Read a map as an entry of that class; anything but a map is a problem (V103) and gives an empty entry."""
    found: list[Problem] = []
    entry = _read_entry(cls, node, node.location, found)
    return entry, tuple(found)


def read_entry_file(cls: type[EntryType], file: TextFile) -> tuple[EntryType | None, tuple[Problem, ...]]:
    """Read a file that is one entry; None where its YAML cannot be read."""
    node, faults = read_yaml(file)
    if node is None:
        return None, faults
    entry, found = read_entry(cls, node)
    return entry, faults + found


def read_keyed_file(
    cls: type[EntryType], file: TextFile, key_form: Form
) -> tuple[tuple[Keyed[EntryType], ...] | None, tuple[Problem, ...]]:
    """Read a file that is a map from keys to maps, in its order; None where its YAML cannot be read."""
    node, faults = read_yaml(file)
    if node is None:
        return None, faults
    found = list(faults)
    return _read_keyed(cls, node, key_form, found), tuple(found)


def empty_entry(cls: type[EntryType], place: Location) -> EntryType:
    """Make the entry that stands for a file of which a problem was given."""
    return read_entry(cls, Mapping((), place))[0]


def nearest_name(name: str, names: tuple[str, ...]) -> str:
    """Find the name that a misspelt one was probably meant to be; empty where none is near."""
    hit = process.extractOne(name, names, scorer=fuzz.ratio, processor=str.lower, score_cutoff=_LIKENESS)
    return hit[0] if hit else ""


def _read_entry(cls: type[EntryType], node: Node, place: Location, found: list[Problem]) -> EntryType:
    plan = _plan_for(cls)
    given: dict[str, Any] = {}
    for key, value in node.items if isinstance(node, Mapping) else ():
        name = key.text
        if name in plan.readers:
            field, read = plan.readers[name]
            given[name] = read(field, value, found)
        else:
            near = nearest_name(name, tuple(plan.readers))
            found.append(_unknown_field(cls, key, near))
            # A field that is misspelt is not missing as well.
            is_words = near and plan.readers[near][0].shape is Shape.WORDS
            given.setdefault(near, Written("", key.location) if is_words else None)
    if isinstance(node, Mapping) or _is_blank(node):
        found.extend(_missing_fields(cls, plan, given, place))
    else:
        found.append(_wrong_shape(node, cls.called, "a map"))
    values = plan.blanks.copy()
    for field in plan.required:
        values[field.attribute] = Written("", place) if field.shape is Shape.WORDS else (Written("", place),)
    for name, value in given.items():
        if value:
            values[plan.readers[name][0].attribute] = value
    return cls(location=place, **values)


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the fields of an entry class are read, worked out once."""

    readers: dict[str, tuple[Field, Callable[[Field, Node, list[Problem]], Any]]]
    """By name in YAML."""
    blanks: dict[str, Any]
    """What stands for each field that was not given, by its attribute."""
    required: tuple[Field, ...]  # for which empty words stand then


_PLANS: dict[type[Entry], _Plan] = {}


def _plan_for(cls: type[Entry]) -> _Plan:
    if cls not in _PLANS:
        fields = fields_of(cls)
        _PLANS[cls] = _Plan(
            readers={each.name: (each, _READERS[each.shape]) for each in fields},
            blanks=blanks_of(cls),
            required=tuple(each for each in fields if each.is_required and each.shape in {Shape.WORDS, Shape.LIST}),
        )
    return _PLANS[cls]


def _read_words(field: Field, node: Node, found: list[Problem]) -> Written | None:
    read = _words_in(field, node)
    if not isinstance(read, Problem):
        return read
    found.append(read)
    return Written("", node.location)


def _words_in(field: Field, node: Node) -> Written | Problem | None:
    """Read one value: its words, what is wrong with them, or None where nothing was given."""
    if not isinstance(node, Scalar):
        return _wrong_shape(node, f"`{field.name}`", field.form.name, "" if field.form.pattern else QUOTE_HINT)
    if (comment := _comment_behind(node) if field.form.is_verbatim else None) is not None:
        return _cut_short(field, node, comment)
    if _is_blank(node):
        return _empty(field, node) if field.is_required else None
    if not node.text.isprintable() and (unprintable := _UNPRINTABLE.search(node.text)) is not None:
        return _hidden(field, node, unprintable[0])
    return Written(node.text, node.location) if field.form.admits(node.text) else _bad_value(field, node)


def _read_list(field: Field, node: Node, found: list[Problem]) -> tuple[Written, ...]:
    """Read a list of words; what is malformed in it is left out, unless the words would be others without it."""
    if isinstance(node, Mapping):
        found.append(_wrong_shape(node, f"`{field.name}`", "a list", _LIST_HINT))
        return ()
    if isinstance(node, Scalar):
        read = [_read_words(field, node, found)]
    else:
        found += _split_words(field, node)
        read = [_read_item(field, item, found) for item in node.items]
        if field.is_required and not read:
            found.append(_empty(field, node))
    return tuple(written for written in read if written is not None and (written.text or field.is_required))


def _split_words(field: Field, node: Sequence) -> Iterator[Problem]:
    """Find words of a source that a list in brackets takes for two, since a comma stands within their marks."""
    if not field.form.is_verbatim:
        return
    for item, following in pairwise(node.items):
        if not (isinstance(item, Scalar) and item.is_plain and isinstance(following, Scalar)):
            continue
        gap = item.location.file.text[item.location.end : following.location.start]
        if "," in gap and any(item.text.count(one) > item.text.count(other) for one, other in _PAIRS):
            place = Location(item.location.file, item.location.start, following.location.end)
            message = f"the comma in these words parts them into two items of `{field.name}`"
            yield _problem(
                problems.YAML_SPLIT, place, message, hint="put the words in quotation marks of YAML's own: '…'"
            )


def _read_item(field: Field, node: Node, found: list[Problem]) -> Written | None:
    written = _read_words(field, node, found)
    if written is None:
        found.append(_problem(problems.BAD_VALUE, node.location, f"an item of `{field.name}` is empty"))
    return written


def _read_one(field: Field, node: Node, found: list[Problem]) -> Entry | None:
    return None if _is_blank(node) else _read_entry(_class_in(field), node, node.location, found)


def _read_many(field: Field, node: Node, found: list[Problem]) -> tuple[Entry, ...]:
    if isinstance(node, Sequence):
        return tuple(_read_entry(_class_in(field), item, item.location, found) for item in node.items)
    if not _is_blank(node):
        found.append(_wrong_shape(node, f"`{field.name}`", "a list of maps", _LIST_HINT))
    return ()


def _read_map(field: Field, node: Node, found: list[Problem]) -> tuple[Keyed[Entry], ...]:
    return _read_keyed(_class_in(field), node, field.key_form, found, called=f"`{field.name}`")


_READERS: dict[Shape, Callable[[Field, Node, list[Problem]], Any]] = {
    Shape.WORDS: _read_words,
    Shape.ENTRY: _read_one,
    Shape.LIST: _read_list,
    Shape.ENTRIES: _read_many,
    Shape.KEYED: _read_map,
}


def _class_in(field: Field) -> type[Entry]:
    if field.entry_class is None:
        raise TypeError(f"`{field.name}` holds no entries")
    return field.entry_class


def _read_keyed(
    cls: type[EntryType], node: Node, key_form: Form, found: list[Problem], *, called: str = "the file"
) -> tuple[Keyed[EntryType], ...]:
    if isinstance(node, Mapping):
        return tuple(_read_pair(cls, key, value, key_form, found) for key, value in node.items)
    if not _is_blank(node):
        found.append(_wrong_shape(node, called, f"a map of keys, with {cls.called} under each"))
    return ()


def _read_pair(
    cls: type[EntryType], key: Scalar, value: Node, key_form: Form, found: list[Problem]
) -> Keyed[EntryType]:
    if not key_form.admits(key.text):
        message = f"`{shorten(key.text)}` is not {key_form.name}" if key.text.strip() else "the key is empty"
        found.append(_problem(problems.BAD_KEY, key.location, message, hint=key_form.hint))
    return Keyed(key=Written(key.text, key.location), entry=_read_entry(cls, value, key.location, found))


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text.strip()


def _comment_behind(node: Scalar) -> Location | None:
    """Find the comment that ends plain words, and which their author may have meant as words."""
    location = node.location
    match = _COMMENT.match(location.file.text, location.end) if node.is_plain else None
    return Location(location.file, match.end() - len(match[0].lstrip()), match.end()) if match else None


def _cut_short(field: Field, node: Scalar, comment: Location) -> Problem:
    message = f"`{field.name}` ends before ` #`, which begins a comment"
    if not node.text:
        message = f"`{field.name}` is empty: what follows is a comment, since it begins with `#`"
    hint = f"{QUOTE_HINT}; a true comment goes on a line of its own"
    return _problem(problems.YAML_COMMENT, comment, message, hint=hint)


def _empty(field: Field, node: Node) -> Problem:
    return _problem(problems.MISSING_FIELD, node.location, f"`{field.name}` is empty")


def _missing_fields(cls: type[Entry], plan: _Plan, given: Container[str], place: Location) -> tuple[Problem, ...]:
    missing = [f"`{name}`" for name, (field, _) in plan.readers.items() if field.is_required and name not in given]
    if not missing:
        return ()
    listed = " and ".join(filter(None, (", ".join(missing[:-1]), missing[-1])))
    return (_problem(problems.MISSING_FIELD, _first_line(place), f"{cls.called} needs {listed}"),)


def _first_line(place: Location) -> Location:
    """Underline a map where it begins, and not all of it."""
    line_end = place.file.text.find("\n", place.start, place.end)
    return Location(place.file, place.start, line_end) if line_end >= 0 else place


def _unknown_field(cls: type[Entry], key: Scalar, near: str) -> Problem:
    return _problem(
        problems.UNKNOWN_FIELD,
        key.location,
        f"{cls.called} has no field `{shorten(key.text)}`",
        notes=(f"its fields are {', '.join(fields_by_name(cls))}",),
        hint=f"did you mean `{near}`?" if near else "",
    )


def _wrong_shape(node: Node, what: str, wanted: str, hint: str = "") -> Problem:
    there = {Scalar: "words", Sequence: "a list", Mapping: "a map"}[type(node)]
    return _problem(problems.WRONG_SHAPE, node.location, f"{what} should be {wanted}, not {there}", hint=hint)


def _hidden(field: Field, node: Scalar, character: str) -> Problem:
    message = f"`{field.name}` holds the character U+{ord(character):04X}, which cannot be printed"
    return _problem(problems.BAD_VALUE, node.location, message, hint="take the escape out")


def _bad_value(field: Field, node: Scalar) -> Problem:
    near = nearest_name(node.text, field.form.choices)
    hint = f"did you mean `{near}`? {field.form.hint}" if near else field.form.hint
    if field.form.has_shape(node.text):
        hint = field.form.unsound
    message = f"`{field.name}` should be {field.form.name}, not `{shorten(node.text)}`"
    return _problem(problems.BAD_VALUE, node.location, message, hint=hint)


def _problem(kind: Kind, location: Location, message: str, *, notes: tuple[str, ...] = (), hint: str = "") -> Problem:
    return Problem(kind=kind, location=location, message=message, notes=notes, hint=hint)
