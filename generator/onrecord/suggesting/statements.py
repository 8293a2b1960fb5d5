"""Statements: what a sentence says that somebody said, in the reporter's words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from onrecord.locations import Span
from onrecord.suggesting.attribution import Heard, Told
from onrecord.suggesting.cue import Rule
from onrecord.suggesting.narrative import MASK
from onrecord.suggesting.people import Resolved
from onrecord.suggesting.speech import Tier

_WORD = regex.compile(r"[\p{L}\p{N}]++")
_FEW_WORDS = 4
_THAT = regex.compile(r"[^.;:!?]{0,60}?\b(?:that|что)\s++", regex.IGNORECASE)
_SAID = regex.compile(
    r"sa(?:id|ys?)\s++(?=(?:he|she|it|they|we|there|the|this|that|his|her|its|their|\p{Lu}\p{Ll}+)\b)"
)
"""A verb whose clause may have no `that`."""
_AS = regex.compile(r"as|как", regex.IGNORECASE)
_BEFORE_TAG = regex.compile(r",\s*+[—–-]?\s*+$")
_EDGES = " \t\u00a0,;:—–-"


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody is said to have said."""

    span: Span
    told: Told
    speaker: Resolved
    tier: Tier


def find_statements(text: str, heard: Heard) -> tuple[Statement, ...]:
    """Find the statements of a source that no quotation stands in, in order."""
    return tuple(_find(text, heard.told))


def _find(text: str, told: Sequence[Told]) -> Iterator[Statement]:
    for each in told:
        if each.speaker is None or each.cue.verb is None or MASK in text[each.span.start : each.span.end]:
            continue
        span = _span_of(text, each)
        if span is None or len(_WORD.findall(text, span.start, span.end)) < _FEW_WORDS:
            continue
        yield Statement(span, each, each.speaker, Tier.LIKELY if each.speaker.is_certain else Tier.LOOK)


def _span_of(text: str, told: Told) -> Span | None:
    """Find the words that are said: behind `that`, behind a source and its comma, or before the tag."""
    cue, end = told.cue, _without_stop(text, told.span)
    if cue.verb is None or cue.subject is None:
        return None
    if cue.rule is Rule.ACCORDING:
        comma = text.find(",", cue.subject.end, end)
        is_first = not text[told.span.start : cue.verb.start].strip(" \u00a0")
        if is_first:
            return _trim(text, comma + 1, end) if 0 <= comma - cue.subject.end < _FEW_WORDS else None
        return _trim(text, told.span.start, cue.verb.start)
    before = text[told.span.start : min(cue.verb.start, cue.subject.start)]
    if _BEFORE_TAG.search(before) is not None and len(_WORD.findall(before)) >= _FEW_WORDS:
        return _trim(text, told.span.start, told.span.start + len(before))
    comma = text.find(",", cue.subject.end, end)
    if _AS.fullmatch(text[told.span.start : cue.verb.start].strip()) is not None and comma > 0:
        return _trim(text, comma + 1, end)
    that = _THAT.match(text, cue.verb.end, end) or _SAID.match(text, cue.verb.start, end)
    return _trim(text, that.end(), end) if that is not None else None


def _without_stop(text: str, span: Span) -> int:
    end = span.end
    while end > span.start and (text[end - 1].isspace() or text[end - 1] == "."):
        end -= 1
    return end


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)
