"""What an import comes to: a function from an exchange and the content as read to a plan.

Nothing is written here, and nothing that is there is ever written over.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from onrecord.anchoring import FoldedText, fold
from onrecord.checking import Checked
from onrecord.interchange.exchange import Annotation, Exchange
from onrecord.interchange.files import Edit, Files
from onrecord.interchange.matching import Read, match
from onrecord.interchange.offsets import Ruler, detect_unit, measure
from onrecord.interchange.placing import Placed, place
from onrecord.interchange.units import CODE_POINTS, Evidence, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an import would write, and what it found."""

    exchange: Exchange
    """With the texts of sources that its documents were found to be."""
    evidence: Evidence | None
    """Of the unit of its positions; None where it has none."""
    recorded: tuple[Placed, ...]
    """Annotations that get an entry in a record,"""
    already: tuple[Placed, ...]
    """those that have one,"""
    kept: tuple[Placed, ...]
    """and those that are only listed."""
    sources: Mapping[str, str]
    """Key of the source by the id of its document."""
    twins: Mapping[str, str]
    """Of new sources, the source that goes by the same address or title and has other words."""
    words: Mapping[str, bytes]
    """Stored words of new sources, by path below the content folder."""
    edits: tuple[Edit, ...]
    definitions: Mapping[str, str]
    """What the file says of topics that the codebook defines otherwise, by key."""
    refused: tuple[str, ...]
    """Files of the project that nothing could be added to."""
    dropped: tuple[str, ...]
    """Fields that the file has and no record."""

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Give every annotation, those of just the same stretch as one."""
        return (*self.recorded, *self.already, *self.kept)


def plan_import(exchange: Exchange, checked: Checked, read: Read, usual: Unit, today: date) -> Plan:
    """Plan the import of an exchange whose format usually counts in that unit; `read` reads files of the content folder."""
    matches = match(exchange, checked.content, read)
    measured = matches.exchange.measured
    found = None if measured else detect_unit(matches.exchange, usual)
    unit = CODE_POINTS if measured else found.unit if found else usual
    placed = merge(place_all(matches.exchange, unit))
    files = Files(matches, checked, read, today)
    by_document: dict[str, list[Placed]] = {each.id: [] for each in matches.exchange.documents}
    for each in placed:
        by_document.setdefault(each.annotation.document, []).append(each)
    for document in matches.exchange.documents:
        files.add_document(document, by_document.pop(document.id))
    files.kept += [each for left in by_document.values() for each in left]
    files.add_names()
    files.add_briefings()
    files.add_dossier()
    return Plan(
        exchange=matches.exchange,
        evidence=measured or found,
        recorded=tuple(files.recorded),
        already=tuple(files.already),
        kept=tuple(files.kept),
        sources=matches.sources,
        twins=matches.twins,
        words=files.words,
        edits=tuple(files.edits),
        definitions=matches.definitions,
        refused=tuple(files.refused),
        dropped=tuple(dict.fromkeys(files.dropped)),
    )


def place_all(exchange: Exchange, unit: Unit) -> Iterator[Placed]:
    """Place every annotation in the text of its document."""
    documents = {each.id: each for each in exchange.documents}
    texts: dict[str, tuple[FoldedText, Ruler]] = {}
    for annotation in exchange.annotations:
        document = documents.get(annotation.document)
        if document is None or document.text is None:
            yield place(annotation, None, None)
            continue
        if document.id not in texts:
            texts[document.id] = fold(document.text), measure(document, unit)
        yield place(annotation, *texts[document.id])


def merge(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """Make one of annotations of just the same stretch, as many programs write one for each code; ours stay several."""
    found: dict[object, Placed] = {}
    for each in placed:
        one = each.annotation
        stretch = (one.document, each.spans) if each.spans and not one.key else id(each)
        known = found.get(stretch)
        found[stretch] = each if known is None else replace(known, annotation=_together(known.annotation, one))
    return tuple(found.values())


def _together(one: Annotation, other: Annotation) -> Annotation:
    return replace(
        one,
        codes=tuple(dict.fromkeys((*one.codes, *other.codes))),
        notes=tuple(dict.fromkeys((*one.notes, *other.notes))),
        person=one.person or other.person,
    )
