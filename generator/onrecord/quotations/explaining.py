"""Turn a quotation that could not be proven into a problem: what the source says in its place, and what to do."""

from collections.abc import Callable, Iterable
from itertools import islice

from onrecord.anchoring import find_words, fold
from onrecord.locations import Location, Span
from onrecord.model import Passage, Source
from onrecord.nearest import describe_difference, find_nearest
from onrecord.problems import BAD_BRACKETS, BAD_OMISSION, NOT_IN_PASSAGE, Kind, Problem
from onrecord.quotations.matching import Failure, Fault
from onrecord.quotations.passage_words import PassageWords

_MOST_PLACES = 3
_LONGEST_EXCERPT = 240
_LONGEST_SEARCHED = 2_000
_MARKS = frozenset('"“”„‟«»')

_FAULTS: dict[Fault, tuple[Kind, str, str]] = {
    Fault.NOT_FOUND: (
        NOT_IN_PASSAGE,
        "quotation is not word for word in `{address}`",
        "copy the words from the source; mark what you leave out with `[…]` and what you replace with brackets",
    ),
    Fault.CUT: (
        NOT_IN_PASSAGE,
        "quotation begins or ends inside a word or a number of `{address}`",
        "take the whole word or number, with its sign and its mark of currency",
    ),
    Fault.OUT_OF_ORDER: (
        BAD_OMISSION,
        "parts of the quotation stand in `{address}` in another order, or over each other",
        "quote in the order of the source; an omission only goes forward",
    ),
    Fault.FEW_WORDS: (
        BAD_OMISSION,
        "omission has fewer than two words of the source beside it",
        "quote more words on each side of it, or none",
    ),
    Fault.IN_NUMBER: (BAD_OMISSION, "omission stands inside a number", "quote the whole number"),
    Fault.EMPTY: (BAD_BRACKETS, "brackets are empty", "write `[…]` for words left out, or the words that replace them"),
    Fault.GLUED: (
        BAD_BRACKETS,
        "brackets stand inside a word",
        "replace the whole word; only the case of its first letter may change, as in `[w]e`",
    ),
    Fault.WEIGHTY: (
        BAD_BRACKETS,
        "brackets hold a negation, a figure or a sign",
        "say it in your own words, outside of the quotation",
    ),
    Fault.REPLACES: (
        BAD_BRACKETS,
        "brackets stand for what they may not",
        "brackets may stand for up to four words of one sentence, without negation, figure or sign; else leave out with `[…]`",
    ),
    Fault.NO_WORDS: (BAD_BRACKETS, "quotation holds no words of `{address}`", "quote the words of the source"),
}


class Explainer:
    """Explains failures, and remembers what it has folded for that."""

    def __init__(self, passages: Iterable[Passage], words_of: Callable[[Passage], PassageWords]) -> None:
        """Take the passages among which misplaced words are looked for."""
        self._passages = tuple(passages)
        self._words_of = words_of

    def explain(self, failure: Failure, location: Location, passage: Passage) -> Problem:
        """Say what is wrong at the words of the briefing."""
        kind, message, hint = _FAULTS[failure.fault]
        notes, better_hint = _true_words(failure, passage), self._case_hint(failure, location, passage)
        if failure.fault is Fault.NOT_FOUND and not better_hint:
            elsewhere, better_hint = self._elsewhere(failure, passage)
            notes += elsewhere
        return Problem(
            kind=kind,
            location=location,
            message=message.format(address=passage.address),
            notes=notes,
            hint=better_hint or hint,
        )

    def _elsewhere(self, failure: Failure, passage: Passage) -> tuple[tuple[str, ...], str]:
        """Name other passages that have the words, or their place in the source outside of any; and say what to do."""
        others = (each for each in self._passages if each.address != passage.address)
        having = (each for each in others if self._words_of(each).has_whole(failure.words))
        found = tuple(f"`{each.address}` has these words" for each in islice(having, _MOST_PLACES))
        if found:
            return found, "cite the passage that has the words"
        places = find_words(fold(passage.source.text), failure.words).whole
        if places:
            note = f"{_place(passage.source, places[0])} has these words, outside of `{passage.address}`"
            return (note,), "make a passage of them in the record of the source, and cite that"
        return (), ""

    def _case_hint(self, failure: Failure, location: Location, passage: Passage) -> str:
        """Say what to write where nothing but the case of the first letter differs."""
        first, _, rest = failure.words.partition(" ")
        swapped = first[:1].swapcase() + first[1:]
        if failure.fault is not Fault.NOT_FOUND or not self._words_of(passage).has_whole(f"{swapped} {rest}"):
            return ""
        is_bracketed = location.file.text.startswith("[", location.start)
        return f"write `{swapped}`, as the source has it" if is_bracketed else f"write `[{first[:1]}]{first[1:]}`"


def _true_words(failure: Failure, passage: Passage) -> tuple[str, ...]:
    source = passage.source
    if failure.places:
        return tuple(says(source, _widen(source, place)) for place in failure.places[:_MOST_PLACES])
    if failure.fault is not Fault.NOT_FOUND:
        return ()
    nearest = _nearest_in(passage, failure.words[:_LONGEST_SEARCHED])
    if nearest is None:
        return (f"`{passage.address}` says: {_excerpt(' […] '.join(passage.pieces))}",)
    actual = source.text[nearest.start : nearest.end]
    return (says(source, nearest), *describe_difference(failure.words[:_LONGEST_SEARCHED], actual))


def _nearest_in(passage: Passage, words: str) -> Span | None:
    found = []
    for span, piece in zip(passage.spans, passage.pieces, strict=True):
        nearest = find_nearest(words, piece)
        if nearest and nearest.is_changed:
            found.append((nearest.similarity, Span(span.start + nearest.span.start, span.start + nearest.span.end)))
    return max(found, key=lambda each: each[0])[1] if found else None


def _widen(source: Source, span: Span) -> Span:
    """Widen a span to the blanks and quotation marks around it, so that whole words are shown."""
    start, end = span.start, span.end
    while start > 0 and not is_edge(source.text[start - 1]):
        start -= 1
    while end < len(source.text) and not is_edge(source.text[end]):
        end += 1
    return Span(start, end)


def is_edge(character: str) -> bool:
    """Tell what ends a word where words are shown."""
    return character.isspace() or character in _MARKS


def says(source: Source, span: Span) -> str:
    """Say what stands at a span of a source: `kursk22.txt:27 says: the words`."""
    return f"{_place(source, span)} says: {_excerpt(source.text[span.start : span.end])}"


def _place(source: Source, span: Span) -> str:
    return f"{source.key}.txt:{source.text.count(chr(10), 0, span.start) + 1}"


def _excerpt(words: str) -> str:
    flat = " ".join(words.split())
    half = _LONGEST_EXCERPT // 2
    return flat if len(flat) <= _LONGEST_EXCERPT else f"{flat[:half]} […] {flat[-half:]}"
