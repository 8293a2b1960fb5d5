"""A cue: the word of saying beside a quotation, and the noun phrase that it is said of."""

from dataclasses import dataclass
from enum import Enum

from onrecord.locations import Span
from onrecord.suggesting.lexicon import Form, Lexicon
from onrecord.suggesting.narrative import Line
from onrecord.suggesting.subjects import find_subject_behind, split_words


class Rule(Enum):
    """How it is told who spoke."""

    BEHIND = "the words behind the quote"
    BEFORE = "the words before the quote"
    COLON = "a colon before the quote"
    ACCORDING = "named as the source of the sentence"
    SENTENCE = "the subject of the sentence"
    SAME_SENTENCE = "another quote of the sentence"
    SAME_RUN = "the quote before, which it goes on"
    PARAGRAPH = "the last who spoke before"
    SIGNED = "the name set below the quote"
    LABEL = "the label before the words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Who is said to speak."""

    rule: Rule
    verb: Span | None
    subject: Span | None
    is_near: bool
    """Whether nothing else stands between the quote, the verb and its subject."""


def is_verb(words: str, form: Form, lexicon: Lexicon) -> bool:
    """Tell whether a form that may be a noun as well is a verb where it stands: `the report`, `critics report`."""
    if form.text[0].isupper() and (words[: form.start].strip(" (—–-") or form.key in lexicon.plain):
        return False
    before = words[: form.start].rstrip()
    previous = before[max(before.rfind(" "), before.rfind("\n"), before.rfind("\u00a0")) + 1 :]
    key = previous.casefold()
    if key in lexicon.before_nouns or key.endswith(("'s", "’s", "s’", "s'")):
        return False
    if key in lexicon.infinitive:
        return not words[form.end :].strip(" \u00a0:,")
    if key in lexicon.passives and not form.key.endswith(lexicon.participle):
        return False
    if form.key not in lexicon.plain:
        return True
    return key in lexicon.before_plain or (key.endswith("s") and previous.isalpha()) or not key


def cue_of_source(line: Line, at: int, length: int, end: int, lexicon: Lexicon) -> Cue | None:
    """Make the cue of words such as `according to`, of a length, and of who stands behind them."""
    subject = find_subject_behind(split_words(line.cut(at + length, end), at + length), lexicon)
    if subject is None:
        return None
    subject = _owner(line, subject, lexicon) or subject
    return Cue(rule=Rule.ACCORDING, verb=Span(at, at + length), subject=subject, is_near=True)


def _owner(line: Line, subject: Span, lexicon: Lexicon) -> Span | None:
    """Give who owns what is named as a source: the ministry, of `the ministry’s draft`."""
    words = split_words(line.cut(subject.start, subject.end), subject.start)
    owner = next((word for word in words[:-1] if word.text.endswith(("'s", "’s"))), None)
    is_document = owner is not None and words[-1].key in lexicon.documents
    return Span(subject.start, owner.end - 2) if owner is not None and is_document else None
