"""Every passage as a W3C Web Annotation: `data/annotations.jsonld`.

Positions are proven in the stored words, which are a copy of what is published. So the state of each target
(Web Annotation Data Model, 4.3.1) says when the copy was taken and names it by its hash, as a URI of RFC 6920.
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping

from onrecord import urls
from onrecord.anchoring import FoldedText, fold
from onrecord.data.context import prefix_and_suffix
from onrecord.data.frames import Frame, list_gap, write_whole
from onrecord.dates import Date
from onrecord.indented import write_items, write_members
from onrecord.locations import Span
from onrecord.model import Dossier, Passage, Source
from onrecord.pages.index import DossierIndex, index_dossier
from onrecord.urls import Publication

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


ITEMS = "annotations"
_MEMBER = " "
_OF_PAGE = "  "
_ITEM = "   "


def write_annotations(dossier: Dossier, publication: Publication) -> str:
    """Write one annotation collection (5.1) whose only page (5.2) holds an annotation a passage."""
    index = index_dossier(dossier, publication)
    added = (add_to_annotations(each, index, publication) for each in dossier.sources)
    return write_whole(frame_annotations(index, publication), added)


def add_to_annotations(source: Source, index: DossierIndex, publication: Publication) -> dict[str, str]:
    """Write the annotations of a source, which is folded once, however many it has."""
    passages = index.in_source(source)
    if not passages:
        return {}
    folded = fold(source.text)
    return {ITEMS: write_items((_annotation(each, folded, publication) for each in passages), _ITEM)}


def frame_annotations(index: DossierIndex, publication: Publication) -> Frame:
    """Write what stands around those of all sources."""
    dossier = index.dossier
    collection = {
        "@context": CONTEXT,
        "id": publication.id_of(urls.ANNOTATIONS),
        "type": "AnnotationCollection",
        "label": dossier.title,
        "total": len(dossier.passages),
    }
    page = {"id": publication.id_of(f"{urls.ANNOTATIONS}#page"), "type": "AnnotationPage", "startIndex": 0}
    before = f"{{\n {write_members(collection, _MEMBER)}"
    if not dossier.passages:
        return (f"{before}\n}}\n",)
    return (
        f'{before},\n "first": {{\n  {write_members(page, _OF_PAGE)},\n  "items": ',
        list_gap(ITEMS, _OF_PAGE),
        "\n }\n}\n",
    )


def _annotation(passage: Passage, text: FoldedText, publication: Publication) -> dict[str, object]:
    targets = [_target(passage.source, span, text, publication) for span in passage.spans]
    bodies = list(_bodies(passage))
    return {
        "@context": CONTEXT,
        "id": publication.id_of(f"{urls.ANNOTATIONS}#{passage.address}"),
        "type": "Annotation",
        "motivation": "classifying" if passage.topics else "highlighting",
        **({"body": bodies} if bodies else {}),
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _bodies(passage: Passage) -> Iterable[Mapping[str, str]]:
    """Give the topics as tags, who speaks, and what the editor says of words that point elsewhere."""
    for topic in passage.topics:
        yield {"type": "TextualBody", "purpose": "tagging", "value": topic.label}
    if passage.speaker:
        yield {"type": "TextualBody", "purpose": "identifying", "value": passage.speaker.name}
    if passage.context:
        yield {"type": "TextualBody", "purpose": "describing", "value": passage.context}


def _target(source: Source, span: Span, text: FoldedText, publication: Publication) -> dict[str, object]:
    prefix, suffix = prefix_and_suffix(text, span)
    exact = source.text[span.start : span.end]
    return {
        "type": "SpecificResource",
        "source": source.url or publication.id_of(urls.source_address(source.key)),
        "selector": [
            {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
        "state": time_state(source.retrieved or source.date, source.sha256),
    }


def time_state(date: Date, sha256: str) -> dict[str, str]:
    """Date the copy with that hash by the day it was taken or else by that of the source, a month or a year by its ends."""
    first, last = f"{date.first_day.isoformat()}T00:00:00Z", f"{date.last_day.isoformat()}T23:59:59Z"
    when = {"sourceDate": first} if date.day else {"sourceDateStart": first, "sourceDateEnd": last}
    return {"type": "TimeState", **when, "cached": hash_uri(sha256)}


def hash_uri(sha256: str) -> str:
    """Name bytes by their hash, as RFC 6920, 3 does: `ni:///sha-256;` and the digest in base64url."""
    return f"ni:///sha-256;{urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip('=')}"
