"""Stretches of text short enough to be shown when one of their words is found."""

from collections.abc import Iterable, Iterator

from onrecord import urls
from onrecord.locations import Span
from onrecord.model import Passage, Source
from onrecord.pages.calendar import date_words
from onrecord.pages.paragraphs import read_paragraphs
from onrecord.pages.wording import Wording
from onrecord.search.records import Entry

_GAP = " … "
"""Where a passage was taken out."""
_LONG = 600
"""Characters behind which a stretch ends with the paragraph."""


def join_paragraphs(paragraphs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Join paragraphs, each with its place, to stretches at the place of their first; blank ones are left out."""
    place, text = "", ""
    for at, paragraph in paragraphs:
        if not (words := " ".join(paragraph.split())):
            continue
        place, text = (place, f"{text} {words}") if text else (at, words)
        if len(text) >= _LONG:
            yield place, text
            text = ""
    if text:
        yield place, text


def text_entries(source: Source, passages: Iterable[Passage], say: Wording) -> Iterator[Entry]:
    """Give what no passage holds of a source's text, and no page furniture, where it stands."""
    label = f"{' '.join(source.title.split())} · {date_words(source.date, say)}"
    for place, text in join_paragraphs(_paragraphs_left(source, passages)):
        yield Entry(
            address=urls.source_address(source.key) + place,
            kind="text",
            text=text,
            label=label,
            language=source.language,
            source=source.key,
        )


def _paragraphs_left(source: Source, passages: Iterable[Passage]) -> Iterator[tuple[str, str]]:
    """Give each paragraph but the title with its place: the words of it that nothing covers."""
    gaps = list(_gaps((*(span for each in passages for span in each.spans), *source.noise), len(source.text)))
    first = 0
    for paragraph in read_paragraphs(source):
        start, end = paragraph.span.start, paragraph.span.end
        while first < len(gaps) and gaps[first].end <= start:
            first += 1
        words = []
        for gap in gaps[first:]:
            if gap.start >= end:
                break
            words.append(source.text[max(gap.start, start) : min(gap.end, end)].strip())
        if not paragraph.is_title:
            yield (f"#paragraph:{paragraph.number}" if paragraph.number else ""), _GAP.join(filter(_has_words, words))


def _gaps(covers: Iterable[Span], length: int) -> Iterator[Span]:
    """List what is left of a text, in order; covers may overlap."""
    start = 0
    for cover in sorted(covers, key=lambda each: each.start):
        if cover.start > start:
            yield Span(start, cover.start)
        start = max(start, cover.end)
    if start < length:
        yield Span(start, length)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))
