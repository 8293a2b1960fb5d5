"""Quotation marks in running text: which opens, which closes, and which is an apostrophe.

Straight marks open behind a blank, a bracket or a dash and close elsewhere; of typographic marks, the ones that some
language opens with and another closes with (`”`, `“`, `»`) are told apart by what stands open. A quotation that goes on
over paragraphs opens each of them anew and closes once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from onrecord.locations import Span

_MARK = re.compile(r"[\"“”„‟«»]")
_PARAGRAPH = regex.compile(r"\S(?:.*(?:\n[^\S\n]*(?=\S).*)*)")
_CLOSERS = {'"': '"', "“": "”", "„": "“”‟", "«": "»", "»": "«»", "”": "”", "‟": "”"}
_BEFORE_OPENING = regex.compile(r"(?:^|[\s(\[{\p{Pd}/…'‘\"“„«])$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in double quotation marks."""

    span: Span
    """With its marks."""
    inside: Span
    """Without them."""
    is_closed: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Find the outermost quotations of a text, in order; one that is never closed ends with its paragraph."""
    found: list[Quotation] = []
    carried: Quotation | None = None
    for paragraph in _PARAGRAPH.finditer(text) if _MARK.search(text) is not None else ():
        if _MARK.search(text, paragraph.start(), paragraph.end()) is None:
            continue
        quotations = list(_find_in(text, paragraph.start(), paragraph.end()))
        if carried is not None and quotations and quotations[0].span.start == paragraph.start():
            first = quotations.pop(0)
            span, inside = Span(carried.span.start, first.span.end), Span(carried.inside.start, first.inside.end)
            quotations.insert(0, Quotation(span, inside, first.is_closed))
            found.pop()
        found += quotations
        carried = found[-1] if found and not found[-1].is_closed else None
    return tuple(found)


def _find_in(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Find the outermost quotations of one paragraph."""
    stack: list[str] = []
    opened = start
    for match in _MARK.finditer(text, start, end):
        mark, at = match[0], match.start()
        if stack and mark in _CLOSERS[stack[-1]] and not (mark == '"' and _may_open(text, start, at, end)):
            stack.pop()
            if not stack:
                yield Quotation(Span(opened, at + 1), Span(opened + 1, at), is_closed=True)
        elif mark in _CLOSERS and (mark not in '"”»' or _may_open(text, start, at, end)):
            opened = opened if stack else at
            stack.append(mark)
    if stack:
        yield Quotation(Span(opened, end), Span(opened + 1, end), is_closed=False)


def _may_open(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether a mark that may open or close stands where an opening one does."""
    is_behind_gap = _BEFORE_OPENING.search(text[max(start, at - 1) : at]) is not None
    return is_behind_gap and at + 1 < end and not text[at + 1].isspace()
