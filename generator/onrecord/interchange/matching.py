"""Which documents, codes and people of a file the project has already, and under which keys the new ones go.

A document with a text is a source if the source has the same text. One without is found by its key, its address, the hash of
its bytes or its title, in this order. Codes and people are found by key, then by name in any case.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from onrecord.codebook import TopicEntry
from onrecord.content import SOURCES_FOLDER, Content, RecordFile
from onrecord.fields import Keyed
from onrecord.forms import KEY
from onrecord.interchange.exchange import Code, Document, Exchange, Person
from onrecord.interchange.keys import make_key
from onrecord.stored_form import StoredForm

Named = TypeVar("Named", Code, Person, Document)

_SEPARATORS = ("::", "\\", "/", " > ")
"""What parts the levels of a code in its name, where a program has no hierarchy of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """The keys of everything in an exchange."""

    exchange: Exchange
    """With the texts of the sources that its documents were found to be."""
    sources: Mapping[str, str]
    """Key of the source, by the id of the document; documents whose words nobody has are not here."""
    known_sources: Mapping[str, RecordFile]
    """Those that are in the project already, by key."""
    twins: Mapping[str, str]
    """Of new sources, the source that goes by the same address or title and has other words."""
    topics: Mapping[str, str]
    """Key by id of the code,"""
    new_topics: tuple[Code, ...]
    """and those that are not in the codebook yet, their `id` made the key, and `parent` too."""
    definitions: Mapping[str, str]
    """Of codes whose topics are there and say otherwise, by key."""
    speakers: Mapping[str, str]
    new_speakers: tuple[Person, ...]


Read = Callable[[str], tuple[str, StoredForm] | None]
"""The canonical text of a file below the content folder, and its form; None where there is no such file."""


def match(exchange: Exchange, content: Content, read: Read) -> Matches:
    """Match an exchange with what the content folder holds."""
    found = _match_documents(exchange.documents, content, read)
    codes = split_paths(exchange.codes)
    topics, new_topics = _keep_or_make(codes, _topic_names(content.codebook), "topic")
    speakers, new_speakers = _keep_or_make(exchange.people, _speaker_names(content), "speaker")
    return Matches(
        exchange=replace(exchange, documents=tuple(found.documents), codes=codes),
        sources=found.keys,
        known_sources=found.known,
        twins=found.twins,
        topics=topics,
        new_topics=tuple(replace(code, parent=topics.get(code.parent, "")) for code in new_topics),
        definitions=_other_definitions(codes, topics, content),
        speakers=speakers,
        new_speakers=new_speakers,
    )


def _other_definitions(codes: Iterable[Code], topics: Mapping[str, str], content: Content) -> dict[str, str]:
    there = {str(each.key): str(each.entry.definition) for each in content.codebook}
    said = {topics[code.id]: code.description for code in codes if code.description}
    return {key: words for key, words in said.items() if key in there and there[key] != words}


def split_paths(codes: tuple[Code, ...]) -> tuple[Code, ...]:
    """Put a code that is named by its path, such as `Coke::diet Coke`, below the code that is named by the rest of it.

    A mark in a name is no path unless there is that code: `profit/loss` stays as it is.
    """
    ids = {code.name: code.id for code in codes}
    names = set(ids)
    found = []
    for code in codes:
        split = [(sep, *code.name.rpartition(sep)[::2]) for sep in _SEPARATORS if sep in code.name]
        above = next(((head, tail) for _, head, tail in split if head in ids and tail.strip()), None)
        if above is None or code.parent:
            found.append(code)
            continue
        head, tail = above
        name = tail.strip() if tail.strip() not in names else code.name
        names.add(name)
        found.append(replace(code, name=name, parent=ids[head]))
    return tuple(found)


@dataclass(slots=True)
class _Found:
    documents: list[Document] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    known: dict[str, RecordFile] = field(default_factory=dict)
    twins: dict[str, str] = field(default_factory=dict)


def _match_documents(documents: Iterable[Document], content: Content, read: Read) -> _Found:
    records = _Records(content.records)
    by_text = {each.text.text: each for each in content.records if each.text is not None}
    taken = {*records.by_key, *content.unrecorded}
    waiting = {key: stored for key in content.unrecorded if (stored := read(f"{SOURCES_FOLDER}/{key}.txt")) is not None}
    keys_by_text = {text: key for key, (text, _) in waiting.items()}
    found = _Found()
    for document in documents:
        record = by_text.get(document.text) if document.text is not None else records.find(document)
        if record is not None and record.text is not None:
            found.documents.append(replace(document, text=record.text.text, form=record.form))
            found.keys[document.id] = record.key
            found.known[record.key] = record
            continue
        key = document.key if document.text is None else keys_by_text.get(document.text, "")
        if key in waiting:  # stored words that have no record yet
            text, form = waiting.pop(key)
            found.documents.append(replace(document, text=text, form=form))
            found.keys[document.id] = key
            continue
        found.documents.append(document)
        if document.text is not None:
            is_free = KEY.admits(document.key) and document.key not in taken
            key = document.key if is_free else make_key(document.key or document.name, "source", taken)
            taken.add(key)
            found.keys[document.id] = key
            known = records.find(document)
            if known is not None:
                found.twins[key] = known.key
    return found


class _Records:
    """The records of a project by what a file may know them by; what several have in common finds none of them."""

    def __init__(self, records: Iterable[RecordFile]) -> None:
        self.by_key = {each.key: each for each in records}
        self._by_name: dict[tuple[str, str], list[RecordFile]] = {}
        for each in self.by_key.values():
            for name in self._names(each):
                self._by_name.setdefault(name, []).append(each)

    @staticmethod
    def _names(record: RecordFile) -> set[tuple[str, str]]:
        entry = record.entry
        addresses = {("url", _bare(str(each))) for each in (entry.url, entry.archive_url) if each is not None}
        titles = {("title", name) for name in (str(entry.title).casefold(), record.key, f"{record.key}.txt")}
        return addresses | titles | {("sha256", record.sha256)}

    def find(self, document: Document) -> RecordFile | None:
        """Find the source that a document without its words is."""
        if document.key in self.by_key:
            return self.by_key[document.key]
        for name in (
            ("url", _bare(document.url)),
            ("sha256", document.sha256),
            ("title", document.name.casefold()),
        ):
            hits = self._by_name.get(name, ()) if name[1] else ()
            if len(hits) == 1:
                return hits[0]
        return None


def _bare(url: str) -> str:
    """Leave out what makes no other document of an address."""
    return url.partition("#")[0].rstrip("/").removeprefix("https://").removeprefix("http://").removeprefix("www.")


def _topic_names(codebook: Iterable[Keyed[TopicEntry]]) -> dict[str, str]:
    names: dict[str, str] = {}
    for each in codebook:
        names.setdefault(str(each.entry.label).casefold(), str(each.key))
    return {**names, **{str(each.key): str(each.key) for each in codebook}}


def _speaker_names(content: Content) -> dict[str, str]:
    names: dict[str, str] = {}
    for each in content.speakers:
        for name in (each.entry.name, *each.entry.aliases, *each.entry.spellings):
            names.setdefault(str(name).casefold(), str(each.key))
    return {**names, **{str(each.key): str(each.key) for each in content.speakers}}


def _keep_or_make(
    items: Iterable[Named], known: Mapping[str, str], fallback: str
) -> tuple[dict[str, str], tuple[Named, ...]]:
    """Give the key of each by its id, and the new ones under their keys."""
    keys: dict[str, str] = {}
    new: list[Named] = []
    taken = set(known.values())
    for item in items:
        key = (known.get(item.key) if item.key else None) or known.get(item.name.casefold())
        if key is None:
            is_free = KEY.admits(item.key) and item.key not in taken
            key = item.key if is_free else make_key(item.key or item.name, fallback, taken)
            taken.add(key)
            new.append(replace(item, id=key))
        keys[item.id] = key
    return keys, tuple(new)
