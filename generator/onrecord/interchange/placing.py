"""Each annotation anchored in the words of its document: the six states, for what another program recorded.

Words are held to the matching contract like any others. A position decides only between places where exactly these words
stand; where the file gives no words, the stretch itself is what it says. What cannot be placed keeps all that it said.
"""

from dataclasses import dataclass
from itertools import pairwise

from onrecord import contract
from onrecord.anchoring import Anchor, FoldedText, Miss, Reason, Selector, anchor, describe
from onrecord.anchoring.finding import follows, precedes
from onrecord.interchange.exchange import Annotation, Piece
from onrecord.interchange.offsets import Ruler, cuts_words, is_same_words
from onrecord.interchange.yaml_words import has_unprintable
from onrecord.locations import Span
from onrecord.model import State
from onrecord.problems import shorten

_REASONS = {
    Reason.NOT_FOUND: "the words are not in the document",
    Reason.AMBIGUOUS: "the words stand there more than once",
    Reason.CONTEXT_DIFFERS: "the words stand there, but not between this prefix and suffix",
    Reason.CUT: "the words stand there inside longer ones, but not between this prefix and suffix",
    Reason.OUT_OF_ORDER: "the pieces do not follow each other",
}
_FURTHEST = 80
"""Characters that a word is followed beyond a stretch."""
_MARKS = "".join(sorted(contract.DOUBLE_MARKS | contract.SINGLE_MARKS))
_OPENING = f"([{{{_MARKS}"
_CLOSING = f")]}}{_MARKS},.;:!?{contract.ELLIPSIS}"
_NO_TEXT = "the file does not hold the words of the document, and no source has them"
_OUTSIDE = "the positions are none of the text"
_OVERLAPPING = "its pieces overlap"
_CUT = "it begins or ends inside a word or a number"
_HIDDEN = "it holds a control character, which no record may"
_SAME = "nothing in the text tells it from its like"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An annotation, and what placing it came to."""

    annotation: Annotation
    state: State
    spans: tuple[Span, ...] = ()
    """Code points of the canonical text, one span a piece, in order; none where it is not proven."""
    selector: Selector | None = None
    """How a record points at it; None where none can."""
    obstacle: str = ""
    """Why it cannot stand in a record, in a phrase; empty where it can."""
    is_cut: bool = False
    there: str = ""
    """What stands there instead, where words are like it; of a stretch that cuts words, the whole words."""
    remark: str = ""
    """What the file says that is not so, and does not matter to where it is."""


def place(annotation: Annotation, text: FoldedText | None, ruler: Ruler | None) -> Placed:
    """Place one annotation in the text of its document, which `ruler` measures in the unit of the file."""
    if text is None or ruler is None:
        return Placed(annotation=annotation, state=State.UNCHECKED, obstacle=_NO_TEXT)
    by_position = [ruler.span(piece) for piece in annotation.pieces]
    positions = tuple(_trim(text.original, span) for span in by_position if span is not None)
    has_positions = len(positions) == len(by_position)
    if any(piece.exact is None for piece in annotation.pieces):
        if not has_positions or not all(span.start < span.end for span in positions):
            return Placed(annotation=annotation, state=State.ORPHAN, obstacle=_OUTSIDE)
        return _settle(annotation, text, positions, State.VERBATIM)
    exacts = tuple((piece.exact or "").strip() for piece in annotation.pieces)
    slices = [text.original[span.start : span.end] for span in positions]
    if has_positions and all(map(is_same_words, slices, exacts)) and all(slices):
        is_literal = slices == list(exacts)
        return _settle(annotation, text, positions, State.VERBATIM if is_literal else State.NORMALISED)
    return _by_words(annotation, text, exacts)


def _trim(text: str, span: Span) -> Span:
    """Leave out the blanks at the edges of a stretch, which no words are."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _by_words(annotation: Annotation, text: FoldedText, exacts: tuple[str, ...]) -> Placed:
    pieces = annotation.pieces
    selector = Selector(pieces=exacts, prefix=pieces[0].prefix, suffix=pieces[-1].suffix)
    found = anchor(selector, text)
    if isinstance(found, Miss):
        return _missed(annotation, text, found)
    for span, exact in zip(found.spans, exacts, strict=True):
        if not is_same_words(
            text.original[span.start : span.end], exact
        ):  # read as `first … last`, which only ours mean
            reason = _REASONS[Reason.NOT_FOUND]
            return Placed(annotation=annotation, state=State.CHANGED, obstacle=reason, there=_cut(text, span))
    return _settle(annotation, text, found.spans, found.state)


def _missed(annotation: Annotation, text: FoldedText, miss: Miss) -> Placed:
    state, places = miss.state, miss.places
    if miss.reason is Reason.CUT and len(annotation.pieces) == 1:
        places = tuple(span for span in places if _fits(annotation.pieces[0], text, span))
        if len(places) == 1:
            words = text.original[places[0].start : places[0].end]
            is_literal = words == annotation.pieces[0].exact
            return _settle(annotation, text, places, State.VERBATIM if is_literal else State.NORMALISED)
        state = State.AMBIGUOUS if places else State.CHANGED
    reason = Reason.AMBIGUOUS if state is State.AMBIGUOUS else miss.reason
    there = _cut(text, places[0]) if places and state is State.CHANGED else ""
    return Placed(annotation=annotation, state=state, obstacle=_REASONS[reason], there=there)


def _fits(piece: Piece, text: FoldedText, span: Span) -> bool:
    is_behind = not piece.prefix or follows(text, span, piece.prefix)
    return is_behind and (not piece.suffix or precedes(text, span, piece.suffix))


def _settle(annotation: Annotation, text: FoldedText, spans: tuple[Span, ...], state: State) -> Placed:
    """Find how a record can point at a place that is known; what it cannot point at keeps its state."""
    spans = tuple(sorted(spans))
    is_cut = any(cuts_words(text, span) for span in spans)
    selector = None if is_cut else _selector(text, spans)
    overlaps = any(one.end > other.start for one, other in pairwise(spans))
    around = () if selector is None else (*selector.pieces, selector.prefix, selector.suffix)
    is_hidden = any(map(has_unprintable, around))
    obstacle = (
        _CUT if is_cut else _OVERLAPPING if overlaps else _SAME if selector is None else _HIDDEN if is_hidden else ""
    )
    return Placed(
        annotation=annotation,
        state=state,
        spans=spans,
        selector=selector,
        obstacle=obstacle,
        is_cut=is_cut,
        there=" … ".join(shorten(whole_words(text.original, span)) for span in spans) if is_cut else "",
        remark=_remark(annotation, text, spans),
    )


def _selector(text: FoldedText, spans: tuple[Span, ...]) -> Selector | None:
    """Find the shortest selector that is proven just there."""
    words = tuple(text.original[span.start : span.end] for span in spans)
    first, last = describe(text, spans[0]), describe(text, spans[-1])
    for prefix, suffix in (("", ""), (first.prefix, last.suffix)):
        selector = Selector(pieces=words, prefix=prefix, suffix=suffix)
        found = anchor(selector, text)
        if isinstance(found, Anchor) and found.spans == spans:
            return selector
    return None


def whole_words(text: str, span: Span) -> str:
    """Cut the words that a stretch lies in, up to the blanks around them, less marks at their edges that it has not."""
    before, behind = text[max(0, span.start - _FURTHEST) : span.start], text[span.end : span.end + _FURTHEST]
    start = len(before.rsplit(None, 1)[-1].lstrip(_OPENING)) if before and not before[-1].isspace() else 0
    end = len(behind.split(None, 1)[0].rstrip(_CLOSING)) if behind and not behind[0].isspace() else 0
    return text[span.start - start : span.end + end]


def _remark(annotation: Annotation, text: FoldedText, spans: tuple[Span, ...]) -> str:
    """Say that the words which the file shows for it are not those that stand there."""
    label = annotation.label.rstrip("….").strip()
    words = " ".join(text.original[span.start : span.end] for span in spans)
    if not label or " ".join(words.split()).startswith(" ".join(label.split())):
        return ""
    return f"the file calls it `{shorten(annotation.label)}`, and `{shorten(words)}` is what stands there"


def _cut(text: FoldedText, span: Span) -> str:
    return shorten(text.original[span.start : span.end])
