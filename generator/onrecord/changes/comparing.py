"""Compare the passages of a source with a newer text of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from onrecord.anchoring import Anchor, FoldedText, Miss, Reason, Selector, anchor, fold, fold_words
from onrecord.changes.order import find_moved
from onrecord.changes.paragraphs import Paragraphs
from onrecord.locations import Span
from onrecord.nearest import Run, diff_words, find_nearest

_WORD = re.compile(r"\w+")
_LAST_WORD = re.compile(r"\w+(?=\W*\Z)")
_REACH = 4
"""In words."""


class Fate(StrEnum):
    """What became of a passage; the names are those of the report in JSON."""

    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"
    LOST = "lost"
    AMBIGUOUS = "ambiguous"

    @property
    def is_proven(self) -> bool:
        """Tell whether the words stand in the new text as they stood in the old one."""
        return self in {Fate.KEPT, Fate.MOVED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A passage as its record has it."""

    key: str
    """`q04`, or `q04c` for a part."""
    selector: Selector
    spans: tuple[Span, ...] = ()
    """Where it stands in the old text; none where it was not proven there."""
    whole: str = ""
    """The key of the passage that it is a part of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one passage."""

    key: str
    fate: Fate
    words: tuple[str, ...]
    """The old words, piece by piece."""
    spans: tuple[Span, ...] = ()
    """Where they stand in the new text; of changed words, the nearest ones; of ambiguous ones, all places."""
    runs: tuple[Run, ...] = ()
    """How changed words differ."""
    has_lost_context: bool = False
    """Whether its prefix or suffix no longer stands beside it; its words alone name the place."""

    @property
    def weighty(self) -> tuple[Run, ...]:
        """Give the changes of figures, signs, units and negations."""
        return tuple(run for run in self.runs if run.is_weighty)


def compare(asked: Iterable[Asked], old: str, new: str) -> tuple[Outcome, ...]:
    """Say of each passage what became of it in the new text (both canonical texts); wholes come before their parts."""
    text = fold(new)
    found: dict[str, Outcome] = {}
    asked = tuple(asked)
    for each in asked:
        whole = found.get(each.whole)
        within = Span(whole.spans[0].start, whole.spans[-1].end) if whole and whole.fate.is_proven else None
        found[each.key] = _find(each, _words(each, old), text, within)
    moved = _find_moved(asked, found, old, new)
    return tuple(
        replace(each, fate=Fate.MOVED) if each.key in moved and each.fate is Fate.KEPT else each
        for each in found.values()
    )


def _words(asked: Asked, old: str) -> tuple[str, ...]:
    return tuple(old[span.start : span.end] for span in asked.spans) or asked.selector.pieces


def _find(asked: Asked, words: tuple[str, ...], text: FoldedText, within: Span | None) -> Outcome:
    found = anchor(asked.selector, text, within)
    kept = Outcome(key=asked.key, fate=Fate.KEPT, words=words)
    if isinstance(found, Miss) and found.reason is Reason.CONTEXT_DIFFERS:
        found = anchor(replace(asked.selector, prefix="", suffix=""), text, within)
        kept = replace(kept, has_lost_context=True)
    if isinstance(found, Anchor) and _are_same(words, found.spans, text):
        return replace(kept, spans=found.spans)
    if isinstance(found, Miss) and found.reason is Reason.AMBIGUOUS:
        return Outcome(key=asked.key, fate=Fate.AMBIGUOUS, words=words, spans=found.places)
    spans = found.spans if isinstance(found, Anchor) else _nearest(words, text.original)
    if not spans:
        return Outcome(key=asked.key, fate=Fate.LOST, words=words)
    actual = " ".join(text.original[span.start : span.end] for span in spans)
    return Outcome(key=asked.key, fate=Fate.CHANGED, words=words, spans=spans, runs=diff_words(" ".join(words), actual))


def _are_same(words: Sequence[str], spans: Sequence[Span], text: FoldedText) -> bool:
    """Tell whether the words are the old ones: those between the first and the last may have become others."""
    actual = [text.original[span.start : span.end] for span in spans]
    return list(map(fold_words, words)) == list(map(fold_words, actual))


def _nearest(words: tuple[str, ...], text: str) -> tuple[Span, ...]:
    """Find what is like each piece; none where nothing is like any of them."""
    found = ((each, find_nearest(each, text)) for each in words)
    return tuple(
        sorted({_stretch(piece, near.span, text) for piece, near in found if near is not None and near.is_changed})
    )


def _stretch(words: str, span: Span, text: str) -> Span:
    """Take in the first and last word of a piece where they stand a few words further out, on the same line."""
    first, last = _WORD.search(words), _LAST_WORD.search(words)
    start, end = span.start, span.end
    before = text[text.rfind("\n", 0, start) + 1 : start]
    behind = text[end : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    if first is not None and not text.startswith(first[0], start):
        places = [match.start() for match in list(_WORD.finditer(before))[-_REACH:] if match[0] == first[0]]
        start -= len(before) - places[-1] if places else 0
    if last is not None and not text.endswith(last[0], 0, end):
        places = [match.end() for match in islice(_WORD.finditer(behind), _REACH) if match[0] == last[0]]
        end += places[0] if places else 0
    return Span(start, end)


def _find_moved(asked: Sequence[Asked], found: dict[str, Outcome], old: str, new: str) -> set[str]:
    """Name the passages in paragraphs that stand in another order."""
    before, behind = Paragraphs(old), Paragraphs(new)
    pairs = {
        each.key: (before.number_at(each.spans[0].start), behind.number_at(found[each.key].spans[0].start))
        for each in asked
        if each.spans and found[each.key].fate is Fate.KEPT
    }
    moved = find_moved((*before.pairs_with(behind), *pairs.values()))
    return {key for key, pair in pairs.items() if pair in moved}
