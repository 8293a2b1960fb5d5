"""The cue of a quotation in its own sentence: behind it or before it."""

from dataclasses import replace
from typing import NamedTuple

import regex

from onrecord.locations import Span
from onrecord.suggesting.before import find_before
from onrecord.suggesting.cue import Cue, Rule, cue_of_source, is_verb
from onrecord.suggesting.lexicon import Lexicon
from onrecord.suggesting.narrative import MASK, Line, ends_sentence
from onrecord.suggesting.quoted import Quoted
from onrecord.suggesting.subjects import Word, find_author, find_subject_before, find_subject_behind, split_words

_GAP = " \u00a0,—–-"
_FAR_BEHIND = 220
_NEAR = 2
_ANY_SAYING_BEHIND = regex.compile(r"\s*+(?P<verb>\p{Ll}{3,}(?:ed|s))\s++(?=\p{Lu}\p{Ll})")
_ANY_TAG = regex.compile(
    r"\s*+(?P<subject>s?he|they|\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?)\s++(?P<verb>\p{Ll}{2,}(?:ed|s))(?=[.,;:]|\s(?:and|as|with|at|in|on)\b|\s*$)"
)
"""Any verb at all behind its subject, where it is all of the tag: `she shrugs.`"""
_ANY_SAYING_BEFORE = regex.compile(r"\b(?P<verb>\p{Ll}{3,}ed|(?<=\p{Lu}\p{Ll}+\s|\bs?he\s)\p{Ll}{3,}s)\s*+[,:]\s*+$")


_SIGNATURE = regex.compile(r"\s*+[―—–-]{1,2}\s*+(\p{Lu}[\p{L}.'’-]*+(?:\s\p{Lu}[\p{L}.'’-]*+){1,5})\s*+(?:[,.(]|$)")


def find_cue(text: str, line: Line, quoted: Quoted, lexicon: Lexicon) -> Cue | None:
    """Find the cue of a quotation in its own sentence."""
    start, _ = line.sentence_at(quoted.span.start)
    before = line.cut(start, quoted.span.start)
    behind = _find_behind(text, line, quoted, lexicon)
    if behind is not None and behind.is_near and not before.strip(" ([,—–-…"):
        return behind
    found = find_before(line, start, quoted.span.start, lexicon) if before.strip(" ([,—–-") else None
    if found is None:
        return behind
    is_loose = not found.is_near or found.rule is Rule.COLON or _is_naming(line, found, lexicon)
    is_told_behind = behind is not None and behind.is_near and is_loose
    if is_told_behind and (
        MASK in before or (text[quoted.inside.end - 1] == "," and _ends_clause(line, behind, lexicon))
    ):
        return behind
    return found


def _is_naming(line: Line, cue: Cue, lexicon: Lexicon) -> bool:
    return cue.verb is not None and line.cut(cue.verb.start, cue.verb.end).casefold() in lexicon.callings


def _ends_clause(line: Line, cue: Cue | None, lexicon: Lexicon) -> bool:
    """Tell whether the cue behind a quotation is all of its clause."""
    if cue is None or cue.verb is None or cue.subject is None or cue.rule is Rule.ACCORDING:
        return cue is not None
    at = max(cue.verb.end, cue.subject.end)
    return _is_tag(line.cut(at, line.end), 0, lexicon)


def _find_behind(text: str, line: Line, quoted: Quoted, lexicon: Lexicon) -> Cue | None:
    at = quoted.span.end
    end = _end_behind(line, quoted)
    rest = line.cut(at, end)
    first = rest.lstrip(_GAP)[:1]
    last = text[quoted.inside.end - 1]
    signed = _SIGNATURE.match(rest)
    if signed:
        name = Span(at + signed.start(1), at + signed.end(1))
        return Cue(rule=Rule.SIGNED, verb=None, subject=name, is_near=True)
    is_new = ends_sentence(text, quoted) and first.isupper()
    if not first or (is_new and last in ".…"):
        return None
    source = lexicon.without_verb.match(rest.lstrip(_GAP))
    if source:
        return cue_of_source(line, at + rest.index(source[0]), len(source[0]), end, lexicon)
    cue = _find_tag(line, at, rest, _Behind(is_new, last == ","), lexicon)
    is_told = last in ",?!…—–-." or rest.lstrip()[:1] in {",", "—", "–"}
    return cue if cue is None or is_told else replace(cue, is_near=False)


class _Behind(NamedTuple):
    """What is known of what stands behind a quotation."""

    is_new: bool
    """Whether it may be a sentence of its own."""
    is_comma: bool
    """Whether a comma ends the quotation, so that any verb may tell it."""


def _find_tag(line: Line, at: int, rest: str, behind: _Behind, lexicon: Lexicon) -> Cue | None:
    """Find the verb behind a quotation and its subject."""
    end = at + len(rest)
    other = _ANY_SAYING_BEHIND.match(rest) if behind.is_comma else None
    for verb in lexicon.find_verbs(rest):
        if other and other.end("verb") < verb.start:
            break
        gap = split_words(rest[: verb.start], at)
        is_shared = not gap and verb.key.endswith(lexicon.participle)  # `“…,” adding that`: said by whoever said that
        if is_shared or any(word.text[0] == MASK for word in gap):
            return None
        if verb.text[0].isupper() or (gap and not is_verb(rest, verb, lexicon)):
            continue
        cue = _around(line, Span(at + verb.start, at + verb.end), gap, end, lexicon)
        if cue is not None and not (behind.is_new and not _is_tag(rest, verb.end, lexicon)):
            return cue
        if behind.is_new:
            return None
    told = _ANY_TAG.match(rest) if behind.is_comma else None
    if told:
        place, subject = (Span(at + told.start(part), at + told.end(part)) for part in ("verb", "subject"))
        return Cue(rule=Rule.BEHIND, verb=place, subject=subject, is_near=True)
    if other:
        return _around(line, Span(at + other.start("verb"), at + other.end("verb")), [], end, lexicon)
    return None


def _end_behind(line: Line, quoted: Quoted) -> int:
    """Give where the sentence ends that goes on behind a quotation, were it not to end with it."""
    _, end = line.sentence_at(quoted.span.end)
    if not line.cut(quoted.span.end, end).strip() and end < line.end:
        end = line.sentence_at(end)[1]
    return min(end, quoted.span.end + _FAR_BEHIND)


def _is_tag(rest: str, verb_end: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb ends its clause, so that what it says stands before it."""
    behind = rest[verb_end : verb_end + 12].lstrip()
    return not behind or behind[0] in ".,;:" or behind.split()[0] in lexicon.tag_ends


def _around(line: Line, verb: Span, gap: list[Word], end: int, lexicon: Lexicon) -> Cue | None:
    """Make the cue of a verb behind its quotation; its subject stands between them, or behind the verb."""
    words = [word for word in gap if word.text not in {",", "—", "–", "-"}]
    is_bare = all(word.key in lexicon.adverbs for word in words)
    if is_bare or words[0].key in lexicon.prepositions:
        behind = split_words(line.cut(verb.end, end), verb.end)
        subject = find_subject_behind(behind, lexicon)
        if subject is not None:
            subject = find_author(behind, subject, lexicon) or subject
        if subject is not None or is_bare:
            return Cue(rule=Rule.BEHIND, verb=verb, subject=subject, is_near=True) if subject is not None else None
    subject = find_subject_before(gap, lexicon)
    if subject is None:
        return None
    is_near = subject.start <= words[0].start + _NEAR
    return Cue(rule=Rule.BEHIND, verb=verb, subject=subject, is_near=is_near)
