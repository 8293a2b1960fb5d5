"""A checked dossier as an exchange: every passage with its words and positions, and every record with all that it says."""

from collections.abc import Iterator

from onrecord.anchoring import FoldedText, fold
from onrecord.checking import Checked
from onrecord.content import RecordFile
from onrecord.data.context import prefix_and_suffix
from onrecord.fields import Keyed
from onrecord.interchange.exchange import Annotation, Code, Document, Exchange, Fact, Note, Person, Piece
from onrecord.interchange.facts import facts_of, words_of
from onrecord.model import Passage, Source
from onrecord.records import PartEntry, PassageEntry, RecordEntry

_OF_PASSAGES = frozenset(["quotes", "statements"])
_SAID_OTHERWISE = frozenset(["text", "prefix", "suffix", "speaker", "topics", "parts", "context", "note"])
"""What an annotation says by itself, and so its facts do not."""


def gather(checked: Checked) -> Exchange:
    """Gather everything that a project says, in the order of its files."""
    content, dossier = checked.content, checked.dossier
    records = {each.key: each for each in content.records}
    parents = {topic.id: topic.parent.id if topic.parent else "" for topic in dossier.topics}
    return Exchange(
        format="",
        origin="onrecord",
        documents=tuple(_document(each, records[each.key]) for each in dossier.sources),
        codes=tuple(
            Code(
                id=str(each.key),
                key=str(each.key),
                name=str(each.entry.label),
                description=str(each.entry.definition),
                parent=parents[str(each.key)],
                facts=facts_of(each.entry, frozenset(["label", "definition", "parent"])),
            )
            for each in content.codebook
        ),
        people=tuple(
            Person(
                id=str(each.key),
                key=str(each.key),
                name=str(each.entry.name),
                facts=facts_of(each.entry, frozenset(["name"])),
            )
            for each in content.speakers
        ),
        annotations=tuple(_annotations(checked)),
        notes=tuple(Note(name=each.key, briefing=each.key, text=each.file.text) for each in content.briefings),
        facts=facts_of(content.dossier),
    )


def _document(source: Source, record: RecordFile) -> Document:
    facts = facts_of(record.entry, _OF_PASSAGES)
    return Document(
        id=source.key,
        key=source.key,
        name=source.title,
        text=source.text,
        form=source.form,
        url=source.url,
        date=words_of(facts, "date"),
        facts=facts,
    )


def _annotations(checked: Checked) -> Iterator[Annotation]:
    entries = {
        address: entry for record in checked.content.records for address, entry in _entries(record.key, record.entry)
    }
    folded: dict[str, FoldedText] = {}
    for passage in checked.dossier.passages:
        if passage.source.key not in folded:
            folded = {passage.source.key: fold(passage.source.text)}
        yield _annotation(passage, entries[passage.address], folded[passage.source.key])


def _entries(source: str, record: RecordEntry) -> Iterator[tuple[str, PartEntry]]:
    passages: tuple[Keyed[PassageEntry], ...] = (*record.quotes, *record.statements)
    for each in passages:
        yield f"{source}:{each.key}", each.entry
        for part in each.entry.parts:
            yield f"{source}:{each.key}{part.key}", part.entry


def _annotation(passage: Passage, entry: PartEntry, text: FoldedText) -> Annotation:
    facts: dict[str, Fact] = {"kind": passage.kind.value, **facts_of(entry, _SAID_OTHERWISE)}
    pieces = []
    for span in passage.spans:
        prefix, suffix = prefix_and_suffix(text, span)
        exact = text.original[span.start : span.end]
        pieces.append(Piece(exact=exact, prefix=prefix, suffix=suffix, start=span.start, end=span.end))
    return Annotation(
        id=passage.address,
        key=passage.key,
        document=passage.source.key,
        pieces=tuple(pieces),
        codes=tuple(topic.id for topic in passage.topics),
        person=passage.speaker.id if passage.speaker else "",
        notes=(passage.note,) if passage.note else (),
        context=passage.context,
        part_of=passage.whole.key if passage.whole else "",
        facts=facts,
    )
