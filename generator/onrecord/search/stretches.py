"""Stretches of text short enough to be shown when one of their words is found."""

from collections.abc import Iterable, Iterator

from onrecord import urls
from onrecord.locations import Span
from onrecord.model import Dossier, Passage, Source
from onrecord.pages.calendar import date_words
from onrecord.pages.paragraphs import read_paragraphs
from onrecord.pages.segments import cut_segments
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


def text_entries(dossier: Dossier, say: Wording) -> Iterator[Entry]:
    """Give what no passage holds of each source's text, and no page furniture, where it stands."""
    passages: dict[str, list[Passage]] = {}
    for each in dossier.passages:
        passages.setdefault(each.source.key, []).append(each)
    for source in dossier.sources:
        label = f"{' '.join(source.title.split())} · {date_words(source.date, say)}"
        for place, text in join_paragraphs(_paragraphs_left(source, passages.get(source.key, []))):
            yield Entry(
                address=urls.source_address(source.key) + place,
                kind="text",
                text=text,
                label=label,
                language=source.language,
                source=source.key,
            )


def _paragraphs_left(source: Source, passages: Iterable[Passage]) -> Iterator[tuple[str, str]]:
    paragraphs = read_paragraphs(source)
    covers: list[tuple[Span, None]] = [(span, None) for each in passages for span in each.spans]
    covers += ((span, None) for span in source.noise)
    starts = [each.span.start for each in paragraphs]
    left = [each.span for each in cut_segments(Span(0, len(source.text)), covers, starts) if not each.covers]
    at = 0
    for paragraph in paragraphs:
        words = []
        while at < len(left) and left[at].start < paragraph.span.end:
            if left[at].start >= paragraph.span.start:
                words.append(source.text[left[at].start : left[at].end].strip())
            at += 1
        if not paragraph.is_title:
            yield (f"#paragraph:{paragraph.number}" if paragraph.number else ""), _GAP.join(filter(_has_words, words))


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))
