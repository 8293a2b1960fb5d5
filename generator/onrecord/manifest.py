"""`MANIFEST`: the SHA-256 of every file of a bundle, as `sha256sum` writes and checks it.

A line is the hash, two blanks and the path. A path with a backslash, line feed or carriage return is written with
escapes, and its line then begins with a backslash (GNU coreutils manual, 6.1.4 and 6.1.5).
"""

import re
from collections.abc import Mapping

MANIFEST = "MANIFEST"

_LINE = re.compile(r"(\\?)([0-9a-f]{64}) [ *](.+)")
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_ESCAPED = re.compile(r"[\\\n\r]")
_ESCAPE = re.compile(r"\\[\\nr]")
_UNESCAPED = {escape: mark for mark, escape in _ESCAPES.items()}


def write_manifest(hashes: Mapping[str, str]) -> str:
    """Write a line a file, in the order of paths."""
    return "".join(f"{_line(path, hashes[path])}\n" for path in sorted(hashes))


def read_manifest(text: str) -> dict[str, str]:
    """Read the hash of each path; ValueError where a line is not one of a manifest, or a path stands twice."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"line {number} is not a hash and a path")
        path = _ESCAPE.sub(lambda escape: _UNESCAPED[escape[0]], match[3]) if match[1] else match[3]
        if path in found:
            raise ValueError(f"line {number} names a path again")
        found[path] = match[2]
    return found


def _line(path: str, sha256: str) -> str:
    escaped = _ESCAPED.sub(lambda mark: _ESCAPES[mark[0]], path)
    return f"{chr(92) if escaped != path else ''}{sha256}  {escaped}"
