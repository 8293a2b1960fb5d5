"""The cue in a sentence before a quotation: the verb of saying whose words the quotation is, and its subject."""

from bisect import bisect_left
from dataclasses import replace

import regex

from onrecord.locations import Span
from onrecord.suggesting.cue import Cue, Rule, cue_of_source, is_verb
from onrecord.suggesting.leading import find_first_subject, find_leading_subject, find_name_at_end
from onrecord.suggesting.lexicon import Form, Lexicon
from onrecord.suggesting.narrative import MASK, Line
from onrecord.suggesting.subjects import Word, find_author, find_subject_before, find_subject_behind, split_words

_NEAR = 2
_FAR_BEFORE = 1500
"""Characters of a sentence that are read, however long it is."""
_MOST_VERBS = 12
"""Verbs of saying that are looked at, the nearest."""
_CLAUSE = regex.compile(r"[;?!]|[,–—]\s+(?:and|but|while|whereas|а|но)\s|\s(?:and|but|а|но)\s++$")
_LEADING = frozenset({",", "that", "что"})
_ANY_SAYING = regex.compile(r"\b(?P<verb>\p{Ll}{3,}ed|(?<=\p{Lu}\p{Ll}+\s|\bs?he\s)\p{Ll}{3,}s)\s*+[,:]\s*+$")
"""Any verb at all that introduces a quotation: `grumbled,`."""


def find_before(line: Line, start: int, end: int, lexicon: Lexicon) -> Cue | None:
    """Find the cue between the beginning of a sentence and a quotation."""
    return _Before(line, max(start, end - _FAR_BEFORE), end, lexicon).find(frozenset())


def find_told(line: Line, start: int, end: int, lexicon: Lexicon) -> Cue | None:
    """Find who a sentence without quotations, from `start` to `end`, is told by."""
    introduces = line.cut(start, end).rstrip().endswith(":")
    unwanted = frozenset[str]() if introduces else lexicon.loose
    return _Before(line, start, min(end, start + _FAR_BEFORE), lexicon).find(unwanted)


class _Before:
    """What stands in a sentence before a position, split once."""

    def __init__(self, line: Line, start: int, end: int, lexicon: Lexicon) -> None:
        self._line, self._start, self._end, self._lexicon = line, start, end, lexicon
        self._text = line.cut(start, end)
        self._words: list[Word] = []
        self._starts: list[int] = []

    def find(self, unwanted: frozenset[str]) -> Cue | None:
        """Find the cue: the nearest, or the outermost of those in whose words it stands.

        What somebody is said to say is said by who says so: `Orlova said that he calls it “a trap”` is Orlova's.
        """
        verbs = self._verbs(unwanted)
        if not verbs:
            return self._by_source() or self._by_colon()
        self._words = split_words(self._text, self._start)
        self._starts = [word.start for word in self._words]
        best: Cue | None = None
        for number in range(len(verbs) - 1, -1, -1):
            if best is not None and self._is_closed(verbs[number]):
                continue
            cue = self._cue_of(verbs[number], verbs[:number])
            if cue is None:
                continue
            if best is None:
                best = cue
            elif self._is_apart(cue, best):
                break
            else:
                best = replace(best, subject=cue.subject, verb=cue.verb, rule=cue.rule, is_near=False)
        return best or self._by_source() or self._by_colon()

    def _verbs(self, unwanted: frozenset[str]) -> list[Form]:
        """List the words of saying, with places in the source."""
        lexicon, text = self._lexicon, self._text
        found = [each for each in lexicon.find_verbs(text) if each.key not in unwanted and is_verb(text, each, lexicon)]
        other = _ANY_SAYING.search(text) if text.rstrip()[-1:] in {",", ":"} else None
        if other and (not found or found[-1].end < other.end("verb")):
            found.append(Form(other["verb"], other["verb"], other.start("verb"), other.end("verb")))
        nearest = found[-_MOST_VERBS:]
        return [Form(each.key, each.text, self._start + each.start, self._start + each.end) for each in nearest]

    def _ahead(self, verb: Form) -> list[Word]:
        return self._words[: bisect_left(self._starts, verb.start)]

    def _between(self, verb: Form) -> list[Word]:
        return self._words[bisect_left(self._starts, verb.end) :]

    def _cue_of(self, verb: Form, earlier: list[Form]) -> Cue | None:
        between = self._between(verb)
        subject = self._subject(verb) or self._shared(verb, earlier)
        if subject is None:
            return None
        subject = find_author(self._ahead(verb), subject, self._lexicon) or subject
        is_colon = bool(between) and between[-1].text == ":"
        if is_colon and len(between) > 1 and self._is_closed(verb):
            return None
        is_near = len(between) <= _NEAR or is_colon
        is_near = is_near or (verb.key not in self._lexicon.weaks and between[-1].key in _LEADING)
        is_near = is_near and not any(word.text[0] == MASK for word in between)
        rule = Rule.COLON if is_colon else Rule.BEFORE
        return Cue(rule=rule, verb=Span(verb.start, verb.end), subject=subject, is_near=is_near)

    def _subject(self, verb: Form) -> Span | None:
        """Find the subject that is a verb's own."""
        lexicon, ahead = self._lexicon, self._ahead(verb)
        if verb.text.endswith(lexicon.participle) and not (ahead and ahead[-1].key in lexicon.auxiliaries):
            return find_name_at_end(ahead, lexicon)
        if ahead and ahead[-1].key in lexicon.infinitive:
            return None
        subject = find_subject_before(ahead, lexicon) if ahead else None
        is_behind_comma = bool(ahead) and ahead[-1].text == ","
        between = self._between(verb) if subject is None or is_behind_comma else []
        if is_behind_comma and self._is_inverted(subject, between):
            return find_subject_behind(between, lexicon)
        is_first = all(word.key in lexicon.before_names or word.text == "," for word in ahead)
        return find_subject_behind(between, lexicon) if subject is None and is_first else subject

    def _is_inverted(self, before: Span | None, between: list[Word]) -> bool:
        """Tell whether what stands behind a verb is its subject: `…, asks the editor Anna Orlova, “`."""
        found = find_subject_behind(between, self._lexicon)
        if found is None or between[0].key in self._lexicon.no_names - self._lexicon.determiners:
            return False
        rest = [word for word in between if word.start >= found.end]
        is_last = not rest or rest[0].text == "." or self._has_name(found)
        return len(rest) <= 1 and is_last and not (before is not None and self._has_name(before))

    def _has_name(self, span: Span) -> bool:
        return any(part[:1].isupper() for part in self._line.cut(span.start, span.end).split())

    def _shared(self, verb: Form, earlier: list[Form]) -> Span | None:
        """Find the subject that a verb without one of its own shares with what stands before it."""
        for other in reversed(earlier):
            if self._is_closed(other):
                continue
            found = self._subject(other)
            if found is not None:
                return found
        return find_leading_subject(self._ahead(verb), self._lexicon)

    def _is_closed(self, verb: Form) -> bool:
        """Tell whether a verb stands in a clause of its own that a comma ends: `when asked …,`, `who said …,`."""
        if "," not in self._text[verb.end - self._start :]:
            return False
        ahead = self._ahead(verb)
        at = len(ahead)
        while at and ahead[at - 1].text != ",":
            at -= 1
        while at < len(ahead) and ahead[at].key in self._lexicon.joining:
            at += 1
        first = ahead[at].key if at < len(ahead) else ""
        is_relative = bool(ahead) and ahead[-1].key in self._lexicon.relatives
        return first in self._lexicon.clause_openers or is_relative

    def _is_apart(self, cue: Cue, inner: Cue) -> bool:
        """Tell whether a clause ends between an earlier cue and a later one, which is then not said by the earlier."""
        if cue.verb is None or inner.subject is None or inner.verb is None:
            return True
        between = self._line.cut(cue.verb.end, max(cue.verb.end, min(inner.subject.start, inner.verb.start)))
        return _CLAUSE.search(between) is not None

    def _by_colon(self) -> Cue | None:
        """Take the subject of the clause that a colon ends, whatever its verb: `The mayor has a new answer: “`."""
        if not self._text.rstrip().endswith(":"):
            return None
        subject = find_first_subject(split_words(self._text, self._start), self._lexicon)
        return Cue(rule=Rule.COLON, verb=None, subject=subject, is_near=False) if subject is not None else None

    def _by_source(self) -> Cue | None:
        """Find a source that is named without a verb, the last before the quotation."""
        own = self._lexicon.by_possessive.search(self._text)
        if own is not None:
            place = Span(self._start + own.start(), self._start + own.end())
            subject = Span(self._start + own.start("own"), self._start + own.end("own"))
            return Cue(rule=Rule.ACCORDING, verb=place, subject=subject, is_near=False)
        sources = list(self._lexicon.without_verb.finditer(self._text))
        if not sources:
            return None
        source = sources[-1]
        return cue_of_source(self._line, self._start + source.start(), len(source[0]), self._end, self._lexicon)
