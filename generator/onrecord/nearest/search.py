"""Find the words of a source that come nearest to the words of a quote.

Pieces of the quote are looked up in the text at the speed of `str.find`; each place found votes for where the quote
would begin. Only around the few places with most votes is anything compared, so time grows with the text but not
with text times quote.
"""

import heapq
import math
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import regex
from rapidfuzz.distance import Levenshtein

from onrecord.locations import Span
from onrecord.nearest.edges import UNSPACED, ends_near, is_word_edge, starts_near
from onrecord.nearest.folding import fold, fold_in_place

CHANGED_THRESHOLD = 0.62
"""From this similarity on, a quote counts as changed; below it, as an orphan.

It lies under 0.625, the least that Hypothes.is takes for a near match in its own tests ("Some years after" for "Many
years later"), and over 0.61, the most that an unrelated sentence of one news release reached. It decides only which of
two errors is reported.
"""

_MOST_WORDS = 32
_LONGEST_PIECE = 24
_LONGEST_PHRASE = 4
_RARE = 50
_SHORTEST_PIECE = 3
_MOST_PLACES = 1000
_MOST_VOTES = 20_000
_MOST_CANDIDATES = 6
_REACH = 20
_MOST_DRIFT = 200
_MOST_COMPARED = 400

_WORD = regex.compile(rf"[\w--[{UNSPACED}]]{{1,{_LONGEST_PIECE}}}|[{UNSPACED}]{{1,4}}", regex.VERSION1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """The nearest words, and how near they are."""

    span: Span
    similarity: float
    """From 0 to 1: one less the edits a code point, case, accents, spacing and the shape of marks put aside."""

    @property
    def is_changed(self) -> bool:
        """Tell a changed quote from words that are just not there."""
        return self.similarity >= CHANGED_THRESHOLD


class _Piece(NamedTuple):
    """A few letters of the quote, and how often the text has them."""

    times: int
    offset: int
    letters: str


class _Vote(NamedTuple):
    """A place where the text has a piece of the quote."""

    offset: int
    position: int
    weight: float

    @property
    def start(self) -> int:
        return self.position - self.offset


def find_nearest(wanted: str, text: str) -> Nearest | None:
    """Find the stretch of `text` (canonical text of a source) nearest to `wanted`; None where nothing is like it.

    The span is in code points and lies on word edges. Of stretches equally near the first is given.
    """
    words = " ".join(wanted.split())
    if not words or not text:
        return None
    return _find_exact(wanted.strip(), text) or _find_alike(words, text)


def _find_exact(wanted: str, text: str) -> Nearest | None:
    spans = (Span(start, start + len(wanted)) for start in _places(wanted, text))
    whole = (span for span in spans if is_word_edge(text, span.start) and is_word_edge(text, span.end))
    span = next(whole, None)
    return Nearest(span=span, similarity=1.0) if span else None


def _find_alike(words: str, text: str) -> Nearest | None:
    folded = fold_in_place(text)
    votes = _cast_votes(_rarest_first(fold_in_place(words), folded), folded)
    spans = (_fit(words, text, group) for group in _best_candidates(votes, len(words)))
    found = [Nearest(span=span, similarity=_similarity(words, text[span.start : span.end])) for span in spans if span]
    return max(found, key=lambda each: (each.similarity, -each.span.start), default=None)


def _rarest_first(quote: str, text: str) -> list[_Piece]:
    """Choose the pieces to look up: words, and the phrases they begin where a word alone is too common."""
    words = [match.span() for match in _WORD.finditer(quote)]
    count = cache(text.count)
    chosen = (words[index : index + _LONGEST_PHRASE] for index in _thin_out(len(words)))
    return sorted({piece for phrase in chosen for piece in _pieces_of(quote, phrase, count)})


def _thin_out(length: int) -> Iterator[int]:
    """Give at most `_MOST_WORDS` indexes, the first, the last, and evenly from between."""
    if length <= _MOST_WORDS:
        yield from range(length)
    else:
        yield from (index * (length - 1) // (_MOST_WORDS - 1) for index in range(_MOST_WORDS))


def _pieces_of(quote: str, phrase: list[tuple[int, int]], count: Callable[[str], int]) -> Iterator[_Piece]:
    start = phrase[0][0]
    yield from _pieces_of_word(quote, *phrase[0], count)
    for one, other in pairwise(phrase):
        if count(quote[start : one[1]]) <= _RARE:
            return
        if times := count(quote[start : other[1]]):
            yield _Piece(times, start, quote[start : other[1]])


def _pieces_of_word(quote: str, start: int, end: int, count: Callable[[str], int]) -> Iterator[_Piece]:
    """Give the word where the text has it, else its halves, so that a misspelt word still votes."""
    letters = quote[start:end]
    half = (end - start + 1) // 2
    if times := count(letters):
        yield _Piece(times, start, letters)
    elif half >= (_SHORTEST_PIECE if letters.isascii() else 2):
        yield from _pieces_of_word(quote, start, start + half, count)
        yield from _pieces_of_word(quote, start + half, end, count)


def _cast_votes(pieces: list[_Piece], text: str) -> list[_Vote]:
    votes: list[_Vote] = []
    for piece in pieces:
        weight = len(piece.letters) / (1 + math.log2(piece.times))
        votes += [_Vote(piece.offset, position, weight) for position in _places(piece.letters, text)]
        if len(votes) > _MOST_VOTES:
            break
    return votes


def _places(wanted: str, text: str) -> Iterator[int]:
    position = text.find(wanted)
    for _ in range(_MOST_PLACES):
        if position < 0:
            return
        yield position
        position = text.find(wanted, position + 1)


def _best_candidates(votes: list[_Vote], length: int) -> list[list[_Vote]]:
    """Group votes that agree where the quote begins, and give the groups that weigh most."""
    width = min(max(length // 4, _REACH), _MOST_DRIFT)
    groups: dict[int, list[_Vote]] = defaultdict(list)
    for vote in votes:
        groups[vote.start // width].append(vote)
        groups[vote.start // width + 1].append(vote)  # so that no border divides what belongs together
    best = sorted(groups, key=lambda group: (-_weigh(groups[group]), group))[:_MOST_CANDIDATES]
    return [groups[group] for group in best]


def _weigh(votes: list[_Vote]) -> float:
    """Weigh each piece once, however often it stands there."""
    return sum({vote.offset: vote.weight for vote in votes}.values())


def _fit(words: str, text: str, votes: list[_Vote]) -> Span | None:
    """Set the edges to where the words compare best."""
    firsts = _surest([vote for vote in votes if vote.offset <= len(words) // 3] or votes)
    lasts = _surest([vote for vote in votes if vote.offset >= len(words) // 2] or votes)
    starts = sorted({each for vote in firsts for each in starts_near(text, vote.start, _REACH)})
    ends = sorted({each for vote in lasts for each in ends_near(text, vote.start + len(words), _REACH)})
    starts = [each for each in starts if not _is_mark(text[each])] if not _is_mark(words[0]) else starts
    ends = [each for each in ends if not _is_mark(text[each - 1])] if not _is_mark(words[-1]) else ends
    return _fit_best(words, text, starts, ends) if starts and ends else None


def _fit_best(words: str, text: str, starts: list[int], ends: list[int]) -> Span | None:
    start, end = starts[0], ends[-1]
    for _ in range(2):
        start = max(starts, key=lambda each: _similarity_of_heads(words, text[each:end]))
        end = max(ends, key=lambda each: _similarity_of_tails(words, text[start:each]))
    return Span(start, end) if start < end else None


def _surest(votes: list[_Vote]) -> list[_Vote]:
    return heapq.nlargest(3, votes, key=lambda vote: vote.weight)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("P") and character not in "-\u2212%"


def _similarity_of_heads(words: str, actual: str) -> float:
    return _similarity(words[:_MOST_COMPARED], actual[:_MOST_COMPARED])


def _similarity_of_tails(words: str, actual: str) -> float:
    return _similarity(words[-_MOST_COMPARED:], actual[-_MOST_COMPARED:])


def _similarity(wanted: str, actual: str) -> float:
    one, other = fold(wanted), fold(actual)
    return Levenshtein.normalized_similarity(one, other) if one and other else float(wanted == actual)
