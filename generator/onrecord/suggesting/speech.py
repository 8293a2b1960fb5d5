"""Speech: words in quotation marks that somebody said, told from titles, terms and names in the same marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from onrecord.locations import Span
from onrecord.suggesting.cue import Cue, Rule
from onrecord.suggesting.lexicon import Lexicon, list_words
from onrecord.suggesting.narrative import MASK, Line, ends_sentence
from onrecord.suggesting.people import Resolved
from onrecord.suggesting.quoted import Closing, Quoted

_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*+")
_FEW_WORDS = 3
_SEVERAL_WORDS = 4
_LITTLE = list_words("a an the of and or for to in on at by with from as vs de la и в на о об с для по из")
"""Words that titles write without a capital letter."""
_OPEN_SENTENCE = (":", ",", MASK, "that", "что", "—")
_DIRECT = frozenset({Rule.BEHIND, Rule.BEFORE, Rule.COLON, Rule.LABEL, Rule.SIGNED, Rule.ACCORDING})


class Tier(StrEnum):
    """How far a proposal may be trusted."""

    SURE = "sure"
    """May be accepted with others of its kind, unseen."""
    LIKELY = "likely"
    LOOK = "look"
    """A guess, to be looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A quotation that is speech."""

    quoted: Quoted
    cue: Cue
    mention: Span | None
    """The words that name the speaker, wherever they stand."""
    speaker: Resolved | None
    tier: Tier
    continues: bool = False
    """Whether it goes on with the quotation before it, which the reporter interrupted."""


def is_speech(text: str, line: Line, quoted: Quoted, cue: Cue) -> bool:
    """Tell whether quoted words with a cue are speech."""
    words = _WORD.findall(text, quoted.inside.start, quoted.inside.end)
    if not words:
        return False
    is_alone = stands_alone(line, quoted)
    if is_alone and cue.is_near and cue.rule is Rule.BEHIND and text[quoted.inside.end - 1] in ",?!":
        return True
    is_title = _is_title(words)
    if is_title and not is_alone:
        return False
    if cue.is_near and (is_alone or (cue.rule is Rule.BEFORE and is_whole(text, quoted))):
        return True
    if len(words) < _FEW_WORDS and not (is_alone and cue.rule in {Rule.SAME_RUN, Rule.COLON}):
        return False
    return not is_title or is_whole(text, quoted)


def is_titled(words: str, line: Line, quoted: Quoted, cue: Cue, lexicon: Lexicon) -> bool:
    """Tell whether quoted words are the title of what is named right before them: `her last book, “The Mill”`."""
    if cue.is_near and (cue.rule is not Rule.BEHIND or not _is_title(_WORD.findall(words))):
        return False
    start, _ = line.sentence_at(quoted.span.start)
    before = line.cut(start, quoted.span.start).rstrip(" \u00a0,").rpartition(" ")[2]
    return before.casefold() in lexicon.works


def is_aside(words: str) -> bool:
    """Tell whether all the words stand in brackets, as what is no speech does: `(Applause.)`."""
    inside = words.strip(" \u00a0.")
    return inside[:1] in {"(", "["} and inside[-1:] in {")", "]"} and not set("()[]") & set(inside[1:-1])


def is_whole(text: str, quoted: Quoted) -> bool:
    """Tell whether quoted words are a sentence of their own."""
    first = text[quoted.inside.start : quoted.inside.start + 1]
    is_begun = first.isupper() or first in "….[(" or first.isdigit()
    return is_begun and (ends_sentence(text, quoted) or quoted.closing is Closing.OPEN)


def stands_alone(line: Line, quoted: Quoted) -> bool:
    """Tell whether nothing of a sentence stands before the quotation but what introduces it."""
    start, _ = line.sentence_at(quoted.span.start)
    before = line.cut(start, quoted.span.start).rstrip()
    return not before or before.endswith(_OPEN_SENTENCE)


def judge(  # noqa: PLR0913  what a reader would look at, too
    text: str, line: Line, quoted: Quoted, cue: Cue, *, speaker: Resolved | None, before: Tier | None
) -> Tier:
    """Judge how far the speaker may be trusted; `before` is the tier of the quotation that this one goes on."""
    if speaker is None:
        return Tier.LOOK
    is_long = len(_WORD.findall(text, quoted.inside.start, quoted.inside.end)) >= _SEVERAL_WORDS
    is_alone = stands_alone(line, quoted)
    if cue.rule in _DIRECT and cue.is_near:
        is_plain = (
            speaker.is_certain
            and (is_alone or (is_long and cue.rule is not Rule.BEHIND))
            and quoted.closing is Closing.CLOSED
        )
        return Tier.SURE if is_plain else Tier.LIKELY
    if cue.rule is Rule.SAME_RUN and before is not None:
        return Tier.SURE if before is Tier.SURE and is_whole(text, quoted) else Tier.LIKELY
    if cue.rule in _DIRECT | {Rule.SAME_SENTENCE} and speaker.is_certain:
        is_plain = cue.rule is Rule.BEFORE or (cue.rule is Rule.BEHIND and is_alone)
        return Tier.SURE if is_plain and is_long else Tier.LIKELY
    if cue.rule is Rule.COLON:
        return Tier.LIKELY
    return Tier.LOOK


def _is_title(words: Sequence[str]) -> bool:
    """Tell whether words are written as a title is: with capital letters, but for little words."""
    large = [word for word in words if word[0].isupper() or word[0].isdigit()]
    return len(large) > 1 and all(word in _LITTLE for word in words if word not in large)
