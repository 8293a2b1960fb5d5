"""A source in full: where it is from, and its text in numbered paragraphs, with who cites each passage in the margin."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from onrecord.pages.source import MarginNote, Participant, SourcePage
from onrecord.pages.source_text import TextParagraph, TextSegment
from onrecord.printing.nodes import Inline, joined, primary
from onrecord.printing.places import Places


def print_source(view: SourcePage, places: Places) -> dict[str, Any]:
    """Print the page of a source."""
    notes = {each.row: each.notes for each in view.note_rows}
    return {
        "label": view.address,
        "number": places.numbers[view.address],
        "name": places.say.PRINTED_SOURCE.format(source=places.numbers[view.address]),
        "title": view.title,
        "lang": primary(view.language),
        "facts": [{"term": term, "c": nodes} for term, nodes in _facts(view, places) if nodes],
        "paragraphs": [
            _paragraph(each, notes.get(each.row, ()), view, places)
            for each in view.paragraphs
            if not _is_furniture(each)
        ],
    }


def _is_furniture(paragraph: TextParagraph) -> bool:
    """Tell what is nothing to print: the title, which stands above, and blanks."""
    has_words = any(segment.text.strip() for segment in paragraph.segments)
    return not has_words or (paragraph.is_title and not any(segment.is_marked for segment in paragraph.segments))


def _facts(view: SourcePage, places: Places) -> Iterable[tuple[str, list[Inline]]]:
    yield places.say.PUBLISHER, [", ".join(part for part in (view.publisher, view.kind) if part)]
    basis = f" ({view.date_basis})" if view.date_basis else ""
    yield places.say.DATE, [view.date + basis]
    for each in view.web_addresses:
        yield each.term, [{"k": "link", "url": each.url, "c": [each.url]} if each.is_link else each.url]
    yield places.say.RETRIEVED, [view.retrieved] if view.retrieved else []
    yield places.say.LANGUAGE, [view.language]
    yield places.say.TRANSLATION, [view.translation] if view.translation else []
    yield places.say.PRESENT, joined((_participant(each, places) for each in view.participants), "; ")
    yield (
        places.say.NOTE,
        [part for part in (" ".join(part for part in (view.note, _replaced(view), view.own_release) if part),) if part],
    )
    yield places.say.HASH, [{"k": "code", "text": view.sha256}] if view.sha256 else []


def _replaced(view: SourcePage) -> str:
    return view.replacement.note if view.replacement else ""


def _participant(participant: Participant, places: Places) -> list[Inline]:
    about = ", ".join(part for part in (participant.role, "" if participant.is_heard else places.say.NO_WORDS) if part)
    return [places.link(participant.speaker), f" ({about})" if about else ""]


def _paragraph(
    paragraph: TextParagraph, notes: Sequence[MarginNote], view: SourcePage, places: Places
) -> dict[str, Any]:
    segments = _without_blanks(paragraph.segments)
    return {
        "number": paragraph.number,
        "c": [_segment(each, view.address) for each in segments],
        "notes": [_note(each, places) for each in notes],
    }


def _without_blanks(segments: Sequence[TextSegment]) -> list[TextSegment]:
    """Leave out the blank lines behind a paragraph."""
    kept = list(segments)
    while kept and not kept[-1].text.strip() and not kept[-1].ids:
        kept.pop()
    return [*kept[:-1], replace(kept[-1], text=kept[-1].text.rstrip())] if kept else []


def _segment(segment: TextSegment, address: str) -> Inline:
    if not segment.is_marked and not segment.ids:
        return _untabbed(segment.text)
    kind = "quote" if segment.has_quote else "statement" if segment.keys else "plain"
    return {
        "k": "segment",
        "kind": kind,
        "at": [f"{address}#{each}" for each in segment.ids],
        "is_noise": segment.is_noise,
        "is_sic": segment.is_sic,
        "text": _untabbed(segment.text),
    }


def _untabbed(text: str) -> str:
    """Put blanks for tabs, which Typst leaves out, and for characters that have no width and no form of their own."""
    return text.replace("\t", "    ").replace("\ufeff", "")


def _note(note: MarginNote, places: Places) -> dict[str, Any]:
    speaker = note.speaker.label if note.speaker else places.say.SOURCE_VOICE
    uses = [
        {
            "topic": places.link(use.topic),
            "at": [each.place.address for each in use.places if each.place.address in places.labels],
        }
        for use in note.uses
    ]
    return {
        "key": note.key,
        "kind": note.kind,
        "speaker": speaker,
        "uses": [
            use
            for use, of in zip(uses, note.uses, strict=True)
            if use["at"] or places.is_in_other_volume(of.topic.address)
        ],
    }
