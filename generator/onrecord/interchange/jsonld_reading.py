"""W3C Web Annotations as an exchange: an annotation, a list of them, a page or a collection (Web Annotation Data Model, 3 to 5).

Text quote and text position selectors say where; other selectors are followed to the one that refines them, or else told as
lost. Several targets in one document are the pieces of one passage, in order. Creators are not read.
"""

import re
from base64 import urlsafe_b64decode
from binascii import Error
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.interchange.collecting import Collector
from onrecord.interchange.exchange import Annotation, Exchange, Fact, Facts, Piece, UnreadableError
from onrecord.interchange.facts import form_from_fact, read_facts, words_of
from onrecord.interchange.foreign import Foreign
from onrecord.interchange.json_reading import maps_in, peek_json, read_json, whole, words, words_in
from onrecord.interchange.jsonld_writing import PASSAGE
from onrecord.texts import canonical_text

NAME = "W3C Web Annotations"

_DEEPEST = 20
"""How many selectors may refine each other."""
_HASH = re.compile(r"ni:///sha-256;([A-Za-z0-9_-]{43})=?")
_OF_SOURCES = frozenset(["id", "text", "form"])


def is_jsonld(file: Foreign) -> bool:
    """Tell whether a file is JSON that holds Web Annotations."""
    value = peek_json(file.data)
    return any("@context" in each or "target" in each for each in maps_in(value))


def read_jsonld(file: Foreign) -> Exchange:
    """Read annotations; UnreadableError where there are none."""
    value = read_json(file.data)
    reader = _Reader()
    for top in maps_in(value):
        reader.read_record(top.get("record"))
    found = list(_annotations(value, _DEEPEST))
    for number, each in enumerate(found, start=1):
        reader.read(each, number)
    if not found and not reader.collected.documents:
        raise UnreadableError("the file holds no annotation", "it should hold a Web Annotation, a page or a collection")
    return reader.collected.exchange(NAME)


def _annotations(value: object, depth: int) -> Iterator[Mapping[str, Any]]:
    for each in maps_in(value):
        kinds = set(words_in(each.get("type")))
        if "target" in each or "Annotation" in kinds:
            yield each
        elif depth:
            for name in ("items", "first", "rows"):
                yield from _annotations(each.get(name), depth - 1)


class _Reader:
    """One file being read."""

    def __init__(self) -> None:
        self.collected = Collector()
        self._keys: dict[str, str] = {}  # documents by their address, where the file holds them

    def read_record(self, value: object) -> None:
        """Read what the member `record` of a collection says, which is ours."""
        if not isinstance(value, Mapping):
            return
        collected = self.collected
        collected.origin = "onrecord"
        collected.facts = read_facts(value.get("dossier"))
        for each in map(read_facts, maps_in(value.get("sources"))):
            text = each.get("text")
            facts = {name: fact for name, fact in each.items() if name not in _OF_SOURCES}
            collected.add_document(
                words_of(each, "id"),
                words_of(each, "title"),
                key=words_of(each, "id"),
                text=canonical_text(text) if isinstance(text, str) else None,
                form=form_from_fact(each.get("form", "")),
                url=words_of(each, "url"),
                date=words_of(each, "date"),
                facts=facts,
            )
        self._read_names(value)
        for each in map(read_facts, maps_in(value.get("briefings"))):
            collected.add_note(words_of(each, "key"), words_of(each, "text"), briefing=words_of(each, "key"))

    def _read_names(self, value: Mapping[str, Any]) -> None:
        for each in map(read_facts, maps_in(value.get("topics"))):
            facts = _without(each, "id", "label", "definition", "parent")
            self.collected.add_code(
                words_of(each, "id"),
                words_of(each, "label"),
                description=words_of(each, "definition"),
                parent=words_of(each, "parent"),
                key=words_of(each, "id"),
                facts=facts,
            )
        for each in map(read_facts, maps_in(value.get("speakers"))):
            key, facts = words_of(each, "id"), _without(each, "id", "name")
            self.collected.add_person(key, words_of(each, "name"), key=key, facts=facts)

    def read(self, annotation: Mapping[str, Any], number: int) -> None:
        """Read one annotation: one of ours for each document that it is about."""
        own = read_facts(annotation.get("record"))
        bodies = _Bodies(self.collected, annotation, own)
        by_document: dict[str, list[Piece]] = {}
        for target in _targets(annotation.get("target")):
            document = words_of(own, "source") or self._document(target)
            piece = self._piece(target)
            by_document.setdefault(document, []).extend([piece] if piece else [])
        for document, pieces in by_document.items():
            if not pieces or not document:
                continue
            self.collected.annotations.append(
                Annotation(
                    id=words(annotation, "id").removeprefix(PASSAGE) or f"annotation {number}",
                    document=document,
                    pieces=tuple(pieces),
                    codes=tuple(bodies.codes),
                    person=bodies.person,
                    notes=tuple(bodies.notes),
                    context=bodies.context,
                    key=words_of(own, "key"),
                    part_of=words_of(own, "part_of"),
                    facts=_without(own, "source", "key", "part_of", "topics", "speaker"),
                )
            )

    def _document(self, target: Mapping[str, Any]) -> str:
        source = target.get("source")
        address = words(source, "id") if isinstance(source, Mapping) else words(target, "source", "id")
        if address:
            self.collected.add_document(address, address, url=address, sha256=_hash_in(target.get("state")))
        return address

    def _piece(self, target: Mapping[str, Any]) -> Piece | None:
        quote: Mapping[str, Any] = {}
        position: Mapping[str, Any] = {}
        for selector in _refined(target.get("selector"), _DEEPEST):
            kind = words(selector, "type")
            if kind == "TextQuoteSelector" and not quote and isinstance(selector.get("exact"), str):
                quote = selector
            elif kind == "TextPositionSelector" and not position:
                position = selector
            elif kind not in {"TextQuoteSelector", "TextPositionSelector"}:
                self.collected.lose(f"{kind or 'selector without a type'}")
        if not quote and not position:
            self.collected.lose("annotation of a whole document")
            return None
        return Piece(
            exact=words(quote, "exact") if quote else None,
            prefix=words(quote, "prefix"),
            suffix=words(quote, "suffix"),
            start=whole(position, "start"),
            end=whole(position, "end"),
        )


class _Bodies:
    """What the bodies of one annotation say."""

    def __init__(self, collected: Collector, annotation: Mapping[str, Any], own: Facts) -> None:
        self.codes: list[str] = []
        self.person = ""
        self.context = ""
        self.notes = [note for note in [words(annotation, "bodyValue")] if note]
        self._collected = collected
        self._is_own = bool(own)
        topics = own.get("topics", ())
        named = [each for each in topics if isinstance(each, str) and each in collected.codes]
        self._topics = {collected.codes[each].name: each for each in named}
        self._speaker = words_of(own, "speaker")
        for body in maps_in(annotation.get("body")):
            self._read(body, words(annotation, "motivation"))
        for _ in words_in(annotation.get("body")):
            collected.lose("body that is an address")

    def _read(self, body: Mapping[str, Any], motivation: str) -> None:
        value, purpose = words(body, "value"), words(body, "purpose") or motivation
        if not value:
            self._collected.lose("body without words")
        elif purpose == "tagging":
            self.codes.append(self._topics.get(value) or self._collected.code_named(value))
        elif purpose == "identifying":
            known = self._collected.people.get(self._speaker)
            is_same = known is not None and known.name == value
            self.person = self._speaker if is_same else self._collected.person_named(value)
        elif purpose == "describing" and self._is_own:
            self.context = value
        else:
            self.notes.append(value)


def _targets(value: object) -> Iterator[Mapping[str, Any]]:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str):
            yield {"id": each}
        elif isinstance(each, Mapping):
            yield each


def _refined(value: object, depth: int) -> Iterator[Mapping[str, Any]]:
    """Give each selector, or what refines it."""
    for each in maps_in(value):
        if depth and "refinedBy" in each:
            yield from _refined(each["refinedBy"], depth - 1)
        elif depth and words(each, "type") == "Choice":
            yield from _refined(each.get("items"), depth - 1)
        else:
            yield each


def _hash_in(state: object) -> str:
    """Read the hash of the stored bytes (RFC 6920, 3) from a state."""
    for each in maps_in(state):
        for cached in words_in(each.get("cached")):
            match = _HASH.fullmatch(cached)
            if match:
                try:
                    return urlsafe_b64decode(match[1] + "=").hex()
                except Error:
                    return ""
    return ""


def _without(facts: Mapping[str, Fact], *names: str) -> dict[str, Fact]:
    return {name: fact for name, fact in facts.items() if name not in names}
