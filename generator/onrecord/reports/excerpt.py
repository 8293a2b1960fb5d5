"""Cut the line that a problem is about to what fits, and underline the author's own words in it.

Widths are counted in cells of a terminal: East Asian letters take two, accents none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import regex
from rich.cells import cell_len

from onrecord.locations import Location
from onrecord.reports.visible import make_visible

_MOST_CELLS = 100
_MOST_BEFORE = 24
_MOST_READ = 400  # code points: more than are ever shown, so that a line of 10 MB costs nothing
_TAB = "    "
_CUT = "…"

_CLUSTER = regex.compile(r"\X")
_PLAIN = re.compile("[ -~¡-¬®-ɏЀ-҂Ҋ-ӿ‐-‧‰-⁞€]*")  # noqa: RUF001  letters and marks that are alike
"""Letters and marks each of which is seen, joins with none, and takes one cell: nearly every line is made of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A line of the author's as it is shown, and the carets that stand under it."""

    line: str
    indent: str
    """Blanks up to the first caret."""
    carets: str
    goes_on: str
    """Where the words end if that is on another line; else empty."""


def cut_excerpt(location: Location) -> Excerpt:
    """Show the line that a location begins on, with its words underlined."""
    line, first = location.line_text, location.column - 1
    last = first + location.end - location.start
    before = _show(line[max(0, first - _MOST_READ) : first])
    words = _show(line[first : min(last, first + _MOST_READ)])
    behind = _show(line[last : last + _MOST_READ])
    shown_before = _keep_end(before, max(_MOST_BEFORE, _MOST_CELLS - _width(words) - _width(behind)))
    shown_words = _keep_start(words, _MOST_CELLS - _width(shown_before))
    shown_behind = _keep_start(behind, _MOST_CELLS - _width(shown_before) - _width(shown_words))
    is_cut = shown_words != words
    return Excerpt(
        line="".join((*shown_before, *shown_words, *(() if is_cut else shown_behind))).rstrip(),
        indent=" " * _width(shown_before),
        carets="^" * max(1, _width(shown_words)),
        goes_on=f"… to line {location.line + more}" if (more := _count_more_lines(location)) else "",
    )


def _count_more_lines(location: Location) -> int:
    return location.file.text[location.start : location.end].rstrip().count("\n")


def _show(text: str) -> Sequence[str]:
    """Split into what is shown of each cluster, so that nothing is cut in two: a plain text is its own letters."""
    if _PLAIN.fullmatch(text):
        return text
    clusters: list[str] = _CLUSTER.findall(text)
    return tuple(_TAB if cluster == "\t" else make_visible(cluster) for cluster in clusters)


def _width(shown: Sequence[str]) -> int:
    return len(shown) if isinstance(shown, str) else sum(map(cell_len, shown))


def _keep_start(shown: Sequence[str], cells: int) -> Sequence[str]:
    """Keep what fits from the left, with a mark in the last cell where something is left out."""
    if _width(shown) <= cells:
        return shown
    if isinstance(shown, str):
        return shown[: max(0, cells - 1)] + _CUT
    fitting = sum(width < cells for width in accumulate(map(cell_len, shown)))
    return (*shown[:fitting], _CUT)


def _keep_end(shown: Sequence[str], cells: int) -> Sequence[str]:
    return _keep_start(shown[::-1], cells)[::-1]
