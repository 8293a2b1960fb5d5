"""Say in plain words how the words of a quote differ from those of its source.

What changes the meaning (figures, signs, units, negations) comes first, since only the first few notes are read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import regex
from rapidfuzz.distance import Levenshtein

from onrecord.nearest.folding import drop_skipped, fold_equal
from onrecord.nearest.lookalikes import looks_of, name_code_points

_MOST_NOTES = 4
_MOST_SHOWN = 60

_WORD = regex.compile(
    r"(?<![\w.,])[-+\u2212\u00b1]?\p{Sc}?\d+(?:[.,\u2009\u202f]\d+)*%?"  # a number with its sign and unit
    r"|[\w\p{Cf}]+(?:['\u2019\u2010\u2011-][\w\p{Cf}]+)*"
    r"|\.\.\.|\S\p{M}*",
)
_WEIGHTY = regex.compile(
    r"\d|\p{Sc}|[%\u2030+\u2212\u00b1]|n['\u2019]t\b"
    r"|\b(?:no|not|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly"
    r"|\u043d\u0435|\u043d\u0438|\u043d\u0435\u0442|\u0431\u0435\u0437|\u043d\u0438\u043a\u043e\u0433\u0434\u0430"
    r"|\u043d\u044f|\u043d\u044f\u043c\u0430|\u0431\u044f\u0437"
    r"|hundreds?|thousands?|millions?|billions?|trillions?|per ?cent|percentage|points?|dozens?"
    r"|dollars?|euros?|rou?bles?|pounds?|yuan|tonn?es?|tons?|hectares?|kilomet(?:er|re)s?|km|kg"
    r"|times|fold|half|double|twice|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Words:
    """A text as its words and marks, and where each stands."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def cut(self, start: int, end: int) -> str:
        """Cut some of the words as they stand, blanks between them included."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]] if start < end else ""

    def gaps(self) -> list[bool]:
        """Tell after each word but the last whether a blank follows."""
        return [one[1] < other[0] for one, other in pairwise(self.spans)]


@dataclass(frozen=True, slots=True)
class _Change:
    """Words of the quote, and what the source has in their place; one of the two may be empty."""

    wanted: str
    actual: str

    @property
    def is_weighty(self) -> bool:
        return bool(_WEIGHTY.search(self.wanted) or _WEIGHTY.search(self.actual))

    @property
    def is_case_only(self) -> bool:
        return self.wanted.lower() == self.actual.lower()

    @property
    def is_unseen(self) -> bool:
        return looks_of(self.wanted) == looks_of(self.actual)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of two texts: words that both have, or what each has in the place of the other's."""

    wanted: str
    actual: str
    is_equal: bool
    """Whether the matching contract holds them equal."""
    is_weighty: bool = False
    """Whether a figure, a sign, a unit or a negation is another."""


def diff_words(wanted: str, actual: str) -> tuple[Run, ...]:
    """Compare two texts word by word; together the runs hold all words of both, in order."""
    ours, theirs = _split(wanted), _split(actual)
    runs: list[Run] = []
    here = there = 0
    changes = _find_runs([fold_equal(word) for word in ours.words], [fold_equal(word) for word in theirs.words])
    for one, other in changes:
        runs += _equal(ours.cut(here, one.start), theirs.cut(there, other.start))
        change = _Change(ours.cut(one.start, one.stop), theirs.cut(other.start, other.stop))
        runs.append(Run(wanted=change.wanted, actual=change.actual, is_equal=False, is_weighty=change.is_weighty))
        here, there = one.stop, other.stop
    return (*runs, *_equal(ours.cut(here, len(ours.words)), theirs.cut(there, len(theirs.words))))


def _equal(wanted: str, actual: str) -> list[Run]:
    return [Run(wanted=wanted, actual=actual, is_equal=True)] if wanted or actual else []


def describe_difference(wanted: str, actual: str) -> tuple[str, ...]:
    """Say how the words of a quote, `wanted`, differ from those of its source, `actual`: a few notes, one line each.

    What the matching contract holds equal is no difference; where there is no other there is no note.
    """
    changes = _find_changes(wanted, actual)
    if not changes:
        return _describe_spacing(wanted, actual)
    notes = [note for change in sorted(changes, key=lambda each: not each.is_weighty) for note in _describe(change)]
    lead = ("only the letter case differs",) if all(change.is_case_only for change in changes) else ()
    return lead + _shorten(tuple(dict.fromkeys(notes)))


def _find_changes(wanted: str, actual: str) -> tuple[_Change, ...]:
    """Compare word by word; words that change next to each other are one change."""
    ours, theirs = _split(wanted), _split(actual)
    runs = _find_runs([fold_equal(word) for word in ours.words], [fold_equal(word) for word in theirs.words])
    return tuple(_Change(ours.cut(one.start, one.stop), theirs.cut(other.start, other.stop)) for one, other in runs)


def _find_runs(wanted: Sequence[str], actual: Sequence[str]) -> list[tuple[slice, slice]]:
    """Find the stretches of both that differ, as long as there is nothing equal between."""
    blocks = groupby(Levenshtein.opcodes(wanted, actual), key=lambda block: block.tag == "equal")
    runs = [list(run) for is_equal, run in blocks if not is_equal]
    return [(slice(run[0].src_start, run[-1].src_end), slice(run[0].dest_start, run[-1].dest_end)) for run in runs]


def _split(text: str) -> _Words:
    visible = drop_skipped(text)
    matches = tuple(_WORD.finditer(visible))
    return _Words(visible, tuple(match[0] for match in matches), tuple(match.span() for match in matches))


def _describe(change: _Change) -> tuple[str, ...]:
    if change.is_unseen:
        return _describe_unseen(change)
    return (_tell(_show(change.wanted), _show(change.actual)),)


def _describe_unseen(change: _Change) -> tuple[str, ...]:
    """Name the code points in which two words differ that look the same."""
    told = (
        _tell(name_code_points(change.wanted[ours]), name_code_points(change.actual[theirs]))
        for ours, theirs in _find_runs(change.wanted, change.actual)
    )
    place = f", in {_show(change.actual)}" if looks_of(change.actual) else ""
    return tuple(note + place for note in told)


def _describe_spacing(wanted: str, actual: str) -> tuple[str, ...]:
    """Tell where one has a blank and the other none; words and marks are the same."""
    ours, theirs = _split(wanted), _split(actual)
    for index, (one, other) in enumerate(zip(ours.gaps(), theirs.gaps(), strict=False)):
        if one != other:
            return (_tell(_show(ours.cut(index, index + 2)), _show(theirs.cut(index, index + 2))),)
    return ()


def _tell(wanted: str, actual: str) -> str:
    if not wanted:
        return f"the quote leaves out {actual}"
    return f"the source has {actual} where the quote has {wanted}" if actual else f"the quote adds {wanted}"


def _show(words: str) -> str:
    shown = " ".join(words.split())
    if len(shown) > _MOST_SHOWN:
        half = _MOST_SHOWN // 2 - 1
        shown = f"{shown[:half].rstrip()} … {shown[-half:].lstrip()}"
    return f"`{shown}`" if shown else ""


def _shorten(notes: tuple[str, ...]) -> tuple[str, ...]:
    rest = len(notes) - _MOST_NOTES
    return notes if rest <= 0 else (*notes[:_MOST_NOTES], f"and {rest} more")
