"""Everything that was said, with who, when and where: `data/quotes.json`.

Its shape is public: `docs/api.md` says what each member holds, and a change of meaning raises the version.
"""

from onrecord import urls
from onrecord.citing import GAP, cite_plainly
from onrecord.data.frames import Frame, list_gap, write_whole
from onrecord.indented import write_items, write_members
from onrecord.locations import Span
from onrecord.model import Link, Passage, Source, Speaker, Topic
from onrecord.pages.citations import cite_passage
from onrecord.pages.index import DossierIndex
from onrecord.pages.places import place_words

VERSION = 1


QUOTES, STATEMENTS, SOURCES = "quotes", "statements", "sources"
_MARGIN = " "
_ITEM = "  "


def write_quotes_json(index: DossierIndex, publication: urls.Publication) -> str:
    """Write one JSON object; what is not known is null, or an empty list."""
    added = (add_to_quotes_json(each, index, publication) for each in index.dossier.sources)
    return write_whole(frame_quotes_json(index, publication), added)


def add_to_quotes_json(source: Source, index: DossierIndex, publication: urls.Publication) -> dict[str, str]:
    """Write what a source adds."""
    passages = index.in_source(source)
    lists: dict[str, list[dict[str, object]]] = {
        QUOTES: [_passage(each, index, publication) for each in passages if each.is_quote],
        STATEMENTS: [_passage(each, index, publication) for each in passages if not each.is_quote],
        SOURCES: [_source(source, publication)],
    }
    return {name: write_items(items, _ITEM) for name, items in lists.items() if items}


def frame_quotes_json(index: DossierIndex, publication: urls.Publication) -> Frame:
    """Write what stands around that."""
    dossier = index.dossier
    before = {
        "version": VERSION,
        "title": dossier.title,
        "as_of": str(dossier.as_of) if dossier.as_of else None,
        "marking": dossier.marking or None,
        "language": dossier.language or None,
        "site": publication.site_url or None,
    }
    links = {"links": [_link(each) for each in dossier.links]}
    after = {
        "speakers": [_speaker(each) for each in dossier.speakers],
        "topics": [_topic(each) for each in dossier.topics],
    }
    return (
        f"{{\n {write_members(before, _MARGIN)},\n",
        f' "{QUOTES}": ',
        list_gap(QUOTES, _MARGIN),
        f',\n "{STATEMENTS}": ',
        list_gap(STATEMENTS, _MARGIN),
        f",\n {write_members(links, _MARGIN)},\n",
        f' "{SOURCES}": ',
        list_gap(SOURCES, _MARGIN),
        f",\n {write_members(after, _MARGIN)}\n}}\n",
    )


def _passage(passage: Passage, index: DossierIndex, publication: urls.Publication) -> dict[str, object]:
    return {
        "key": passage.address,
        "text": GAP.join(passage.pieces),
        "pieces": list(passage.pieces),
        "state": passage.state.value,
        "speaker": passage.speaker.id if passage.speaker else None,
        "role": passage.role.title if passage.role else None,
        "date": str(passage.source.date),
        "topics": [topic.id for topic in passage.topics],
        "context": passage.context or None,
        "note": passage.note or None,
        "sic": _pairs(passage.sic),
        "mentions": [speaker.id for speaker in passage.mentions],
        "part_of": passage.whole.address if passage.whole else None,
        "source": passage.source.key,
        "paragraphs": place_words(passage, index) or None,
        "spans": _pairs(passage.spans),
        "link": publication.link(urls.passage_address(passage.source.key, passage.key), urls.TAKE_AWAY),
        "citation": cite_plainly(cite_passage(passage, index, publication)),
    }


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _link(link: Link) -> dict[str, object]:
    return {
        "from": link.start.address,
        "to": link.end.address,
        "relation": link.relation.value,
        "because": link.because or None,
    }


def _source(source: Source, publication: urls.Publication) -> dict[str, object]:
    return {
        "key": source.key,
        "title": source.title,
        "date": str(source.date),
        "date_basis": source.date_basis or None,
        "publisher": source.publisher,
        "kind": source.kind or None,
        "url": source.url or None,
        "archive_url": source.archive_url or None,
        "language": source.language or None,
        "translation": source.translation or None,
        "retrieved": str(source.retrieved) if source.retrieved else None,
        "sha256": source.sha256,
        "participants": [speaker.id for speaker in source.participants],
        "link": publication.link(urls.source_address(source.key), urls.TAKE_AWAY),
    }


def _speaker(speaker: Speaker) -> dict[str, object]:
    return {"key": speaker.id, "name": speaker.name, "kind": speaker.kind, "side": speaker.side or None}


def _topic(topic: Topic) -> dict[str, object]:
    parent = topic.parent.id if topic.parent else None
    return {"key": topic.id, "label": topic.label, "definition": topic.definition or None, "parent": parent}
