"""An exchange as a collection of W3C Web Annotations, with the texts and records beside them as terms of our own.

Every annotation stands for itself by the Web Annotation Data Model. What that has no word for is in the member `record` of each
annotation and of the collection, which the context declares, so that no processor of JSON-LD stumbles over it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from onrecord.data.annotations import CONTEXT, time_state
from onrecord.dates import parse_date
from onrecord.indented import write_indented
from onrecord.interchange.exchange import Annotation, Document, Exchange, Piece
from onrecord.interchange.facts import form_as_fact, words_of
from onrecord.stored_form import restore

TERMS = {"@version": 1.1, "onrecord": "urn:onrecord:terms#", "record": {"@id": "onrecord:record", "@type": "@json"}}
CONTEXTS = [CONTEXT, TERMS]
SOURCE = "urn:onrecord:source:"
PASSAGE = "urn:onrecord:passage:"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """What codes and people are called, by their ids."""

    codes: dict[str, str]
    people: dict[str, str]


def write_jsonld(exchange: Exchange) -> bytes:
    """Write one annotation collection (5.1) whose only page (5.2) holds them all, and which holds the texts."""
    documents = {each.id: each for each in exchange.documents}
    names = _Names(
        codes={each.id: each.name for each in exchange.codes}, people={each.id: each.name for each in exchange.people}
    )
    items = [_annotation(each, documents[each.document], names) for each in exchange.annotations]
    page = {"id": "urn:onrecord:annotations:page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": CONTEXTS,
        "id": "urn:onrecord:annotations",
        "type": "AnnotationCollection",
        "label": exchange.facts.get("title", ""),
        "total": len(items),
        **({"first": page} if items else {}),
        "record": _record(exchange),
    }
    return (write_indented(collection) + "\n").encode()


def _record(exchange: Exchange) -> dict[str, object]:
    return {
        "dossier": dict(exchange.facts),
        "sources": [_source(each) for each in exchange.documents],
        "topics": [
            {"id": each.id, "label": each.name, "definition": each.description, "parent": each.parent, **each.facts}
            for each in exchange.codes
        ],
        "speakers": [{"id": each.id, "name": each.name, **each.facts} for each in exchange.people],
        "briefings": [{"key": each.briefing, "text": each.text} for each in exchange.notes if each.briefing],
    }


def _source(document: Document) -> dict[str, object]:
    return {"id": document.id, "text": document.text, "form": form_as_fact(document.form), **document.facts}


def _annotation(annotation: Annotation, document: Document, names: _Names) -> dict[str, object]:
    targets = [_target(document, piece) for piece in annotation.pieces]
    bodies = list(_bodies(annotation, names))
    own: dict[str, object] = {
        "source": document.id,
        "key": annotation.key,
        "part_of": annotation.part_of,
        "topics": list(annotation.codes),
        "speaker": annotation.person,
    }
    return {
        "@context": CONTEXTS,
        "id": f"{PASSAGE}{annotation.id}",
        "type": "Annotation",
        "motivation": "classifying" if annotation.codes else "highlighting",
        **({"body": bodies} if bodies else {}),
        "target": targets[0] if len(targets) == 1 else targets,
        "record": {**{name: value for name, value in own.items() if value}, **annotation.facts},
    }


def _bodies(annotation: Annotation, names: _Names) -> Iterator[dict[str, str]]:
    for code in annotation.codes:
        yield {"type": "TextualBody", "purpose": "tagging", "value": names.codes[code]}
    if annotation.person:
        yield {"type": "TextualBody", "purpose": "identifying", "value": names.people[annotation.person]}
    if annotation.context:
        yield {"type": "TextualBody", "purpose": "describing", "value": annotation.context}
    for note in annotation.notes:
        yield {"type": "TextualBody", "purpose": "commenting", "value": note}


def _target(document: Document, piece: Piece) -> dict[str, object]:
    stored = sha256(restore(document.text or "", document.form)).hexdigest()
    date = parse_date(words_of(document.facts, "retrieved") or document.date)
    quote = {"type": "TextQuoteSelector", "exact": piece.exact, "prefix": piece.prefix, "suffix": piece.suffix}
    position = {"type": "TextPositionSelector", "start": piece.start, "end": piece.end}
    return {
        "type": "SpecificResource",
        "source": document.url or f"{SOURCE}{document.id}",
        "selector": [quote, position],
        **({"state": time_state(date, stored)} if date else {}),
    }
