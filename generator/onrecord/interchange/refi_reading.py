"""REFI-QDA projects and codebooks (QDA-XML 1.0, March 2019) as an exchange: `.qdpx`, the `.qde` in it, and `.qdc`.

Read as they are found, whether or not they keep to the schema. Users are not read, nor any path but of what is in the package.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from onrecord.interchange.collecting import Collector
from onrecord.interchange.exchange import Annotation, Exchange, Fact, Facts, Piece, UnreadableError
from onrecord.interchange.facts import form_from_fact, read_facts, words_of
from onrecord.interchange.foreign import Foreign
from onrecord.interchange.json_reading import peek_json
from onrecord.interchange.packages import Package, is_package, local_name, read_xml
from onrecord.interchange.refi_elements import (
    NOTHING,
    children,
    descendants,
    first,
    guid_of,
    target_of,
    text_in,
    whole_in,
)
from onrecord.interchange.texts_in import decode

PROJECT = "REFI-QDA project"
CODEBOOK = "REFI-QDA codebook"
RECORD = "onrecord record"
CONTINUES = "onrecord: continues"
BRIEFING = "onrecord briefing: "

SHOWN_VARIABLES = ("Date", "Publisher", "Web address", "Language", "Kind")
"""What of a record other programs show as attributes of a document."""

_TEXTS = {"TextSource", "TextDescription", "Representation", "Transcript"}
_SELECTIONS = {"PlainTextSelection", "TranscriptSelection"}
_LOST = {
    "PictureSelection": "region of a picture",
    "PDFSelection": "region of a PDF page",
    "AudioSelection": "stretch of a recording",
    "VideoSelection": "stretch of a film",
    "Graph": "graph",
    "Set": "set",
    "Variable": "variable",
}

ReadFile = Callable[[str], bytes | None]
"""Reads a text of the project by its name; None where it is not there."""


def is_project(file: Foreign) -> bool:
    """Tell whether a file is a REFI-QDA project."""
    if is_package(file.data):
        return file.ending == ".qdpx" or b".qde" in file.data[-65_536:]
    return b"urn:QDA-XML:project" in file.data[:2000]


def is_codebook(file: Foreign) -> bool:
    """Tell whether a file is a REFI-QDA codebook."""
    return b"urn:QDA-XML:codebook" in file.data[:2000]


def read_codebook(file: Foreign) -> Exchange:
    """Read a codebook."""
    root = read_xml(file.data)
    reader = _Reader(root, _no_file)
    reader.read_codes()
    if not reader.collected.codes:
        raise UnreadableError("the codebook holds no code")
    return reader.collected.exchange(CODEBOOK)


def read_project(file: Foreign) -> Exchange:
    """Read a project, in its package or unpacked with its texts in `sources/` beside it."""
    if not is_package(file.data):
        return _read_project(file.data, lambda name: file.beside(f"sources/{name}") or file.beside(f"Sources/{name}"))
    package = Package(file.data)
    inside = [name for name in package.names if name.casefold().endswith(".qde")]
    if not inside:
        raise UnreadableError("the package holds no project", "a .qdpx holds a file project.qde")
    return _read_project(package.read(inside[0]) or b"", lambda name: package.read(f"sources/{name}"))


def _no_file(_: str) -> bytes | None:
    return None


def _read_project(data: bytes, read: ReadFile) -> Exchange:
    reader = _Reader(read_xml(data), read)
    reader.read_codes()
    reader.read_cases()
    reader.read_sources()
    reader.read_rest()
    return reader.collected.exchange(PROJECT)


class _Reader:
    """One project being read."""

    def __init__(self, root: Element, read: ReadFile) -> None:
        self.collected = Collector(origin=_shown(root.get("origin", "")))
        self._root = root
        self._read_file = read
        self._notes = {guid_of(each): each for each in descendants(root, "Note")}
        self._used_notes: set[str] = set()
        self._people: dict[str, str] = {}  # who speaks in a selection
        self._participants: dict[str, list[str]] = {}  # and in a whole document
        self._variables = {guid_of(each): each.get("name", "") for each in descendants(root, "Variable")}

    def read_codes(self) -> None:
        """Read the codes with what they are below."""
        waiting = [("", each) for each in children(first(first(self._root, "CodeBook"), "Codes"), "Code")]
        if local_name(self._root) == "CodeBook":
            waiting = [("", each) for each in children(first(self._root, "Codes"), "Code")]
        waiting.reverse()
        while waiting:
            parent, element = waiting.pop()
            record = self._record_of(element)
            self.collected.add_code(
                guid_of(element),
                element.get("name", "").strip() or guid_of(element),
                description=text_in(first(element, "Description")),
                parent=parent,
                key=words_of(record, "key"),
                facts=_facts(record),
            )
            waiting += [(guid_of(element), each) for each in reversed(children(element, "Code"))]

    def read_cases(self) -> None:
        """Read the cases, who are the people of the documents."""
        for case in descendants(self._root, "Case"):
            record = self._variable(case, RECORD)
            name = case.get("name", "").strip() or guid_of(case)
            self.collected.add_person(guid_of(case), name, key=words_of(record, "key"), facts=_facts(record))
            self.collected.lose("description of a case", len(children(case, "Description")))
            for source in children(case, "SourceRef"):
                self._participants.setdefault(target_of(source), []).append(guid_of(case))
            for selection in children(case, "SelectionRef"):
                self._people.setdefault(target_of(selection), guid_of(case))

    def read_sources(self) -> None:
        """Read every text there is: of documents, pages, recordings and pictures."""
        for element in first(self._root, "Sources"):
            if local_name(element) == "TextSource":
                self._read_text(element, element)
            else:
                texts = [each for each in element if local_name(each) in _TEXTS]
                for each in texts:
                    self._read_text(each, element)
                if not texts:
                    self.collected.lose(f"{local_name(element)} without a text")

    def _read_text(self, element: Element, source: Element) -> None:
        record = self._record_of(element)
        id_ = words_of(record, "id") or guid_of(element)
        text, form = decode(self._content(element))
        self.collected.add_document(
            id_,
            source.get("name", "").strip() or guid_of(element),
            text=text,
            form=form_from_fact(record["form"]) if "form" in record else form,
            url=words_of(record, "url"),
            date=words_of(record, "date"),
            added=source.get("creationDateTime", "")[:10],
            people=() if record else tuple(self._participants.get(guid_of(source), ())),
            key=words_of(record, "key"),
            facts=_facts(record, "form"),
        )
        points = {guid_of(each): whole_in(each.get("position")) for each in children(element, "SyncPoint")}
        for selection in element:
            if local_name(selection) in _SELECTIONS:
                self._read_selection(selection, id_, points)
        self.collected.lose("code of a whole document", len(children(element, "Coding")))
        for note in (text_in(first(source, "Description")), *self._notes_of(element)):
            if note:
                self.collected.add_note(source.get("name", ""), note)

    def _read_selection(self, element: Element, document: str, points: Mapping[str, int | None]) -> None:
        record = self._record_of(element)
        codings = children(element, "Coding")
        codes = [target_of(each) for coding in codings for each in children(coding, "CodeRef")]
        known = [code for code in codes if code in self.collected.codes]
        self.collected.lose("code that is not in the codebook", len(codes) - len(known))
        notes = [text_in(first(element, "Description")), *self._notes_of(element)]
        notes += [note for coding in codings for note in self._notes_of(coding)]
        start, end = whole_in(element.get("startPosition")), whole_in(element.get("endPosition"))
        if local_name(element) == "TranscriptSelection":
            start, end = (points.get(element.get(name, "").upper()) for name in ("fromSyncPoint", "toSyncPoint"))
        self.collected.annotations.append(
            Annotation(
                id=guid_of(element),
                document=document,
                pieces=(Piece(start=start, end=end),),
                codes=tuple(dict.fromkeys(known)),
                person=self._people.get(guid_of(element), ""),
                notes=tuple(note for note in notes if note),
                context=words_of(record, "context"),
                label=element.get("name", ""),
                key=words_of(record, "key"),
                part_of=words_of(record, "part_of"),
                facts=_facts(record, "context"),
            )
        )

    def read_rest(self) -> None:
        """Read what is about the project as a whole, and count what is not taken."""
        record = self._record_of(self._root)
        self.collected.facts = _facts(record, "topics")
        self._order_codes(record.get("topics", ()))
        self._join_pieces()
        if text_in(first(self._root, "Description")):
            self.collected.add_note(self._root.get("name", ""), text_in(first(self._root, "Description")))
        self._used_notes -= {target_of(each) for each in children(self._root, "NoteRef")}
        for guid, note in self._notes.items():
            name = note.get("name", "")
            if name.startswith(BRIEFING):
                self.collected.add_note(name, self._note_text(note), briefing=name.removeprefix(BRIEFING))
            elif guid not in self._used_notes and name != RECORD and self._note_text(note):
                self.collected.add_note(name or "Note", self._note_text(note))
        for element in self._root.iter():
            kind = local_name(element)
            if kind in _LOST and element.get("name") not in {RECORD, *SHOWN_VARIABLES}:
                self.collected.lose(_LOST[kind])

    def _order_codes(self, order: Fact) -> None:
        """Put codes into the order of our codebook, which is not that of the hierarchy."""
        places = {key: place for place, key in enumerate(order) if isinstance(key, str)}
        codes = sorted(self.collected.codes.values(), key=lambda code: places.get(code.key, len(places)))
        self.collected.codes = {code.id: code for code in codes}

    def _join_pieces(self) -> None:
        """Join the selections that we wrote for one passage, and count the links of others."""
        behind: dict[str, str] = {}
        for link in descendants(self._root, "Link"):
            if link.get("name") == CONTINUES:
                behind[link.get("targetGUID", "").upper()] = link.get("originGUID", "").upper()
            elif not link.get("name", "").startswith("onrecord: "):
                self.collected.lose("link")
        found: dict[str, Annotation] = {}
        for each in self.collected.annotations:
            first = behind.get(each.id, each.id)
            known = found.get(first) if first != each.id else None
            found[first if known else each.id] = each if known is None else _joined(known, each)
        self.collected.annotations = list(found.values())

    def _content(self, element: Element) -> bytes | None:
        inline = first(element, "PlainTextContent")
        if inline is not NOTHING:
            return text_in(inline).encode()
        path = element.get("plainTextPath", "")
        return self._read_file(path.removeprefix("internal://")) if path.startswith("internal://") else None

    def _note_text(self, note: Element) -> str:
        return decode(self._content(note))[0] or ""

    def _notes_of(self, element: Element) -> list[str]:
        """Give the words of the notes of an element, less what is a record of ours."""
        targets = [target_of(each) for each in children(element, "NoteRef")]
        notes = [self._notes[target] for target in targets if target in self._notes]
        self._used_notes |= set(targets)
        texts = [self._note_text(note) for note in notes if note.get("name") != RECORD]
        return [text for text in texts if text]

    def _record_of(self, element: Element) -> dict[str, Fact]:
        """Read what we wrote beside an element, for which the format has no place."""
        for reference in children(element, "NoteRef"):
            note = self._notes.get(target_of(reference))
            if note is not None and note.get("name") == RECORD:
                self._used_notes.add(guid_of(note))
                return read_facts(peek_json(self._note_text(note).encode()))
        return {}

    def _variable(self, element: Element, name: str) -> dict[str, Fact]:
        for each in children(element, "VariableValue"):
            if self._variables.get(target_of(first(each, "VariableRef"))) == name:
                return read_facts(peek_json(text_in(first(each, "TextValue")).encode()))
            self.collected.lose("value of a variable")
        return {}


def _joined(one: Annotation, other: Annotation) -> Annotation:
    return replace(one, pieces=(*one.pieces, *other.pieces))


def _facts(record: Facts, *without: str) -> dict[str, Fact]:
    return {name: fact for name, fact in record.items() if name not in {"id", "key", "part_of", *without}}


def _shown(origin: str) -> str:
    return " ".join(origin.split())
