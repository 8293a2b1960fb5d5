"""The reporter's own words of a line, with what stands in quotation marks masked, and where its sentences end.

A masked text is as long as the line, so that every position in it is one of the source. Words in marks become `_`; the last
of them becomes `!` where they end a sentence of their own, and `,` where the speaker's sentence goes on or is told on.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from onrecord.suggesting.lexicon import Lexicon
from onrecord.suggesting.quoted import Quoted

MASK = "\ue000"
"""Stands for a character in quotation marks: no letter, no blank, and in no text of sense."""
_ENDING = regex.compile(r"[.!?…][\s)\]'’\p{Cf}]*+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a source: positions are those of the source."""

    start: int
    end: int
    masked: str
    """The line without what is quoted."""
    quoted: tuple[Quoted, ...]
    breaks: tuple[int, ...]
    """Where sentences begin, the first at the beginning of the line, and the end of the line."""

    def cut(self, start: int, end: int) -> str:
        """Give the reporter's words between two positions of the source."""
        return self.masked[start - self.start : end - self.start]

    def sentence_at(self, position: int) -> tuple[int, int]:
        """Give where the sentence of a position begins and ends."""
        at = bisect_right(self.breaks, position)
        return self.breaks[at - 1], self.breaks[at] if at < len(self.breaks) else self.end


def make_line(text: str, start: int, end: int, quoted: tuple[Quoted, ...], lexicon: Lexicon) -> Line:
    """Mask what is quoted in a line, and find its sentences."""
    pieces: list[str] = []
    after = start
    for each in quoted:
        pieces += (text[after : each.span.start], MASK * (each.span.end - each.span.start))
        after = each.span.end
    masked = "".join((*pieces, text[after:end]))
    breaks = _find_breaks(text, start, masked, quoted, lexicon)
    return Line(start=start, end=end, masked=masked, quoted=quoted, breaks=(start, *breaks, end))


def ends_sentence(text: str, quoted: Quoted) -> bool:
    """Tell whether the quoted words end with the end of a sentence."""
    return _ENDING.search(text, max(quoted.inside.start, quoted.inside.end - 4), quoted.inside.end) is not None


def _find_breaks(text: str, start: int, masked: str, quoted: Sequence[Quoted], lexicon: Lexicon) -> list[int]:
    breaks = {start + match.end() for match in _sentence_ends(lexicon).finditer(masked)}
    for each in quoted:
        after = _skip_blanks(masked, each.span.end - start)
        follows = masked[after : after + 1]
        if ends_sentence(text, each) and (follows.isupper() or follows == MASK):
            breaks.add(start + after)
    return sorted(breaks - {start})


def _skip_blanks(masked: str, at: int) -> int:
    while masked[at : at + 1].isspace():
        at += 1
    return at


_ENDS: dict[str, regex.Pattern[str]] = {}


def _sentence_ends(lexicon: Lexicon) -> regex.Pattern[str]:
    if lexicon.tag not in _ENDS:
        _ENDS[lexicon.tag] = regex.compile(
            rf"(?<!\b(?:{lexicon.abbreviations}))\.[)\]’'{MASK}]*+\s++(?=[\p{{Lu}}\p{{Nd}}“\"«„‘'(\[{MASK}])"
            rf"|[!?…][)\]’'{MASK}]*+\s++(?=[\p{{Lu}}“\"«„{MASK}])"
        )
    return _ENDS[lexicon.tag]
