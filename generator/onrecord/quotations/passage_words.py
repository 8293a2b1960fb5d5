"""The words of a passage, folded by the matching contract and ready to be searched for literals.

A passage is proven, so its own edges cut nothing, and its pieces are searched on their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from onrecord.anchoring import FoldedText, find_words, fold
from onrecord.contract import DOUBLE_MARKS
from onrecord.locations import Span
from onrecord.model import Passage
from onrecord.quotations.editorial import Literal

_SINGLE = str.maketrans(dict.fromkeys(DOUBLE_MARKS, "'"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of a literal: in which piece of the passage, and where in the source."""

    piece: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Every place of a literal, in order, and the places where it would cut a word or a number."""

    whole: tuple[Place, ...]
    cut: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class PassageWords:
    """The pieces of a passage."""

    passage: Passage
    pieces: tuple[FoldedText, ...]
    _found: dict[tuple[str, frozenset[int]], Places] = field(default_factory=dict, compare=False, repr=False)
    """What was looked for before: the same few words are often quoted again."""

    def text_between(self, start: int, end: int) -> str:
        """Cut a stretch from the source."""
        return self.passage.source.text[start:end]

    def find(self, literal: Literal) -> Places:
        """Find every place of a literal; its inner quotation marks may be of the other class."""
        wanted = (literal.words, literal.marks)
        if wanted not in self._found:
            self._found[wanted] = self._find(literal)
        return self._found[wanted]

    def _find(self, literal: Literal) -> Places:
        whole: list[Place] = []
        cut: list[Place] = []
        for number, piece in enumerate(self.pieces):
            start = self.passage.spans[number].start
            for is_cut, span in _find_in(piece, literal):
                (cut if is_cut else whole).append(Place(piece=number, span=Span(start + span.start, start + span.end)))
        return Places(whole=tuple(whole), cut=tuple(cut))

    def has_whole(self, words: str) -> bool:
        """Tell whether the passage has some words, cutting nothing."""
        return any(find_words(piece, words).whole for piece in self.pieces)

    def has(self, words: str) -> bool:
        """Tell whether the passage has some characters, be they words or not."""
        wanted = fold(words).folded
        return any(wanted in piece.folded for piece in self.pieces)


def read_passage_words(passage: Passage) -> PassageWords:
    """Fold the pieces of a passage."""
    return PassageWords(passage, tuple(fold(piece) for piece in passage.pieces))


def _find_in(piece: FoldedText, literal: Literal) -> Iterator[tuple[bool, Span]]:
    hits = find_words(piece, literal.words)
    if literal.marks and not hits.whole:
        loose = replace(piece, folded=piece.folded.translate(_SINGLE))
        hits = find_words(loose, literal.words.translate(_SINGLE))
        yield from ((False, span) for span in hits.whole if _is_same_but_for_marks(piece, literal, span))
        return
    yield from ((False, span) for span in hits.whole)
    yield from ((True, span) for span in hits.cut)


def _is_same_but_for_marks(piece: FoldedText, literal: Literal, span: Span) -> bool:
    """Tell whether only marks that may change class have done so."""
    wanted = fold(literal.words)
    lead = len(wanted.folded) - len(wanted.folded.lstrip(" "))
    actual = piece.folded[piece.index_of(span.start) : piece.index_of(span.end)]
    allowed = {wanted.index_of(position) - lead for position in literal.marks}
    words = wanted.folded.strip(" ")
    return len(words) == len(actual) and all(
        one == other or index in allowed for index, (one, other) in enumerate(zip(words, actual, strict=True))
    )
