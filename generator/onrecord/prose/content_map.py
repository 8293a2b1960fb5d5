"""From the content of a block, as the tokenizer gives it, back to the file.

The tokenizer strips what makes a block a block (`> `, `- `, indentation, `|`), so a line of content is the tail of a
line of the file, and the two are laid together at their ends. Table cells are cut out of their row once more.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.locations import Span

_BLANKS = "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
"""What the tokenizer trims from both ends of a block's content."""
_INDENT = " \t"
_CLOSING_HASHES = re.compile(r"[ \t]+#+\Z")
_PIPE = re.compile(r"(\\?)\|")


@dataclass(frozen=True, slots=True)
class ContentMap:
    """Runs of content that follow each other in the file too: where each begins, in the content and in the file."""

    content_starts: tuple[int, ...]
    file_starts: tuple[int, ...]

    def file_position(self, position: int) -> int:
        """Map one position of the content."""
        run = bisect_right(self.content_starts, position) - 1
        return self.file_starts[run] + position - self.content_starts[run]

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Divide a stretch of content where it is divided in the file."""
        run = bisect_right(self.content_starts, start)
        while run < len(self.content_starts) and self.content_starts[run] < end:
            yield start, self.content_starts[run]
            start = self.content_starts[run]
            run += 1
        yield start, end


def map_lines(content: str, text: str, lines: Iterable[Span], *, is_hash_heading: bool = False) -> ContentMap:
    """Lay the content of a paragraph or heading over the lines of the file that it was made from."""
    content_starts, file_starts = [], []
    tails = _tails(text, lines)
    *firsts, last = content.split("\n")
    position = 0
    for line in firsts:
        words = line.lstrip(_INDENT)
        content_starts.append(position + len(line) - len(words))
        file_starts.append(_find_end(words, tails) - len(words))
        position += len(line) + 1
    trimmed = ((_trim_end(words, is_hash_heading=is_hash_heading), start) for words, start in tails)
    words = last.lstrip(_INDENT)
    content_starts.append(position + len(last) - len(words))
    file_starts.append(_find_end(words, trimmed) - len(words))
    return ContentMap((0, *content_starts[1:]), tuple(file_starts))


def _tails(text: str, lines: Iterable[Span]) -> Iterator[tuple[str, int]]:
    return ((text[line.start : line.end], line.start) for line in lines)


def _trim_end(line: str, *, is_hash_heading: bool) -> str:
    trimmed = line.rstrip(_BLANKS)
    return _CLOSING_HASHES.sub("", trimmed).rstrip(_BLANKS) if is_hash_heading else trimmed


def _find_end(words: str, lines: Iterable[tuple[str, int]]) -> int:
    """Find where the next line that ends with the words ends; lines of mere form feeds have no content."""
    for line, start in lines:
        if line.endswith(words):
            return start + len(line)
    raise AssertionError(f"the tokenizer made up the words {words!r}")


def map_cells(text: str, row: Span) -> tuple[ContentMap, ...]:
    """Map every cell of a table's row, which begins behind the marks of what the table stands in."""
    start, end = _trim(text, row.start, row.end)
    pipes = [match for match in _PIPE.finditer(text, start, end) if not match[1]]
    starts = [start, *(pipe.end() for pipe in pipes)]
    ends = [*(pipe.start() for pipe in pipes), end]
    cells = list(zip(starts, ends, strict=True))
    first = 1 if cells[0][0] == cells[0][1] else 0
    return tuple(_map_cell(text, *_trim(text, *cell)) for cell in cells[first:])


def _map_cell(text: str, start: int, end: int) -> ContentMap:
    """Map a cell, from which the backslash of each escaped pipe is gone."""
    backslashes = [match.start() for match in _PIPE.finditer(text, start, end)]
    content_starts = (0, *(position - start - count for count, position in enumerate(backslashes)))
    return ContentMap(content_starts, (start, *(position + 1 for position in backslashes)))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    start += len(words) - len(words.lstrip(_BLANKS))
    return start, max(start, end - len(words) + len(words.rstrip(_BLANKS)))
