"""An exchange as a REFI-QDA project or codebook, by the schemas of QDA-XML 1.0 (March 2019).

Codes, cases, texts, selections, notes and links stand where the format has them. What it has no place for is a note named
`onrecord record` beside the element that it is about: JSON, which people can read and other programs keep.
"""

import json
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from onrecord.interchange.exchange import Annotation, Code, Document, Exchange, Facts, UnwritableError
from onrecord.interchange.facts import form_as_fact, words_of
from onrecord.interchange.packages import DAY_ONE, UNWRITABLE, sound
from onrecord.interchange.refi_reading import BRIEFING, CONTINUES, RECORD, SHOWN_VARIABLES

_SPACE = uuid5(NAMESPACE_URL, "urn:onrecord:refi")
_LONGEST_LABEL = 100
_SHOWN_FACTS = ("date", "publisher", "url", "language", "kind")


def write_project(exchange: Exchange) -> bytes:
    """Write a `.qdpx` package: `project.qde`, and the canonical text of each document in `sources/`."""
    members = {"project.qde": _write(_Project(exchange).write())}
    for document in exchange.documents:
        members[f"sources/{guid('source', document.id)}.txt"] = (document.text or "").encode()
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(zipfile.ZipInfo(name, DAY_ONE), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def write_codebook(exchange: Exchange) -> bytes:
    """Write a `.qdc` codebook: the codes with what they are below, and their descriptions.

    UnwritableError where there is no code: the schema wants one.
    """
    if not exchange.codes:
        raise UnwritableError("the codebook has no topic, and a .qdc needs one")
    root = Element("CodeBook", {"xmlns": "urn:QDA-XML:codebook:1.0", "origin": "onrecord"})
    codes = SubElement(root, "Codes")
    _add_codes(codes, "", exchange.codes, lambda _element, _code: None)
    return _write(root)


def guid(kind: str, name: str) -> str:
    """Make the identifier of something, always the same."""
    return str(uuid5(_SPACE, f"{kind}:{name}")).upper()


@dataclass(slots=True)
class _Sections:
    """The parts of a project, in the order that the schema wants them in."""

    codebook: Element = field(default_factory=lambda: Element("CodeBook"))
    variables: Element = field(default_factory=lambda: Element("Variables"))
    cases: Element = field(default_factory=lambda: Element("Cases"))
    sources: Element = field(default_factory=lambda: Element("Sources"))
    notes: Element = field(default_factory=lambda: Element("Notes"))
    links: Element = field(default_factory=lambda: Element("Links"))

    def all(self) -> tuple[Element, ...]:
        return (self.codebook, self.variables, self.cases, self.sources, self.notes, self.links)


class _Project:
    """One project being written."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._made = _Sections()
        self._by_document: dict[str, list[Annotation]] = {}
        self._by_person: dict[str, list[Annotation]] = {}
        for each in exchange.annotations:
            self._by_document.setdefault(each.document, []).append(each)
            self._by_person.setdefault(each.person, []).append(each)

    def write(self) -> Element:
        exchange, made = self._exchange, self._made
        root = Element(
            "Project",
            {
                "xmlns": "urn:QDA-XML:project:1.0",
                "name": sound(words_of(exchange.facts, "title")),
                "origin": "onrecord",
            },
        )
        if exchange.codes:
            _add_codes(SubElement(made.codebook, "Codes"), "", exchange.codes, self._note_code)
        self._add_variables()
        self._add_cases()
        for document in exchange.documents:
            self._add_source(document)
        self._add_links()
        for note in exchange.notes:
            name = f"{BRIEFING}{note.briefing}" if note.briefing else note.name
            self._add_note(f"briefing:{note.name}", name, note.text)
        root.extend(section for section in made.all() if len(section))
        order = {"topics": [each.key for each in exchange.codes]}
        self._refer(root, "project", {**exchange.facts, **order})
        return root

    def _note_code(self, element: Element, code: Code) -> None:
        self._refer(element, f"code:{code.id}", {"key": code.key, **code.facts})

    def _add_variables(self) -> None:
        for name in (*SHOWN_VARIABLES, RECORD):
            values = {"guid": guid("variable", name), "name": name, "typeOfVariable": "Text"}
            SubElement(self._made.variables, "Variable", values)

    def _add_cases(self) -> None:
        for person in self._exchange.people:
            case = SubElement(self._made.cases, "Case", {"guid": guid("case", person.id), "name": sound(person.name)})
            _add_value(case, RECORD, _as_json({"key": person.key, **person.facts}))
            said = self._by_person.get(person.id, [])
            for source in dict.fromkeys(each.document for each in said):
                SubElement(case, "SourceRef", {"targetGUID": guid("source", source)})
            for each in said:
                for number in range(len(each.pieces)):
                    SubElement(case, "SelectionRef", {"targetGUID": _selection(each.id, number)})

    def _add_source(self, document: Document) -> None:
        id_ = guid("source", document.id)
        values = {"guid": id_, "name": sound(document.name), "plainTextPath": f"internal://{id_}.txt"}
        source = SubElement(self._made.sources, "TextSource", values)
        for annotation in self._by_document.get(document.id, ()):
            self._add_selections(source, annotation)
        own = {"id": document.id, "key": document.key, "form": form_as_fact(document.form)}
        self._refer(source, f"source:{document.id}", {**own, **document.facts})
        for name, fact in zip(SHOWN_VARIABLES, _SHOWN_FACTS, strict=True):
            if words_of(document.facts, fact):
                _add_value(source, name, words_of(document.facts, fact))

    def _add_selections(self, source: Element, annotation: Annotation) -> None:
        for number, piece in enumerate(annotation.pieces):
            values = {
                "guid": _selection(annotation.id, number),
                "name": _label(piece.exact or ""),
                "startPosition": str(piece.start),
                "endPosition": str(piece.end),
            }
            selection = SubElement(source, "PlainTextSelection", values)
            for code in annotation.codes:
                coding = SubElement(selection, "Coding", {"guid": guid("coding", f"{values['guid']} {code}")})
                SubElement(coding, "CodeRef", {"targetGUID": guid("code", code)})
            if number:
                self._link(CONTINUES, _selection(annotation.id, 0), values["guid"])
                continue
            own = {"key": annotation.key, "part_of": annotation.part_of, "context": annotation.context}
            self._refer(selection, f"passage:{annotation.id}", {**own, **annotation.facts})
            for place, note in enumerate(annotation.notes):
                _refer_to(selection, self._add_note(f"note:{annotation.id}:{place}", "note", note))

    def _add_links(self) -> None:
        """Add the relations between passages, which other programs show; on the way back the records say them."""
        known = {each.id for each in self._exchange.annotations}
        for each in self._exchange.annotations:
            links = each.facts.get("links", ())
            for link in links if isinstance(links, list | tuple) else ():
                if isinstance(link, Mapping):
                    target = (
                        words_of(link, "to")
                        if ":" in words_of(link, "to")
                        else f"{each.document}:{words_of(link, 'to')}"
                    )
                    if target in known:
                        name = f"onrecord: {words_of(link, 'as')}"
                        self._link(name, _selection(each.id, 0), _selection(target, 0))

    def _link(self, name: str, origin: str, target: str) -> None:
        values = {"guid": guid("link", f"{name} {origin} {target}"), "name": name, "direction": "OneWay"}
        SubElement(self._made.links, "Link", {**values, "originGUID": origin, "targetGUID": target})

    def _refer(self, element: Element, about: str, facts: Facts) -> None:
        """Put what the format has no place for into a note beside an element."""
        _refer_to(element, self._add_note(f"record:{about}", RECORD, _as_json(facts)))

    def _add_note(self, about: str, name: str, text: str) -> str:
        id_ = guid("note", about)
        note = SubElement(self._made.notes, "Note", {"guid": id_, "name": sound(name)})
        SubElement(note, "PlainTextContent").text = sound(text)
        return id_


def _refer_to(element: Element, note: str) -> None:
    SubElement(element, "NoteRef", {"targetGUID": note})


def _add_codes(above: Element, parent: str, codes: Iterable[Code], note: Callable[[Element, Code], None]) -> None:
    codes = tuple(codes)
    for code in codes:
        if code.parent == parent:
            values = {"guid": guid("code", code.id), "name": sound(code.name), "isCodable": "true"}
            element = SubElement(above, "Code", values)
            if code.description:
                SubElement(element, "Description").text = sound(code.description)
            note(element, code)
            _add_codes(element, code.id, codes, note)


def _add_value(element: Element, variable: str, text: str) -> None:
    value = SubElement(element, "VariableValue")
    SubElement(value, "VariableRef", {"targetGUID": guid("variable", variable)})
    SubElement(value, "TextValue").text = sound(text)


def _selection(annotation: str, number: int) -> str:
    return guid("selection", f"{annotation} {number}")


def _label(words: str) -> str:
    line = " ".join(words.split())
    return sound(line if len(line) <= _LONGEST_LABEL else f"{line[: _LONGEST_LABEL - 1]}…")


def _as_json(facts: Facts) -> str:
    """Write facts as JSON in which nothing is that XML cannot hold."""
    text = json.dumps({name: fact for name, fact in facts.items() if fact}, ensure_ascii=False, indent=1, default=dict)
    return UNWRITABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _write(root: Element) -> bytes:
    indent(root, " ")
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
