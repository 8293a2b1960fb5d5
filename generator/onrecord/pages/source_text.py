"""The text of a source, whole, in paragraphs of flat segments that know which passages they belong to.

The segments joined are the canonical text, character for character.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.locations import Span
from onrecord.model import Passage, Source
from onrecord.pages.index import DossierIndex
from onrecord.pages.segments import Segment, cut_segments

_Cover = Passage | str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSegment:
    """A stretch of the text that is marked in one way."""

    text: str
    keys: tuple[str, ...]
    """Of the passages that it lies in."""
    ids: tuple[str, ...]
    """Of the passages that begin here, former keys included: their anchors."""
    has_quote: bool
    has_statement: bool
    is_noise: bool
    is_sic: bool

    @property
    def is_marked(self) -> bool:
        """Tell whether it is more than plain text."""
        return bool(self.keys) or self.is_noise or self.is_sic


@dataclass(frozen=True, slots=True, kw_only=True)
class TextParagraph:
    """A paragraph of the text, the blank lines behind it included."""

    row: int
    """Where it stands, from 1; its notes stand on the same row."""
    number: int | None
    is_title: bool
    segments: tuple[TextSegment, ...]


def plan_text(source: Source, index: DossierIndex) -> tuple[TextParagraph, ...]:
    """Cut a source into paragraphs and segments."""
    paragraphs = index.paragraphs_of(source)
    starts = [each.span.start for each in paragraphs]
    passages = index.in_source(source)
    segments = cut_segments(Span(0, len(source.text)), _covers(source, passages), starts)
    anchored: set[str] = set()
    rows: list[list[TextSegment]] = [[] for _ in paragraphs]
    for segment in segments:
        rows[index.paragraph_at(source, segment.span.start)].append(_text_segment(source, segment, anchored))
    return tuple(
        TextParagraph(row=row, number=paragraph.number, is_title=paragraph.is_title, segments=tuple(found))
        for row, (paragraph, found) in enumerate(zip(paragraphs, rows, strict=True), start=1)
    )


def _covers(source: Source, passages: Sequence[Passage]) -> list[tuple[Span, _Cover]]:
    slips = dict.fromkeys(slip for each in passages for slip in each.sic)
    covers: list[tuple[Span, _Cover]] = [(span, each) for each in passages for span in each.spans]
    covers += [(span, "noise") for span in source.noise]
    return covers + [(span, "sic") for span in slips]


def _text_segment(source: Source, segment: Segment[_Cover], anchored: set[str]) -> TextSegment:
    passages = [cover for cover in segment.covers if isinstance(cover, Passage)]
    beginning = [cover for cover in segment.begins if isinstance(cover, Passage) and cover.key not in anchored]
    anchored.update(each.key for each in beginning)
    return TextSegment(
        text=source.text[segment.span.start : segment.span.end],
        keys=tuple(each.key for each in passages),
        ids=tuple(key for each in beginning for key in (each.key, *each.aliases)),
        has_quote=any(each.is_quote for each in passages),
        has_statement=not all(each.is_quote for each in passages),
        is_noise="noise" in segment.covers,
        is_sic="sic" in segment.covers,
    )
