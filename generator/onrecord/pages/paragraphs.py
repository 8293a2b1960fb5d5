"""The numbered paragraphs of a source: what `¶ n` counts.

A paragraph is a run of lines that are not blank. The first one that is the title, and those that are nothing but
page furniture, have no number. Paragraphs tile the text: each holds the blank lines that follow it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.locations import Span
from onrecord.model import Source
from onrecord.pages.segments import cut_segments

_RUN = re.compile(r"^[^\S\n]*\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A run of lines with the blank ones behind it."""

    span: Span
    number: int | None
    """From 1; None for the title and for page furniture."""
    is_title: bool = False


def read_paragraphs(source: Source) -> tuple[Paragraph, ...]:
    """Divide a source into its paragraphs; together they hold every character, in order."""
    spans = _tile([match.start() for match in _RUN.finditer(source.text)], len(source.text))
    title = next((span for span in spans if _is_title(source, span)), None)
    loud = _loud_starts(source, spans)
    found, number = [], 0
    for span in spans:
        is_numbered = span != title and span.start in loud
        number += is_numbered
        found.append(Paragraph(span=span, number=number if is_numbered else None, is_title=span == title))
    return tuple(found)


def _tile(starts: Sequence[int], length: int) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairwise((0, *starts[1:], length)))


def _is_title(source: Source, span: Span) -> bool:
    return source.text[span.start : span.end].split() == source.title.split()


def _loud_starts(source: Source, spans: Sequence[Span]) -> set[int]:
    """Find where those paragraphs start that hold more than page furniture and blanks."""
    starts = [span.start for span in spans]
    segments = cut_segments(Span(0, len(source.text)), [(noise, None) for noise in source.noise], starts)
    words = (each.span for each in segments if not each.covers and source.text[each.span.start : each.span.end].strip())
    return {starts[bisect_right(starts, span.start) - 1] for span in words}
