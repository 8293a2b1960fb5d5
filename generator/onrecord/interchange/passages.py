"""Placed annotations as entries of one record: their keys, what they say, and their parts inside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.forms import KEY, PART_KEY
from onrecord.interchange.exchange import Annotation, Fact
from onrecord.interchange.facts import words_of
from onrecord.interchange.keys import KeyNumbers
from onrecord.interchange.matching import Matches
from onrecord.interchange.placing import Placed
from onrecord.interchange.recording import Entries
from onrecord.interchange.sifting import sift
from onrecord.interchange.yaml_words import printable
from onrecord.model import PassageKind
from onrecord.records import PartEntry, PassageEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """The entries of one source, and what annotations say that no entry has a place for."""

    entries: Entries
    dropped: tuple[str, ...]


def draft_passages(placed: Iterable[Placed], matches: Matches, taken: frozenset[str]) -> Drafted:
    """Draft the entries of passages that can be recorded; `taken` are the keys that the record has.

    Only what this program wrote itself is a quote: others do not say what is direct speech, and it is not guessed.
    """
    drafts = _Drafts(matches, taken)
    ordered = sorted(placed, key=lambda each: (bool(each.annotation.part_of), each.spans))
    for each in ordered:
        drafts.add(each)
    return drafts.finish()


class _Drafts:
    """Entries being drafted."""

    def __init__(self, matches: Matches, taken: frozenset[str]) -> None:
        self._matches = matches
        self._taken = set(taken)
        self._numbers = KeyNumbers(self._taken)
        self._renamed: dict[str, str] = {}
        self._passages: dict[str, dict[str, dict[str, Fact]]] = {"quotes": {}, "statements": {}}
        self._dropped: list[str] = []

    def add(self, placed: Placed) -> None:
        one = placed.annotation
        letter = one.key.removeprefix(one.part_of) if one.part_of and one.key.startswith(one.part_of) else ""
        whole = self._find_whole(one.part_of) if PART_KEY.admits(letter) else None
        entry = self._entry(placed, is_part=whole is not None)
        if whole is not None:
            parts = whole.setdefault("parts", {})
            if isinstance(parts, dict):
                parts[letter] = entry
            self._renamed[one.key] = self._renamed[one.part_of] + letter
            return
        is_quote = words_of(one.facts, "kind") == PassageKind.QUOTE and bool(entry.get("speaker"))
        is_free = KEY.admits(one.key) and one.key not in self._taken
        key = one.key if is_free else self._numbers.next("q" if is_quote else "s")
        self._taken.add(key)
        if one.key:
            self._renamed[one.key] = key
        self._passages["quotes" if is_quote else "statements"][key] = entry

    def finish(self) -> Drafted:
        quotes, statements = self._passages["quotes"], self._passages["statements"]
        for entry in (*quotes.values(), *statements.values()):
            self._point_links(entry)
            parts = entry.get("parts", {})
            for part in parts.values() if isinstance(parts, dict) else ():
                self._point_links(part)
        return Drafted(entries=Entries(quotes=quotes, statements=statements), dropped=tuple(self._dropped))

    def _point_links(self, entry: Fact) -> None:
        """Let links lead to the keys that passages and sources have here."""
        links = entry.get("links", ()) if isinstance(entry, dict) else ()
        for link in links if isinstance(links, list) else ():
            if isinstance(link, dict) and isinstance(link.get("to"), str):
                source, colon, key = str(link["to"]).rpartition(":")
                there = self._matches.sources.get(source, source)
                link["to"] = f"{there}:{key}" if colon else self._renamed.get(key, key)

    def _find_whole(self, key: str) -> dict[str, Fact] | None:
        renamed = self._renamed.get(key, "")
        return self._passages["quotes"].get(renamed) or self._passages["statements"].get(renamed)

    def _entry(self, placed: Placed, *, is_part: bool) -> dict[str, Fact]:
        one, selector = placed.annotation, placed.selector
        if selector is None:
            raise ValueError(f"nothing points at {one.id}, so it cannot be recorded")
        pieces = selector.pieces
        topics = [self._matches.topics[code] for code in one.codes if code in self._matches.topics]
        speaker = "" if is_part else self._matches.speakers.get(one.person, "")
        said: dict[str, Fact] = {
            "text": pieces[0] if len(pieces) == 1 else list(pieces),
            "prefix": selector.prefix.strip(),
            "suffix": selector.suffix.strip(),
            "speaker": speaker,
            "topics": list(dict.fromkeys(topics)),
            "context": printable(one.context),
            "note": printable("\n\n".join(one.notes)),
        }
        rest, dropped = sift(self._rename(one), PartEntry if is_part else PassageEntry)
        self._dropped += dropped
        return {name: fact for name, fact in {**said, **rest}.items() if fact}

    def _rename(self, one: Annotation) -> dict[str, Fact]:
        facts = {name: fact for name, fact in one.facts.items() if name != "kind"}
        return rename(facts, {"mentions": self._matches.speakers})


def rename(facts: Mapping[str, Fact], keys: Mapping[str, Mapping[str, str]]) -> dict[str, Fact]:
    """Write other keys for the names in some lists, where what they name has another key here."""
    found = dict(facts)
    for name, known in keys.items():
        listed = facts.get(name)
        if isinstance(listed, list | tuple):
            found[name] = [known.get(each, each) if isinstance(each, str) else each for each in listed]
    return found
