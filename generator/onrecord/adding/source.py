"""What is stored of a document that is added: the words, the original, the map between them, and the record."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from onrecord import __version__
from onrecord.adding.extracted import Document, Extracted, Place
from onrecord.adding.marked import write_passages
from onrecord.adding.noise import write_noise
from onrecord.adding.record_text import NewRecord, list_missing, write_record
from onrecord.locations import Span, TextFile
from onrecord.records import read_record
from onrecord.yaml_words import printable


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSource:
    """A source that is not stored yet."""

    key: str
    files: Mapping[str, bytes]
    """By name, the record last."""
    paragraphs: int
    extractor: str
    to_confirm: tuple[str, ...]
    """Fields that the document filled."""
    to_write: tuple[str, ...]
    """Fields that the record needs and nobody filled."""
    remarks: tuple[str, ...]
    passages: int
    """That were marked in the document."""


def plan_source(
    key: str, document: Document, extracted: Extracted, given: Mapping[str, str], retrieved: str
) -> NewSource:
    """Plan the files of a source; `given` are fields that the person filled."""
    joined = join_paragraphs(extracted.paragraphs)
    words = document.data if extracted.is_own_text else joined.text.encode()
    noise, lost = write_noise(joined.text, tuple(joined.spans[each] for each in extracted.noise))
    original = {} if extracted.is_own_text else original_of(key, document, extracted)
    record = NewRecord(
        given=given,
        proposed=_proposed(extracted, given),
        sha256=sha256(words).hexdigest(),
        retrieved=retrieved,
        original=original,
        noise=noise,
        passages=write_passages(joined.text, joined.starts, extracted.marks),
    )
    places = {original["places"]: write_places(joined, extracted.places, record.sha256)} if "places" in original else {}
    return NewSource(
        key=key,
        files={
            **({original["file"]: document.data} if original else {}),
            **places,
            f"{key}.txt": words,
            f"{key}.yml": _proven(write_record(record), key).encode(),
        },
        paragraphs=len(extracted.paragraphs),
        extractor=extractor_of(extracted),
        to_confirm=(*record.proposed, *(("noise",) if noise else ())),
        to_write=list_missing(record),
        remarks=(*extracted.remarks, *_noise_remarks(lost)),
        passages=len(extracted.marks),
    )


def _proposed(extracted: Extracted, given: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Give what the document says of itself where the person says nothing, without what YAML cannot hold."""
    said = ((each.field, printable(each.value), each.basis) for each in extracted.proposals)
    return {field: (value, basis) for field, value, basis in said if value.strip() and field not in given}


def extractor_of(extracted: Extracted) -> str:
    """Name what took the words out: this program, and the libraries that it asked."""
    return ", ".join(filter(None, (f"onrecord {__version__}", extracted.extractor)))


def _noise_remarks(lost: int) -> tuple[str, ...]:
    return (f"{lost} stretches that look like page furniture cannot be named by their words alone",) if lost else ()


def original_of(key: str, document: Document, extracted: Extracted) -> Mapping[str, str]:
    """Give the fields of `original` in a record."""
    # The words have the ending `.txt` for their own.
    ending = ".txt.original" if document.ending == ".txt" else document.ending
    fields = {
        "file": f"{key}{ending}",
        "sha256": sha256(document.data).hexdigest(),
        "extractor": extractor_of(extracted),
    }
    return {**fields, "places": f"{key}.places.json"} if extracted.places else fields


def _proven(text: str, key: str) -> str:
    """Give the record, which must read back; ValueError where it does not, which is a fault of the program."""
    entry, problems = read_record(TextFile(f"{key}.yml", text))
    told = [each.message for each in problems if each.code != "V102"]
    if entry is None or told:
        raise ValueError(f"the record of {key} does not read back: {told}")
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Paragraphs as one canonical text, and where each of them went."""

    text: str
    spans: tuple[Span, ...]

    @property
    def starts(self) -> tuple[int, ...]:
        """Give where each paragraph begins, in code points."""
        return tuple(each.start for each in self.spans)


def join_paragraphs(paragraphs: tuple[str, ...]) -> Joined:
    """Join paragraphs with a blank line between them."""
    spans: list[Span] = []
    start = 0
    for each in paragraphs:
        spans.append(Span(start, start + len(each)))
        start += len(each) + 2
    return Joined(text="\n\n".join(paragraphs) + "\n", spans=tuple(spans))


def write_places(joined: Joined, places: tuple[Place, ...], text_sha256: str) -> bytes:
    """Write where each line of the original begins in the words, as `docs/adding.md` says."""
    rows = [[joined.spans[each.paragraph].start + each.offset, each.page, each.line] for each in places]
    written = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{{"text": "{text_sha256}", "places": [\n{written}\n]}}\n'.encode()
