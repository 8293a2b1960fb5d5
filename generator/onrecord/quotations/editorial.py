"""An editor's marks in a quotation: omissions, replacements in brackets, `[sic]`.

They part the quotation into literals, which must stand in the passage word for word, and the gaps between those.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import Enum

import regex

from onrecord.locations import Span

FEWEST_WORDS = 2
"""How many words an omission needs on each side."""

_MARK = regex.compile(r"(?P<omission>\[\s*(?:…|\.{3})\s*\]|…|(?<!\.\.)\.{3}(?!\.))|\[(?P<inside>[^\[\]]*)\]")
_WORD = regex.compile(r"\w+(?:(?:['\u2019\u2010\u2011-]|(?<=\d)[.,](?=\d))\w+)*")


class MarkKind(Enum):
    """What an editorial mark stands for."""

    OMISSION = "omission"
    REPLACEMENT = "replacement"
    LETTER = "letter"
    SIC = "sic"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorialMark:
    """One mark of the editor's; positions count in the text that the quotation was read from."""

    kind: MarkKind
    text: str
    span: Span

    @property
    def is_bracketed(self) -> bool:
        """Tell `[…]` from `…`."""
        return self.text.startswith("[")

    @property
    def inside(self) -> str:
        """Give what is between the brackets."""
        return self.text.strip("[]").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Literal:
    """Words that must stand in the passage as they are."""

    words: str
    span: Span
    """Where they were read, editorial marks inside them included."""
    marks: frozenset[int]
    """Positions in `words` of quotation marks that may change class."""

    @property
    def word_count(self) -> int:
        """Count the words."""
        return count_words(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The marks between two literals, or at an edge of the quotation."""

    marks: tuple[EditorialMark, ...] = ()

    @property
    def omission(self) -> EditorialMark | None:
        """Give the mark of omission, if there is one."""
        return next((mark for mark in self.marks if mark.kind is MarkKind.OMISSION), None)

    @property
    def span(self) -> Span:
        """Give the stretch from the first mark to the last."""
        return Span(self.marks[0].span.start, self.marks[-1].span.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A quotation in parts: `gaps[i]` stands before `literals[i]`, the last gap behind the last literal."""

    literals: tuple[Literal, ...]
    gaps: tuple[Gap, ...]


def count_words(text: str) -> int:
    """Count the words of a text."""
    return sum(1 for _ in _WORD.finditer(text))


def find_editorial_marks(text: str) -> tuple[EditorialMark, ...]:
    """List everything in a quotation that may be the editor's, in order."""
    return tuple(
        EditorialMark(kind=_kind_of(match, text), text=match[0], span=Span(*match.span()))
        for match in _MARK.finditer(text)
    )


def _kind_of(match: "regex.Match[str]", text: str) -> MarkKind:
    if match["omission"]:
        return MarkKind.OMISSION
    inside = match["inside"]
    if inside.strip().casefold() == "sic":
        return MarkKind.SIC
    is_glued_behind = text[match.end() : match.end() + 1].isalpha()
    is_glued_before = text[max(0, match.start() - 1) : match.start()].isalpha()
    is_letter = len(inside) == 1 and inside.isalpha() and is_glued_behind and not is_glued_before
    return MarkKind.LETTER if is_letter else MarkKind.REPLACEMENT


def read_editorial(text: str, marks: tuple[EditorialMark, ...], inner_marks: Collection[int]) -> Reading:
    """Divide a quotation at its editorial marks; `inner_marks` are positions of the quotation marks inside it."""
    reader = _Reader(text, frozenset(inner_marks))
    for mark in marks:
        reader.take(mark)
    return reader.finish()


@dataclass(slots=True)
class _Reader:
    """The literal being put together, and what has been finished."""

    text: str
    inner_marks: frozenset[int]
    position: int = 0
    words: str = ""
    start: int = 0
    marks: set[int] = field(default_factory=set)
    literals: list[Literal] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=lambda: [Gap()])

    def take(self, mark: EditorialMark) -> None:
        self._add_until(mark.span.start)
        self.position = mark.span.end
        if mark.kind is MarkKind.SIC:
            self.words = self.words.rstrip()
        elif mark.kind is MarkKind.LETTER:
            self.words += mark.inside.swapcase()
        else:
            self._finish_literal(mark.span.start)
            self.gaps[-1] = Gap(marks=(*self.gaps[-1].marks, mark))

    def finish(self) -> Reading:
        self._add_until(len(self.text))
        self._finish_literal(len(self.text))
        gaps = self.gaps if len(self.gaps) > len(self.literals) else [*self.gaps, Gap()]
        return Reading(literals=tuple(self.literals), gaps=tuple(gaps))

    def _add_until(self, end: int) -> None:
        shift = len(self.words) - self.position
        self.marks |= {each + shift for each in self.inner_marks if self.position <= each < end}
        self.words += self.text[self.position : end]

    def _finish_literal(self, end: int) -> None:
        if self.words.strip():
            literal = Literal(words=self.words, span=_trim(self.text, self.start, end), marks=frozenset(self.marks))
            self.literals.append(literal)
            self.gaps.append(Gap())
        self.words, self.start, self.marks = "", self.position, set()


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
