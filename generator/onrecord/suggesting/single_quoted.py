"""Words in single quotation marks, as British sources set speech: told from apostrophes.

A source is read so only where it sets hardly any words in double marks but within single ones. A mark opens where words begin. It
closes where punctuation stands beside it, or a blank behind it that no plural (`the workers’ union`) and no dropped letter
(`goin’ home`) accounts for.
"""

import re
from collections.abc import Iterator

import regex

from onrecord.locations import Span
from onrecord.suggesting.quoted import Closing, Quoted, find_quoted

_MAY_BE = re.compile(r"(?:^|[\s(\[—–:])[‘'](?=\w)", re.MULTILINE)
_OPENING = regex.compile(
    r"(?:(?<=^|[\s(\[\p{Pd}:…])'(?!(?:tis|twas|em|cause|til|bout|neath|n|\d0s)\b)|‘)(?=[\p{L}\p{N}(\[“\"…])",
    regex.MULTILINE | regex.IGNORECASE,
)
_CLOSING = regex.compile(r"(?<=\S)['’](?![\p{L}\p{N}])")
_STRONG_BEFORE = frozenset('.,!?…;:—–-”")]')
_STRONG_BEHIND = regex.compile(r"\s*+$|[.,;:!?)\]—–]|\s[—–]")
_DROPPED = regex.compile(r"(?:\b(?:o|an|th|ol|mo)|\p{L}{2}in|s)$", regex.IGNORECASE)
"""What an apostrophe ends besides quotations: a plural that owns something, a word without its last letter."""
_GOES_ON = regex.compile(r"[ \t]*+\n\s*+[‘'](?=[\p{Lu}“\"…])")
"""Behind a paragraph that nobody closed: the next one opens again."""
_DOUBLE = regex.compile(r"[\"“„«]|''|‘‘|``")
_LINE = regex.compile(r"[^\n]+")
_MOST = 2
"""How many times as many single marks as double ones there must be."""


def is_single_style(text: str) -> bool:
    """Tell whether a source sets its speech in single marks: whether most of its outermost quotations are in such."""
    if _MAY_BE.search(text) is None:
        return False
    singles = doubles = 0
    for line in _LINE.finditer(text):
        inner, outer = _find(text, line.start(), line.end()), find_quoted(text, line.start(), line.end())
        own = [each for each in inner if not any(_is_within(each, other) for other in outer)]
        singles += len(own)
        doubles += sum(not any(_is_within(each, other) for other in own) for each in outer)
    return singles > _MOST * doubles


def find_single_quoted(text: str, start: int, end: int) -> tuple[Quoted, ...]:
    """Find the outermost quotations of a line in a source that sets most of them in single marks, in order."""
    found = list(_find(text, start, end))
    others = find_quoted(text, start, end) if _DOUBLE.search(text, start, end) is not None else ()
    found += [each for each in others if not any(each.span.overlaps(own.span) for own in found)]
    return tuple(sorted(found, key=lambda each: each.span.start))


def _is_within(quoted: Quoted, other: Quoted) -> bool:
    return other.span.start < quoted.span.start and quoted.span.end <= other.span.end


def _find(text: str, start: int, end: int) -> Iterator[Quoted]:
    at = start
    while (opening := _OPENING.search(text, at, end)) is not None:
        first = opening.end()
        following = _OPENING.search(text, first, end)
        closer = _find_closer(text, first, following.start() if following else end)
        if closer is not None:
            yield Quoted(Span(opening.start(), closer + 1), Span(first, closer))
            at = closer + 1
        elif following is None and _GOES_ON.match(text, end) is not None:
            yield Quoted(Span(opening.start(), end), Span(first, end), Closing.OPEN)
            at = end
        else:
            at = first


def _find_closer(text: str, start: int, end: int) -> int | None:
    """Find the mark that closes, between where the words begin and where others are quoted."""
    weak: int | None = None
    for match in _CLOSING.finditer(text, start, end):
        at = match.start()
        if text[at - 1] in _STRONG_BEFORE:
            return at
        is_ambiguous = _DROPPED.search(text, start, at) is not None
        if _STRONG_BEHIND.match(text, at + 1) is not None and not (is_ambiguous and _has_more(text, at + 1, end)):
            return at
        if not is_ambiguous:
            return at
        weak = at
    return weak


def _has_more(text: str, start: int, end: int) -> bool:
    """Tell whether a mark that closes beyond doubt follows."""
    return any(text[match.start() - 1] in _STRONG_BEFORE for match in _CLOSING.finditer(text, start, end))
