"""Citations in Pandoc's grammar: `[@key]`, `[see @a, p. 3; also -@b]`.

A key may hold what Pandoc lets it hold, which is more than a passage's address may; what is then unknown is said later,
with the nearest known name.
"""

from itertools import pairwise
from typing import NamedTuple

import regex

_BRACKET = regex.compile(r"\[((?:[^\[\]\\`<]|\\.)*+)\]", regex.DOTALL)
_KEY = regex.compile(r"(?<![\w@\\])(-?)@(\w++(?:(?:-+|[:.#$%&+?<>~/])\w++)*+)")
_SEPARATOR = regex.compile(r"\\.|(;)", regex.DOTALL)
_FOOTNOTE_MARK = regex.compile(r"\[\^[^\s\[\]]+\]")


class CitedKey(NamedTuple):
    """A key in a citation; positions count from the start of the text that was searched."""

    address: str
    start: int
    end: int
    prefix: str
    suffix: str
    is_author_suppressed: bool


class Citation(NamedTuple):
    """A bracket with at least one key, and where it ends."""

    keys: tuple[CitedKey, ...]
    end: int


def read_citation(text: str, start: int) -> Citation | None:
    """Read the citation whose `[` is at `start`; None where the bracket is no citation."""
    bracket = _BRACKET.match(text, start)
    if bracket is None or "@" not in bracket[1]:
        return None
    edges = [bracket.start(1), *_separators(text, bracket.start(1), bracket.end(1)), bracket.end(1)]
    keys = [key for left, right in pairwise(edges) for key in _read_item(text, _behind(text, left), right)]
    return Citation(tuple(keys), bracket.end()) if keys else None


def _separators(text: str, start: int, end: int) -> list[int]:
    return [match.start() for match in _SEPARATOR.finditer(text, start, end) if match[1]]


def _behind(text: str, edge: int) -> int:
    return edge + 1 if text[edge] == ";" else edge


def _read_item(text: str, start: int, end: int) -> list[CitedKey]:
    """Read what stands between two semicolons; Pandoc's one key, or more."""
    matches = list(_KEY.finditer(text, start, end))
    ends = [*(match.start() for match in matches[1:]), end]
    return [
        CitedKey(
            address=match[2],
            start=match.start(2),
            end=match.end(2),
            prefix="" if number else text[start : match.start()].strip(),
            suffix=text[match.end() : right].strip(),
            is_author_suppressed=bool(match[1]),
        )
        for number, (match, right) in enumerate(zip(matches, ends, strict=False))
    ]


def read_footnote_mark(text: str, start: int) -> int | None:
    """Find the end of a footnote's mark, `[^1]`, that begins at `start`; None where none begins."""
    mark = _FOOTNOTE_MARK.match(text, start)
    return mark.end() if mark else None
