"""REFI-QDA projects and codebooks (QDA-XML 1.0, March 2019) as an exchange: `.qdpx`, the `.qde` in it, and `.qdc`.

Read as they are found, whether or not they keep to the schema. Users are not read, nor any path but of what is in the package.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from onrecord.interchange.collecting import Collector
from onrecord.interchange.exchange import Annotation, Exchange, Fact, Facts, Piece, UnreadableError
from onrecord.interchange.facts import form_from_fact, read_facts, words_of
from onrecord.interchange.foreign import Foreign
from onrecord.interchange.json_reading import peek_json
from onrecord.interchange.packages import Package, is_package, local_name, read_xml
from onrecord.interchange.texts_in import decode

PROJECT = "REFI-QDA project"
CODEBOOK = "REFI-QDA codebook"
RECORD = "onrecord record"
CONTINUES = "onrecord: continues"
BRIEFING = "onrecord briefing: "

SHOWN_VARIABLES = ("Date", "Publisher", "Web address", "Language", "Kind")
"""What of a record other programs show as attributes of a document."""

NOTHING = Element("nothing")

_MOST_DIGITS = 15
"""No position has more."""
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
        self._notes = {_id(each): each for each in _all(root, "Note")}
        self._used_notes: set[str] = set()
        self._people: dict[str, str] = {}  # who speaks in a selection
        self._participants: dict[str, list[str]] = {}  # and in a whole document
        self._variables = {_id(each): each.get("name", "") for each in _all(root, "Variable")}

    def read_codes(self) -> None:
        """Read the codes with what they are below."""
        waiting = [("", each) for each in _children(_first(_first(self._root, "CodeBook"), "Codes"), "Code")]
        if local_name(self._root) == "CodeBook":
            waiting = [("", each) for each in _children(_first(self._root, "Codes"), "Code")]
        waiting.reverse()
        while waiting:
            parent, element = waiting.pop()
            record = self._record_of(element)
            self.collected.add_code(
                _id(element),
                element.get("name", "").strip() or _id(element),
                description=_text(_first(element, "Description")),
                parent=parent,
                key=words_of(record, "key"),
                facts=_facts(record),
            )
            waiting += [(_id(element), each) for each in reversed(_children(element, "Code"))]

    def read_cases(self) -> None:
        """Read the cases, who are the people of the documents."""
        for case in _all(self._root, "Case"):
            record = self._variable(case, RECORD)
            name = case.get("name", "").strip() or _id(case)
            self.collected.add_person(_id(case), name, key=words_of(record, "key"), facts=_facts(record))
            for source in _children(case, "SourceRef"):
                self._participants.setdefault(_target(source), []).append(_id(case))
            for selection in _children(case, "SelectionRef"):
                self._people.setdefault(_target(selection), _id(case))

    def read_sources(self) -> None:
        """Read every text there is: of documents, pages, recordings and pictures."""
        for element in _first(self._root, "Sources"):
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
        id_ = words_of(record, "id") or _id(element)
        text, form = decode(self._content(element))
        self.collected.add_document(
            id_,
            source.get("name", "").strip() or _id(element),
            text=text,
            form=form_from_fact(record["form"]) if "form" in record else form,
            url=words_of(record, "url"),
            date=words_of(record, "date"),
            added=source.get("creationDateTime", "")[:10],
            people=() if record else tuple(self._participants.get(_id(source), ())),
            key=words_of(record, "key"),
            facts=_facts(record, "form"),
        )
        points = {_id(each): _whole(each.get("position")) for each in _children(element, "SyncPoint")}
        for selection in element:
            if local_name(selection) in _SELECTIONS:
                self._read_selection(selection, id_, points)
        self.collected.lose("code of a whole document", len(_children(element, "Coding")))
        for note in self._notes_of(element):
            self.collected.add_note(source.get("name", ""), note)

    def _read_selection(self, element: Element, document: str, points: Mapping[str, int | None]) -> None:
        record = self._record_of(element)
        codings = _children(element, "Coding")
        codes = [_target(each) for coding in codings for each in _children(coding, "CodeRef")]
        known = [code for code in codes if code in self.collected.codes]
        self.collected.lose("code that is not in the codebook", len(codes) - len(known))
        notes = [_text(_first(element, "Description")), *self._notes_of(element)]
        notes += [note for coding in codings for note in self._notes_of(coding)]
        start, end = _whole(element.get("startPosition")), _whole(element.get("endPosition"))
        if local_name(element) == "TranscriptSelection":
            start, end = (points.get(element.get(name, "").upper()) for name in ("fromSyncPoint", "toSyncPoint"))
        self.collected.annotations.append(
            Annotation(
                id=_id(element),
                document=document,
                pieces=(Piece(start=start, end=end),),
                codes=tuple(dict.fromkeys(known)),
                person=self._people.get(_id(element), ""),
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
        self._used_notes -= {_target(each) for each in _children(self._root, "NoteRef")}
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
        for link in _all(self._root, "Link"):
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
        inline = _first(element, "PlainTextContent")
        if inline is not NOTHING:
            return _text(inline).encode()
        path = element.get("plainTextPath", "")
        return self._read_file(path.removeprefix("internal://")) if path.startswith("internal://") else None

    def _note_text(self, note: Element) -> str:
        return decode(self._content(note))[0] or ""

    def _notes_of(self, element: Element) -> list[str]:
        """Give the words of the notes of an element, less what is a record of ours."""
        targets = [_target(each) for each in _children(element, "NoteRef")]
        notes = [self._notes[target] for target in targets if target in self._notes]
        self._used_notes |= set(targets)
        texts = [self._note_text(note) for note in notes if note.get("name") != RECORD]
        return [text for text in texts if text]

    def _record_of(self, element: Element) -> dict[str, Fact]:
        """Read what we wrote beside an element, for which the format has no place."""
        for reference in _children(element, "NoteRef"):
            note = self._notes.get(_target(reference))
            if note is not None and note.get("name") == RECORD:
                self._used_notes.add(_id(note))
                return read_facts(peek_json(self._note_text(note).encode()))
        return {}

    def _variable(self, element: Element, name: str) -> dict[str, Fact]:
        for each in _children(element, "VariableValue"):
            if self._variables.get(_target(_first(each, "VariableRef"))) == name:
                return read_facts(peek_json(_text(_first(each, "TextValue")).encode()))
            self.collected.lose("value of a variable")
        return {}


def _joined(one: Annotation, other: Annotation) -> Annotation:
    return replace(one, pieces=(*one.pieces, *other.pieces))


def _first(element: Element, name: str) -> Element:
    return next((each for each in element if local_name(each) == name), NOTHING)


def _children(element: Element, name: str) -> list[Element]:
    return [each for each in element if local_name(each) == name]


def _all(root: Element, name: str) -> Iterator[Element]:
    return (each for each in root.iter() if local_name(each) == name)


def _id(element: Element) -> str:
    return element.get("guid", "").upper()


def _target(element: Element) -> str:
    return element.get("targetGUID", "").upper()


def _text(element: Element) -> str:
    return "".join(element.itertext())


def _whole(digits: str | None) -> int | None:
    is_position = digits is not None and digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS
    return int(digits or "") if is_position else None


def _facts(record: Facts, *without: str) -> dict[str, Fact]:
    return {name: fact for name, fact in record.items() if name not in {"id", "key", "part_of", *without}}


def _shown(origin: str) -> str:
    return " ".join(origin.split())
