"""Lines of a PDF as paragraphs: hyphens at line ends joined, running heads set apart, and the way back to page and line kept.

A hyphen at the end of a line is part of the word if the document writes the word with it elsewhere, or if what follows does not
begin with a small letter; else it was set by whoever broke the line.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from onrecord.adding.extracted import Place

_HYPHENS = "-\u2010"
_EDGE = 0.12
"""How much of a page, above and below, may be a running head."""
_GAP = 0.5
"""In heights of a line: lines of one paragraph stand closer together."""
_INDENT = 0.6
"""In heights of a line: from there on a line begins a paragraph."""
_OTHER_SIZE = 1.15
_DIGITS = re.compile(r"^\d+|\d+$")
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|p\.|стр\.|\u0441\.)\s*)?(?:\d+|[ivxlc]+)(?:\s*(?:/|of|из)\s*\d+)?[\W_]*", re.IGNORECASE
)
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_BULLET = re.compile(r"[•‣▪▫◦●○■□–]\s")
_COMPOUND = re.compile(r"\w+(?:[-\u2010]\w+)+")
_LAST_WORD = re.compile(r"(\w+)[-\u2010]$")
_FIRST_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line, and where it is on the page (points, from below and from the left)."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, as the document counts it, and its boxes of lines in the order of reading."""

    label: str
    bottom: float
    top: float
    boxes: tuple[tuple[Line, ...], ...]


_Placed = tuple[tuple[Line, str, int], ...]
"""Lines, each with its page and its number there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """Lines that belong together."""

    lines: _Placed
    is_noise: bool


def find_paragraphs(pages: tuple[Page, ...]) -> tuple[tuple[str, ...], tuple[Place, ...], tuple[int, ...]]:
    """Make paragraphs of lines; give them, the place of each line in them, and which are running heads."""
    compounds = Counter(
        found.lower() for page in pages for box in page.boxes for line in box for found in _COMPOUND.findall(line.text)
    )
    paragraphs: list[str] = []
    places: list[Place] = []
    noise: list[int] = []
    for stretch in _in_reading_order(pages):
        text = ""
        for line, label, number in stretch.lines:
            text = _join(text, line.text, compounds)
            start = len(text) - len(line.text)
            places.append(Place(paragraph=len(paragraphs), offset=start, page=label, line=number))
        noise += [len(paragraphs)] if stretch.is_noise else []
        paragraphs.append(text)
    return tuple(paragraphs), tuple(places), tuple(noise)


def _join(text: str, line: str, compounds: Counter[str]) -> str:
    """Put a line behind others."""
    if not text:
        return line
    if text[-1] not in _HYPHENS or len(text) < 2 or not text[-2].isalpha() or not line[0].isalpha():  # noqa: PLR2004
        return f"{text} {line}"
    last, first = _LAST_WORD.search(text), _FIRST_WORD.match(line)
    is_compound = last is not None and first is not None and f"{last[1]}-{first[0]}".lower() in compounds
    return text + line if is_compound or not line[0].islower() else text[:-1] + line


def _in_reading_order(pages: tuple[Page, ...]) -> Iterator[_Stretch]:
    """Give paragraphs, those that a page break divides as one; heads and feet come behind what they stand within."""
    repeated = _repeated_edges(pages)
    open_lines: _Placed = ()
    waiting: list[_Stretch] = []
    for page in pages:
        is_first = True
        for piece in _pieces(page, repeated):
            if piece.is_noise:
                waiting.append(piece)
            elif open_lines and is_first and _goes_on(open_lines[-1][0], piece.lines[0][0]):
                open_lines += piece.lines
                is_first = False
            else:
                if open_lines:
                    yield _Stretch(lines=open_lines, is_noise=False)
                yield from waiting
                waiting.clear()
                open_lines, is_first = piece.lines, False
    if open_lines:
        yield _Stretch(lines=open_lines, is_noise=False)
    yield from waiting


def _pieces(page: Page, repeated: frozenset[str]) -> Iterator[_Stretch]:
    """Split a page into paragraphs and running heads."""
    number = 0
    for box in page.boxes:
        placed = tuple((line, page.label, number + offset) for offset, line in enumerate(box, start=1))
        number += len(box)
        for lines in _split(placed):
            is_noise = [_is_running(page, line, repeated) for line, _, _ in lines]
            for noisy, run in groupby(zip(lines, is_noise, strict=True), key=itemgetter(1)):
                yield _Stretch(lines=tuple(each for each, _ in run), is_noise=noisy)


def _is_running(page: Page, line: Line, repeated: frozenset[str]) -> bool:
    return _is_edge(page, line) and (_normal(line) in repeated or _PAGE_NUMBER.fullmatch(line.text) is not None)


def _split(box: _Placed) -> Iterator[_Placed]:
    """Split a box where a line is indented, as books do it between paragraphs, or where the letters change their size.

    What begins with a bullet is a paragraph too.
    """
    left = min(line.x0 for line, _, _ in box)
    start = 0
    for at in range(1, len(box)):
        line, before = box[at][0], box[at - 1][0]
        height, height_before = line.y1 - line.y0, before.y1 - before.y0
        is_other_size = max(height, height_before) > _OTHER_SIZE * min(height, height_before)
        if (
            is_other_size
            or _BULLET.match(line.text)
            or (
                line.x0 - left > _INDENT * height
                and before.x0 - left <= _INDENT * height
                and _ENDED.search(before.text)
            )
        ):
            yield box[start:at]
            start = at
    yield box[start:]


def _goes_on(last: Line, first: Line) -> bool:
    """Tell whether a paragraph goes on at the top of the next page."""
    if last.text[-1] in _HYPHENS:
        return first.text[0].isalpha()
    return not _ENDED.search(last.text) and first.text[0].islower()


def _is_edge(page: Page, line: Line) -> bool:
    """Tell what stands above or below the text, with a gap between."""
    margin = _EDGE * (page.top - page.bottom)
    floor, ceiling = _body(page)
    return (line.y0 > page.top - margin and line.y0 >= ceiling) or (line.y1 < page.bottom + margin and line.y1 <= floor)


@lru_cache(maxsize=4)
def _body(page: Page) -> tuple[float, float]:
    """Find where the text of a page ends and begins: the tallest run of lines without a gap of a line between."""
    lines = sorted((line for box in page.boxes for line in box), key=lambda line: line.y0)
    runs: list[tuple[float, float]] = []
    for line in lines:
        if runs and line.y0 - runs[-1][1] < _GAP * (line.y1 - line.y0):
            runs[-1] = runs[-1][0], max(runs[-1][1], line.y1)
        else:
            runs.append((line.y0, line.y1))
    margin = _EDGE * (page.top - page.bottom)
    inner = [run for run in runs if run[1] > page.bottom + margin and run[0] < page.top - margin]
    return (inner[0][0], inner[-1][1]) if inner else (page.top, page.bottom)


def _normal(line: Line) -> str:
    return _DIGITS.sub("#", line.text).lower()


def _repeated_edges(pages: tuple[Page, ...]) -> frozenset[str]:
    """Find what stands above or below on several pages, but for a number at its edge."""
    found: Counter[str] = Counter()
    for page in pages:
        found.update({_normal(line) for box in page.boxes for line in box if _is_edge(page, line)})
    return frozenset(each for each, times in found.items() if times >= max(2, len(pages) // 4))
