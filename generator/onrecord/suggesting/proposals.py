"""Proposals: what a source may be annotated with, each with its tier and a reason that a person can check.

Whatever cannot be proven in the source, by the very contract that proves an author's words, is not proposed.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

import regex

from onrecord.anchoring import Anchor, FoldedText, Selector, anchor, describe, fold
from onrecord.dates import Date
from onrecord.locations import Span
from onrecord.suggesting.attribution import Heard, hear, look
from onrecord.suggesting.cue import Rule
from onrecord.suggesting.furniture import find_furniture
from onrecord.suggesting.happenings import Happening, find_happening, find_sentences
from onrecord.suggesting.known import Known
from onrecord.suggesting.narrative import MASK
from onrecord.suggesting.numbers import Number, find_numbers
from onrecord.suggesting.people import Resolved
from onrecord.suggesting.roster import Roster
from onrecord.suggesting.speech import Speech, Tier
from onrecord.suggesting.statements import Statement, find_statements
from onrecord.suggesting.topics import About, find_topics
from onrecord.suggesting.transcripts import Turn, find_turns
from onrecord.suggesting.yaml_writing import UNWRITABLE

_REPORTERS_END = ","
"""What stands before a closing mark and is the reporter's."""
_BLANKS = " \t\u00a0\n"
_NARRATION_END = " \t\u00a0\n."
_MOST_LIKE = 12
"""Places of the same words among which no context tells one in reasonable length, or time."""
_WORD = regex.compile(r"[\p{L}\p{N}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A passage that is proposed."""

    spans: tuple[Span, ...]
    selector: Selector
    speaker: Resolved | None
    mention: Span | None
    """The words of the source that name the speaker."""
    topics: tuple[About, ...]
    mentions: tuple[str, ...]
    """Keys of speakers whom the passage names."""
    figures: tuple[Number, ...]
    happenings: tuple[Happening, ...]
    """What happens in it, on dates that it says."""
    tier: Tier
    reason: str
    is_quote: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What is proposed for one source."""

    passages: tuple[Proposal, ...]
    """In the order of the source."""
    participants: tuple[str, ...]
    """Keys of speakers who are named in full or speak."""
    noise: tuple[str, ...]
    left_out: tuple[str, ...]
    """Words in quotation marks that are no speech."""


def propose(
    text: str, known: Known, roster: Roster, taken: Sequence[Span] = (), today: Date | None = None
) -> Proposals:
    """Propose annotations of a source of a day, where that is known; nothing that overlaps what is taken already."""
    folded = fold(text)
    turns = find_turns(text)
    heard = look(text) if turns else hear(text, roster)
    proposer = _Proposer(text, folded, heard, _Around(known, roster, today))
    if turns:
        found = [proposer.of_turn(turn) for turn in turns]
    else:
        found = [proposer.of_speech(run) for run in _runs(heard.speech)]
        found += [proposer.of_statement(each) for each in find_statements(text, heard)]
    sound = [each for each in found if each is not None and not _overlaps(each.spans, taken)]
    spans = [*taken, *(span for each in sound for span in each.spans)]
    sound += [each for each in proposer.of_narration(spans) if each is not None]
    sound.sort(key=lambda each: each.spans[0].start)
    return Proposals(
        passages=tuple(sound),
        participants=_participants(heard, roster, sound),
        noise=_words_of(text, folded, find_furniture(text)),
        left_out=() if turns else _words_of(text, folded, _left_out(heard, taken)),
    )


def _runs(speech: Iterable[Speech]) -> Iterator[list[Speech]]:
    """Group the pieces of one quotation, which the reporter interrupts."""
    run: list[Speech] = []
    for each in speech:
        if run and not each.continues:
            yield run
            run = []
        run.append(each)
    if run:
        yield run


class _Who(NamedTuple):
    """A speaker, and the words that name them."""

    speaker: Resolved | None
    mention: Span | None


class _Around(NamedTuple):
    """What is known around a source."""

    known: Known
    roster: Roster
    today: Date | None


class _Proposer:
    """Makes proposals of one source."""

    def __init__(self, text: str, folded: FoldedText, heard: Heard, around: _Around) -> None:
        self._text, self._folded, self._heard = text, folded, heard
        self._known, self._roster, self._today = around

    def of_speech(self, run: Sequence[Speech]) -> Proposal | None:
        spans = tuple(_without_reporters(self._text, each.quoted.inside) for each in run)
        first = run[0]
        who = _Who(first.speaker, first.mention)
        return self._make(spans, who, first.tier, self._reason(first), is_quote=True)

    def of_statement(self, statement: Statement) -> Proposal | None:
        verb = statement.told.cue.verb
        said = f"“{self._text[verb.start : verb.end].strip()}”; " if verb is not None else ""
        reason = f"{said}{statement.speaker.reason}"
        who = _Who(statement.speaker, statement.told.cue.subject)
        return self._make((statement.span,), who, statement.tier, reason, is_quote=False)

    def of_narration(self, taken: Sequence[Span]) -> Iterator[Proposal | None]:
        """Make statements of the reporter's sentences that say what happens on a date."""
        lexicon = self._heard.lexicon
        for line in self._heard.lines:
            for start, end in pairwise(line.breaks if lexicon.dating.hint.search(line.masked) else ()):
                span = Span(start, start + len(self._text[start:end].rstrip(_NARRATION_END)))
                if MASK in line.cut(start, end) or _overlaps((span,), taken):
                    continue
                found = find_happening(self._text[start:end], lexicon, self._today)
                if found is not None:
                    tier = Tier.LOOK if found.tier is Tier.LOOK else Tier.LIKELY  # sure is only what somebody said
                    yield self._make((span,), _Who(None, None), tier, found.reason, is_quote=False)

    def of_turn(self, turn: Turn) -> Proposal | None:
        label = self._text[turn.label.start : turn.label.end].partition("(")[0].strip()
        found = self._roster.find(label)
        resolved = (
            Resolved(found.speakers[0].name, found.reason, is_certain=True, key=found.speakers[0].key)
            if found is not None
            else Resolved(label, "as the transcript names them", is_certain=True)
        )
        spans = tuple(_paragraphs(self._text, turn.words))
        who = _Who(resolved, None)
        return self._make(spans, who, Tier.SURE, f"{Rule.LABEL.value}; {resolved.reason}", is_quote=True)

    def _reason(self, speech: Speech) -> str:
        verb = speech.cue.verb
        cue = f", “{self._text[verb.start : verb.end].strip()}”" if verb is not None else ""
        return f"{speech.cue.rule.value}{cue}" + (f"; {speech.speaker.reason}" if speech.speaker else "")

    def _make(self, spans: tuple[Span, ...], who: _Who, tier: Tier, reason: str, *, is_quote: bool) -> Proposal | None:
        selector = self._prove(spans)
        words = " ".join(self._text[span.start : span.end] for span in spans)
        if selector is None or UNWRITABLE.search(words) is not None:
            return None
        own = who.speaker.key if who.speaker is not None else ""
        figures = tuple(each for span in spans for each in find_numbers(self._text, span, words))
        return Proposal(
            spans=spans,
            selector=selector,
            speaker=who.speaker,
            mention=who.mention,
            topics=find_topics(words, *self._around(spans[0]), self._known) if self._known.topics else (),
            mentions=tuple(each.key for each in self._roster.find_named(words) if each.key != own),
            figures=figures,
            happenings=tuple(each for span in spans for each in self._happenings(span)),
            tier=tier,
            reason=reason,
            is_quote=is_quote,
        )

    def _happenings(self, span: Span) -> Iterator[Happening]:
        lexicon = self._heard.lexicon
        for sentence in find_sentences(self._text, span.start, span.end, lexicon):
            found = find_happening(sentence, lexicon, self._today)
            if found is not None:
                yield found

    def _prove(self, spans: tuple[Span, ...]) -> Selector | None:
        """Make the selector of the spans; None where none is proven there."""
        first = self._text[spans[0].start : spans[0].end]
        if any(span.start >= span.end for span in spans) or self._text.count(first) > _MOST_LIKE:
            return None
        if len(spans) == 1:
            selector = describe(self._folded, spans[0])
        else:
            selector = Selector(pieces=tuple(self._text[span.start : span.end] for span in spans))
        found = anchor(selector, self._folded)
        return selector if isinstance(found, Anchor) and found.spans == spans else None

    def _around(self, span: Span) -> tuple[str, str]:
        """Give the reporter's words in the paragraph of a passage, and in the one before."""
        lines = self._heard.lines
        at = bisect_right(lines, span.start, key=attrgetter("start")) - 1
        if at < 0 or span.start >= lines[at].end:
            return "", ""
        return lines[at].masked.replace(MASK, " "), lines[at - 1].masked.replace(MASK, " ") if at else ""


def _without_reporters(text: str, span: Span) -> Span:
    """Cut the comma before a closing mark, which is the reporter's, and blanks."""
    start, end = span.start, span.end
    while start < end and text[start] in _BLANKS:
        start += 1
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    return Span(start, end - (end > start and text[end - 1] == _REPORTERS_END))


def _paragraphs(text: str, span: Span) -> Iterator[Span]:
    """Give one piece; a turn is words as they stand, over its paragraphs."""
    yield _without_reporters(text, span)


def _overlaps(spans: Iterable[Span], taken: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for span in spans for other in taken)


def _participants(heard: Heard, roster: Roster, passages: Sequence[Proposal]) -> tuple[str, ...]:
    keys = [each.speaker.key for each in passages if each.speaker is not None and each.speaker.key]
    named = (roster.find(name) for name in heard.people.by_name)
    keys += [found.speakers[0].key for found in named if found is not None and len(found.speakers) == 1]
    return tuple(dict.fromkeys(keys))


def _left_out(heard: Heard, taken: Sequence[Span]) -> Iterator[Span]:
    spoken = [each.quoted.span for each in heard.speech]
    for line in heard.lines:
        for quoted in line.quoted:
            if not _overlaps((quoted.span,), spoken) and not _overlaps((quoted.span,), taken):
                yield quoted.span


def _words_of(text: str, folded: FoldedText, spans: Iterable[Span]) -> tuple[str, ...]:
    """Give the words of spans, each once, where they are proven in one place."""
    words = dict.fromkeys(text[span.start : span.end] for span in spans)
    return tuple(
        each
        for each in words
        if _WORD.search(each)
        and not UNWRITABLE.search(each)
        and isinstance(anchor(Selector(pieces=(each,)), folded), Anchor)
    )
