"""JSON that others wrote, read with limits, and taken apart without trusting any of its shapes."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.interchange.exchange import UnreadableError


def read_json(data: bytes) -> Any:  # noqa: ANN401  JSON is anything
    """Read a JSON file, or one of JSON Lines as a list."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UnreadableError(f"byte {fault.start + 1} of the file is not UTF-8", "save the file as UTF-8") from None
    try:
        return _loads(text)
    except json.JSONDecodeError as fault:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > 1:
            try:
                return [_loads(line) for line in lines]
            except json.JSONDecodeError:
                pass
        raise UnreadableError(
            f"line {fault.lineno}, column {fault.colno} is no JSON: {fault.msg[:1].lower()}{fault.msg[1:]}",
            "export it anew: the file may be cut off",
        ) from None


def peek_json(data: bytes) -> Any:  # noqa: ANN401  as above
    """Read a file if it is JSON; None where it is not."""
    if not data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{", b"[")):
        return None
    try:
        return read_json(data)
    except UnreadableError:
        return {"@context": ""} if data.lstrip()[:1] in b"{[" and b"@context" in data[:2000] else None


def _loads(text: str) -> Any:  # noqa: ANN401  as above
    try:
        return json.loads(text, parse_int=_whole, parse_constant=str)
    except RecursionError:
        raise UnreadableError("its lists and maps are nested too deeply") from None


def _whole(digits: str) -> int:
    return int(digits) if len(digits) < 16 else -1  # noqa: PLR2004  no position has so many, and Python refuses 4,301


def maps_in(value: object) -> Iterator[Mapping[str, Any]]:
    """Give a map, or the maps of a list."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, Mapping):
            yield each


def words_in(value: object) -> Iterator[str]:
    """Give words, or the words of a list."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str):
            yield sound(each)


def words(member: Mapping[str, Any], *names: str) -> str:
    """Give the first of these members that is words; empty where none is."""
    for name in names:
        value = member.get(name)
        if isinstance(value, str) and value:
            return sound(value)
    return ""


def whole(member: Mapping[str, Any], name: str) -> int | None:
    """Give a member that is a whole number from 0; None where it is none."""
    value = member.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def sound(text: str) -> str:
    """Make words that JSON wrote with half a surrogate pair into words that a file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not text.isascii() else text
