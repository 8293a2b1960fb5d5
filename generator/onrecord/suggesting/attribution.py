"""Who spoke: every quotation of a source that is speech, with its speaker and how that is told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from onrecord.locations import Span
from onrecord.suggesting.before import find_told
from onrecord.suggesting.cue import Cue, Rule
from onrecord.suggesting.cues import find_cue
from onrecord.suggesting.furniture import is_furniture
from onrecord.suggesting.languages import find_lexicon
from onrecord.suggesting.lexicon import Lexicon
from onrecord.suggesting.memory import Memory
from onrecord.suggesting.narrative import Line, make_line
from onrecord.suggesting.people import People, Resolved
from onrecord.suggesting.quoted import Closing, Quoted, find_dialogue, find_quoted, split_told
from onrecord.suggesting.roster import NOBODY, Roster
from onrecord.suggesting.single_quoted import find_single_quoted, is_single_style
from onrecord.suggesting.speech import Speech, is_aside, is_speech, is_titled, is_whole, judge, stands_alone
from onrecord.suggesting.stems import name_stem
from onrecord.suggesting.subjects import split_words

_LINE = regex.compile(r"[^\n]*\S[^\n]*")
_LABEL = regex.compile(r"(\p{Lu}[\p{Lu} .'’-]++):\s++")
_NEAR_BEGINNING = 60
_ONE_SENTENCE = 2
"""Ends of sentences between a quotation and the next that goes on: its own tag, and nothing else."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence without speech that somebody is said to say."""

    span: Span
    cue: Cue
    speaker: Resolved | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a reader of a source has heard."""

    lexicon: Lexicon
    lines: tuple[Line, ...]
    people: People
    speech: tuple[Speech, ...]
    """In the order of the source."""
    told: tuple[Told, ...]


def hear(text: str, roster: Roster = NOBODY) -> Heard:
    """Find the speech of a source and who spoke; `roster` are the speakers whom the project knows."""
    lexicon = find_lexicon(text)
    people = People(text, lexicon)
    lines = _find_lines(text, lexicon)
    reader = _Reader(text, lines, people, lexicon, roster)
    speech = tuple(speech for number in range(len(lines)) for speech in reader.read_line(number))
    return Heard(lexicon=lexicon, lines=lines, people=people, speech=speech, told=tuple(reader.told))


def look(text: str) -> Heard:
    """Find the lines of a source and whom it names, and no speech: of a transcript, where labels say who spoke."""
    lexicon = find_lexicon(text)
    people = People(text, lexicon)
    return Heard(lexicon=lexicon, lines=_find_lines(text, lexicon), people=people, speech=(), told=())


def _find_lines(text: str, lexicon: Lexicon) -> tuple[Line, ...]:
    """Split a source into its lines, with what is quoted in them, less page furniture."""
    find = find_single_quoted if is_single_style(text) else find_quoted
    return tuple(
        make_line(text, match.start(), match.end(), _quoted_in(text, match, lexicon, find), lexicon)
        for match in _LINE.finditer(text)
        if not is_furniture(match[0])
    )


def _quoted_in(
    text: str, line: regex.Match[str], lexicon: Lexicon, find: Callable[[str, int, int], tuple[Quoted, ...]]
) -> tuple[Quoted, ...]:
    if not lexicon.is_interrupting:
        return find(text, line.start(), line.end())

    def is_tag(words: str) -> bool:
        return bool(lexicon.find_verbs(words))

    dialogue = find_dialogue(text, line.start(), line.end(), is_tag)
    marked = find(text, line.start(), line.end()) if not dialogue else ()
    return dialogue or tuple(piece for each in marked for piece in split_told(text, each, is_tag))


class _Reader:
    """One reading of a source, sentence by sentence."""

    def __init__(self, text: str, lines: Sequence[Line], people: People, lexicon: Lexicon, roster: Roster) -> None:
        self._text, self._lines, self._people, self._lexicon = text, lines, people, lexicon
        self._memory = Memory(text, people, roster, lexicon)
        self._open: Speech | None = None
        """The last quotation of the line before, where nobody closed its marks."""
        self.told: list[Told] = []

    def read_line(self, number: int) -> list[Speech]:
        line = self._lines[number]
        own = [find_cue(self._text, line, quoted, self._lexicon) for quoted in line.quoted]
        found: list[Speech] = []
        index = 0
        for start, end in pairwise(line.breaks):
            self._memory.read_sentence(line, start, end)
            first = index
            while index < len(own) and line.quoted[index].span.start < end:
                speech = self._read(number, index, own, found[-1] if found else self._open)
                found += [speech] if speech is not None else []
                index += 1
            if not any(own[first:index]):
                self._note_told(line, start, end)
        self._open = found[-1] if found and found[-1].quoted.closing is Closing.OPEN else None
        return found

    def _read(self, number: int, index: int, own: list[Cue | None], before: Speech | None) -> Speech | None:
        """Make of a quotation what it is; what is no speech lends its cue to no other."""
        line = self._lines[number]
        quoted = line.quoted[index]
        label = _LABEL.match(self._text, quoted.inside.start, quoted.inside.end)
        if label:
            own[index] = Cue(rule=Rule.LABEL, verb=None, subject=Span(label.start(1), label.end(1)), is_near=True)
            quoted = Quoted(quoted.span, Span(label.end(), quoted.inside.end), quoted.closing)
        cue = own[index] or self._borrow(line, index, own) or self._carry(number, line, index, own)
        goes_on = before is not None and before.quoted.span.end == before.quoted.inside.end < quoted.span.start
        is_spoken = cue is not None and (goes_on or is_speech(self._text, line, quoted, cue))
        if cue is None or not is_spoken or self._is_beside(line, quoted, cue):
            own[index] = None
            return None
        own[index] = cue
        speech = self._speech(line, quoted, cue, before)
        return None if speech.speaker is None and cue.rule is Rule.PARAGRAPH else speech

    def _is_beside(self, line: Line, quoted: Quoted, cue: Cue) -> bool:
        """Tell whether quoted words are a title, page furniture or what a transcriber notes, whoever might say them."""
        words = self._text[quoted.inside.start : quoted.inside.end]
        return is_aside(words) or is_furniture(words) or is_titled(words, line, quoted, cue, self._lexicon)

    def _speech(self, line: Line, quoted: Quoted, cue: Cue, before: Speech | None) -> Speech:
        goes_on = before is not None and self._goes_on(line, before, quoted)
        if cue.subject is not None:
            mention: Span | None = cue.subject
            speaker = self._memory.say(cue.subject)
        else:
            last = self._memory.last
            mention, speaker = (last.mention, last.speaker) if last else (None, None)
            if speaker is not None and not goes_on:
                speaker = replace(speaker, is_certain=False)
        earlier = before.tier if goes_on and before is not None else None
        continues = goes_on and self._is_interrupted(before, quoted)
        own = judge(self._text, line, quoted, cue, speaker=speaker, before=earlier)
        tier = earlier if continues and earlier is not None else own  # one quotation has one tier
        return Speech(quoted=quoted, cue=cue, mention=mention, speaker=speaker, tier=tier, continues=continues)

    def _goes_on(self, line: Line, before: Speech, quoted: Quoted) -> bool:
        """Tell whether nothing but the tag of one quotation stands between it and the next."""
        between = [each for each in line.breaks if before.quoted.span.end <= each <= quoted.span.start]
        return len(between) < _ONE_SENTENCE or (len(between) == _ONE_SENTENCE and before.cue.rule is Rule.SAME_RUN)

    def _is_interrupted(self, before: Speech | None, quoted: Quoted) -> bool:
        """Tell whether one sentence goes on: its first words ended without a full stop, or nobody closed the marks."""
        if before is None:
            return False
        shares_marks = before.quoted.span.end == before.quoted.inside.end or quoted.span.start == quoted.inside.start
        first = self._text[quoted.inside.start : quoted.inside.start + 1]
        ends = self._text[before.quoted.inside.end - 1], self._text[before.quoted.span.end : before.quoted.span.end + 1]
        is_open = (ends[0] in ",—–-" or ends[1] == ",") and before.cue.rule is Rule.BEHIND
        between = self._text[before.quoted.span.end : quoted.span.start].rstrip()
        return shares_marks or (is_open and (first.islower() or between.endswith(",")))

    def _borrow(self, line: Line, index: int, own: Sequence[Cue | None]) -> Cue | None:
        """Take the cue of another quotation of the same sentence, the nearest before or behind."""
        start, end = line.sentence_at(line.quoted[index].span.start)
        for other in (*range(index - 1, -1, -1), *range(index + 1, len(own))):
            cue: Cue | None = own[other]
            if cue is not None and cue.subject is not None:
                is_inside = start <= line.quoted[other].span.start < end or start <= cue.subject.start < end
                if is_inside:
                    return replace(cue, rule=Rule.SAME_SENTENCE, is_near=False)
        return None

    def _carry(self, number: int, line: Line, index: int, own: Sequence[Cue | None]) -> Cue | None:
        """Let a quotation that stands by itself go on what was said before."""
        quoted = line.quoted[index]
        if not is_whole(self._text, quoted) and not stands_alone(line, quoted):
            return self._by_subject(line, quoted)
        is_first = not line.cut(line.start, quoted.span.start).strip()
        if is_first and number and self._lines[number - 1].masked.rstrip().endswith(":"):
            return Cue(rule=Rule.COLON, verb=None, subject=None, is_near=False)
        has_before = any(own[:index]) or not is_first or self._open is not None
        later = next((cue for cue in own[index + 1 :] if cue is not None), None)
        if not has_before and later is not None:
            return replace(later, rule=Rule.SAME_RUN, is_near=False)
        rule = Rule.SAME_RUN if has_before else Rule.PARAGRAPH
        return Cue(rule=rule, verb=None, subject=None, is_near=False)

    def _by_subject(self, line: Line, quoted: Quoted) -> Cue | None:
        """Take the first name or pronoun of the sentence for its subject."""
        start, _ = line.sentence_at(quoted.span.start)
        for word in split_words(line.cut(start, quoted.span.start), start):
            is_name = word.text[0].isupper() and name_stem(word.text) in self._people.by_last
            if is_name or word.key in self._lexicon.subjects:
                return Cue(rule=Rule.SENTENCE, verb=None, subject=Span(word.start, word.end), is_near=False)
        return None

    def _note_told(self, line: Line, start: int, end: int) -> None:
        """Note who a sentence without speech is told by or tells of, for a quotation that follows."""
        cue = find_told(line, start, end, self._lexicon)
        if cue is not None and cue.subject is not None:
            self.told.append(Told(Span(start, end), cue, self._memory.say(cue.subject)))
            return
        first = self._memory.first_named
        if first is not None and first[0] < start + _NEAR_BEGINNING:
            self._memory.name(*first)
