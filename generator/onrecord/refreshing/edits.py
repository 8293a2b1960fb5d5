"""Changes of a YAML file that leave every other byte as it is: entries taken out with the comments above them, values set.

Each is an edit of the text (code points, half-open). What they come to is read back by whoever makes them.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from onrecord.yaml_reading import Mapping, Node, Scalar
from onrecord.yaml_reading import Sequence as List


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Words put in the place of a stretch of the text."""

    start: int
    end: int
    words: str = ""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Make the edits; stretches that are taken out may overlap, and words are put in at their edges alone."""
    gone: list[Edit] = []
    for edit in sorted(each for each in edits if not each.words):
        if gone and edit.start <= gone[-1].end:
            gone[-1] = Edit(gone[-1].start, max(gone[-1].end, edit.end))
        else:
            gone.append(edit)
    for edit in sorted((*gone, *(each for each in edits if each.words)), reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def field_of(node: Node, name: str) -> Node | None:
    """Give the value of a field; None where a map has none of that name, or where it is no map."""
    return next((value for key, value in node.items if key.text == name), None) if isinstance(node, Mapping) else None


def take_out(text: str, node: Mapping | List, numbers: Collection[int]) -> tuple[Edit, ...]:
    """Take entries out of a map or a list, by their numbers from 0; some must be left."""
    entries = _entries(node)
    if is_flow(text, node):
        return tuple(Edit(*_in_brackets(entries, number, numbers)) for number in sorted(numbers))
    return tuple(Edit(*_lines_of(text, entries, number)) for number in sorted(numbers))


def take_field_out(text: str, node: Node, name: str) -> tuple[Edit, ...]:
    """Take a field out of a map; nothing to do where it has none of that name."""
    if not isinstance(node, Mapping):
        return ()
    return take_out(text, node, [number for number, (key, _) in enumerate(node.items) if key.text == name])


def is_flow(text: str, node: Node) -> bool:
    """Tell whether a map or a list stands in brackets."""
    return text[node.location.start : node.location.start + 1] in {"[", "{"}


def set_words(node: Node | None, words: str) -> tuple[Edit, ...]:
    """Put words in the place of a value, as YAML; nothing to do where there is none."""
    return (Edit(node.location.start, node.location.end, words),) if isinstance(node, Scalar) else ()


def insert_behind(text: str, node: Mapping, names: Sequence[str], lines: str) -> tuple[Edit, ...]:
    """Insert whole lines behind the first of these fields that a map has."""
    ends = {key.text: max(key.location.end, value.location.end) for key, value in node.items}
    name = next((each for each in names if each in ends), None)
    if name is None:
        return ()
    at = _line_end(text, ends[name])
    return (Edit(at, at, lines if text[at - 1 : at] == "\n" else f"\n{lines}"),)


def _entries(node: Mapping | List) -> list[tuple[int, int]]:
    if isinstance(node, Mapping):
        return [(key.location.start, max(key.location.end, value.location.end)) for key, value in node.items]
    return [(item.location.start, item.location.end) for item in node.items]


def _in_brackets(entries: list[tuple[int, int]], number: int, numbers: Collection[int]) -> tuple[int, int]:
    """Find an entry with the comma behind it; of the last one, with that behind the last which stays."""
    start, end = entries[number]
    if number < len(entries) - 1:
        return start, entries[number + 1][0]
    left = [each for each in range(number) if each not in numbers]
    return (entries[left[-1]][1] if left else start), end


def _lines_of(text: str, entries: list[tuple[int, int]], number: int) -> tuple[int, int]:
    """Find the lines of an entry, with the comments above it and the blank lines below; of the last one, those above."""
    start = _with_comments(text, entries, number)
    if number < len(entries) - 1:
        return start, _with_comments(text, entries, number + 1)
    return _without_blank_lines(text, start), _line_end(text, entries[number][1])


def _without_blank_lines(text: str, start: int) -> int:
    """Go back over the blank lines above a line."""
    before = text[:start].rstrip(" \t\n")
    return len(before) + 1 if before and len(before) < start else start


def _with_comments(text: str, entries: list[tuple[int, int]], number: int) -> int:
    """Find where the lines of an entry begin, the comments right above it included."""
    start = text.rfind("\n", 0, entries[number][0]) + 1
    floor = _line_end(text, entries[number - 1][1]) if number else start
    while start > floor:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].lstrip().startswith("#"):
            break
        start = above
    return start


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end + 1 if end >= 0 else len(text)
