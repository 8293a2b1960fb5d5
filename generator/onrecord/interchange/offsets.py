"""Units of positions: which one a file counts in, found by trying them all on its own words.

Positions are code points to the W3C, REFI-QDA, QualCoder and brat, UTF-16 code units to Hypothes.is and NVivo, and bytes of
UTF-8 to Taguette; some count a line end as the two characters of CRLF, and some the byte order mark. None of them says so in
the file, and programs do not always follow the format that they write. So each unit is tried, and what agreed is told.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from onrecord.anchoring import FoldedText, fold, fold_words
from onrecord.anchoring.edges import is_cut
from onrecord.interchange.exchange import Document, Exchange, Piece
from onrecord.interchange.units import UNITS, Evidence, Unit
from onrecord.locations import Span

_HEAVY = {
    ("utf-16", 1): re.compile("[\U00010000-\U0010ffff]"),
    ("utf-16", 2): re.compile("[\n\U00010000-\U0010ffff]"),
    ("utf-8", 1): re.compile("[^\x00-\x7f]"),
    ("utf-8", 2): re.compile("[^\x00-\x7f]|\n"),
    ("code points", 2): re.compile("\n"),
}
"""Characters that count more than one, by encoding and by what a line end counts."""
_BOM = {"code points": 1, "utf-16": 1, "utf-8": 3}


class Ruler:
    """A text measured in a unit: positions to code points and back."""

    def __init__(self, text: str, unit: Unit) -> None:
        """Measure the text; only characters that count more than one take room."""
        self._length = len(text)
        self._shift = _BOM[unit.encoding] if unit.counts_bom else 0
        self._behind: list[int] = [0]  # code points behind each heavy character,
        self._counted: list[int] = [self._shift]  # and the position there
        pattern = _HEAVY.get((unit.encoding, unit.line_end))
        for match in () if pattern is None else pattern.finditer(text):
            plain = match.start() - self._behind[-1]
            self._counted.append(self._counted[-1] + plain + unit.weight(match[0]))
            self._behind.append(match.end())

    def to_code_points(self, position: int) -> int | None:
        """Convert a position; None where it is outside of the text or inside a character."""
        place = bisect_right(self._counted, position) - 1
        if place < 0:
            return None
        found = self._behind[place] + position - self._counted[place]
        ceiling = self._behind[place + 1] - 1 if place + 1 < len(self._behind) else self._length
        return found if found <= ceiling else None

    def from_code_points(self, position: int) -> int:
        """Convert a position in code points into one of the unit."""
        place = bisect_right(self._behind, position) - 1
        return self._counted[place] + position - self._behind[place]

    def span(self, piece: Piece) -> Span | None:
        """Give the stretch of a piece in code points; None where its positions are none of this text."""
        if piece.start is None or piece.end is None:
            return None
        start, end = self.to_code_points(piece.start), self.to_code_points(piece.end)
        return Span(start, end) if start is not None and end is not None and start < end else None


def detect_unit(exchange: Exchange, usual: Unit) -> Evidence | None:
    """Find the unit that most stretches agree with; None where no stretch can be tried.

    Of units that agree equally, `usual` is taken, the one of the format. Stretches without words of their own are judged by
    their edges: words are hardly ever cut on purpose.
    """
    texts = {each.id: each for each in exchange.documents if each.text}
    pieces = [(texts[document], piece) for document, piece in _positioned(exchange) if document in texts]
    if not pieces:
        return None
    quoted = [(document, piece) for document, piece in pieces if piece.exact]
    tried = quoted or pieces
    judge = _says_so if quoted else _Edges()
    has_bom = any(document.form.has_bom for document in texts.values())
    units = [usual, *(unit for unit in UNITS if unit != usual and (has_bom or not unit.counts_bom))]
    spans = {unit: _measure_all(tried, unit) for unit in units}
    scores = {unit: _count(judge, tried, spans[unit]) for unit in units}
    best = max(units, key=lambda unit: scores[unit])
    rivals = [(unit, scores[unit]) for unit in units if spans[unit] != spans[best]]
    return Evidence(
        unit=best,
        agreeing=scores[best],
        tried=len(tried),
        rival=max(rivals, key=lambda rival: rival[1], default=None),
        by_words=bool(quoted),
    )


def measure(document: Document, unit: Unit) -> Ruler:
    """Measure the text of a document; no byte order mark is counted where it has none."""
    counts_bom = unit.counts_bom and document.form.has_bom
    return Ruler(document.text or "", Unit(unit.encoding, unit.line_end, counts_bom))


def _positioned(exchange: Exchange) -> Iterator[tuple[str, Piece]]:
    for annotation in exchange.annotations:
        for piece in annotation.pieces:
            if piece.start is not None and piece.end is not None:
                yield annotation.document, piece


_Tried = list[tuple[Document, Piece]]
_Judge = Callable[[Document, Piece, Span], bool]


def _measure_all(tried: _Tried, unit: Unit) -> list[Span | None]:
    rulers: dict[str, Ruler] = {}
    found: list[Span | None] = []
    for document, piece in tried:
        if document.id not in rulers:
            rulers[document.id] = measure(document, unit)
        found.append(rulers[document.id].span(piece))
    return found


def _count(judge: _Judge, tried: _Tried, spans: list[Span | None]) -> int:
    pairs = zip(tried, spans, strict=True)
    return sum(1 for (document, piece), span in pairs if span is not None and judge(document, piece, span))


def _says_so(document: Document, piece: Piece, span: Span) -> bool:
    """Tell whether the words there are the ones that the file gives."""
    return is_same_words((document.text or "")[span.start : span.end], piece.exact or "")


def is_same_words(one: str, other: str) -> bool:
    """Tell whether words are equal under the matching contract."""
    return one == other or fold_words(one) == fold_words(other)


class _Edges:
    """Judges a stretch by where it begins and ends."""

    def __init__(self) -> None:
        self._folded: dict[str, FoldedText] = {}

    def __call__(self, document: Document, piece: Piece, span: Span) -> bool:
        del piece  # it says no more than its stretch
        if document.id not in self._folded:
            self._folded[document.id] = fold(document.text or "")
        return not cuts_words(self._folded[document.id], span)


def cuts_words(text: FoldedText, span: Span) -> bool:
    """Tell whether a stretch cuts a word, a number or a character in two."""
    return is_cut(text, text.index_of(span.start), text.index_of(span.end), span)
