"""JSON with a line for each value, as `json.dumps` writes it with an indent of one, in a fraction of the time.

The encoder of the standard library leaves its C code as soon as it has to indent.
"""

import json
from collections.abc import Iterable, Mapping
from json.encoder import encode_basestring


def write_indented(value: object) -> str:
    """Write lists, tuples, dicts with texts as keys, and plain values: `json.dumps(value, ensure_ascii=False, indent=1)`."""
    return _write(value, "\n")


def escape_marks(written: str, marks: str) -> str:
    """Write characters of JSON as escapes, such as those that could end a script; they stand in strings alone."""
    for mark in marks:
        if mark in written:  # a table of translation takes ten times as long
            written = written.replace(mark, f"\\u{ord(mark):04x}")
    return written


def write_items(items: Iterable[object], margin: str) -> str:
    """Write the items of a list without its brackets, each behind this margin: the lines that such a list is cut into."""
    return f",\n{margin}".join(_write(each, f"\n{margin}") for each in items)


def write_members(members: Mapping[str, object], margin: str) -> str:
    """Write the members of an object in the same way, without its braces."""
    return f",\n{margin}".join(
        f"{encode_basestring(name)}: {_write(each, f'{chr(10)}{margin}')}" for name, each in members.items()
    )


def _write(value: object, margin: str) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    inner = margin + " "
    if isinstance(value, dict):
        members = [
            f"{encode_basestring(name)}: {encode_basestring(each) if type(each) is str else _write(each, inner)}"
            for name, each in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(members)}{margin}}}" if members else "{}"
    if isinstance(value, list | tuple):
        items = [encode_basestring(each) if type(each) is str else _write(each, inner) for each in value]
        return f"[{inner}{f',{inner}'.join(items)}{margin}]" if items else "[]"
    return "null" if value is None else str(value) if type(value) is int else json.dumps(value)
