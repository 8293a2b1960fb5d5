"""The editor's prose divided into what Markdown renders and what the pages put in its place.

A citation becomes a number, a block quote that is nothing but a key becomes a card, and a comment
`<!-- onrecord: figures -->` alone on its line becomes that block. All else stays the editor's Markdown, untouched.
Where each of them stands was read from Markdown's tokens, so that nothing is looked for in code.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.locations import Span
from onrecord.model import Briefing, Citation, Passage
from onrecord.pages.calendar import date_words
from onrecord.pages.card import Card, plan_card
from onrecord.pages.index import DossierIndex
from onrecord.pages.places import place_words
from onrecord.pages.references import Reference, passage_reference
from onrecord.pages.sentences import plain_words

T = TypeVar("T")

_GROUP = re.compile(r"\[([^\[\]]*)\]")
_MARKER = re.compile(r"[ \t>]*(?:[-*+|]|\d+[.)]|#+)?[ \t]*(?:\[[ xX]\])?[ \t]*")
_SENTENCE = re.compile(r"[ \t]*(?![ \t#>|<`~]).*[\w.,;:!?)\]’”\"'»*_]")
_LIST_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(.+(?:\n[ \t]+(?![-*+ \t]|\d+[.)])\S.*)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """One citation in the prose: a number that leads to the words."""

    number: int
    """Of the passage among those that the briefing cites, in the order of their first citation."""
    use: int
    """Of the citation itself."""
    place: Reference
    description: str


@dataclass(frozen=True, slots=True)
class CiteGroup:
    """What a pair of brackets held: citations, and the editor's words between them."""

    items: tuple[Cite | str, ...]


@dataclass(frozen=True, slots=True)
class Judgment:
    """The editor's remark that a sentence is a judgment and needs no evidence."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """Inline markup that a draft puts into the prose, for its writer; what is published has none."""

    position: int
    """In the text of the briefing's file; inside a citation it moves behind it."""
    markup: str


@dataclass(frozen=True, slots=True)
class ProseText:
    """A stretch of the editor's Markdown with citations in it."""

    items: tuple[str | CiteGroup | Judgment, ...]


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card that the editor placed."""

    card: Card
    use: int
    """Of the citation that placed it, counted with all others."""


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A computed block that the editor placed."""

    name: str


ProsePart = ProseText | PlacedCard | PlacedBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A briefing's prose as planned, and the passages that its numbers stand for."""

    parts: tuple[ProsePart, ...]
    cited: tuple[Passage, ...]
    """The passage with number n is at n - 1."""


def plan_prose(briefing: Briefing, index: DossierIndex, insertions: tuple[Insertion, ...] = ()) -> Reading:
    """Divide the prose of a briefing into its parts; `insertions` come in the order of their positions."""
    return _Planner(briefing, index, insertions).plan()


def first_point(briefing: Briefing | None) -> str:
    """Give the first item of the first list as plain text; nothing where there is none."""
    match = _LIST_ITEM.search(briefing.prose) if briefing else None
    return plain_words(match[1]) if match else ""


def _end_before(prose: str, bracket: int) -> int:
    """Find where the words before a bracket end, for its numbers to stick to; no list marker or heading is glued on."""
    start = prose.rfind("\n", 0, bracket) + 1
    before = prose[start:bracket]
    if not _MARKER.fullmatch(before):
        return start + len(before.rstrip(" \t"))
    line = prose[prose.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)].rstrip(" \t")
    if before.strip(" \t") or not _SENTENCE.fullmatch(line):
        return bracket
    return prose.rfind(line, 0, start) + len(line)


def _first_by(things: Iterable[T], name_of: Callable[[T], str]) -> Iterable[tuple[str, T]]:
    """Keep the first thing of each name: a page shows nothing twice, since an address leads to one place."""
    return {name_of(each): each for each in reversed(tuple(things))}.items()


class _Planner:
    """Holds what the division of one briefing needs to look up."""

    def __init__(self, briefing: Briefing, index: DossierIndex, insertions: tuple[Insertion, ...]) -> None:
        self._briefing = briefing
        self._index = index
        self._insertions = insertions
        self._starts = [citation.span.start - briefing.prose_start for citation in briefing.citations]
        addresses = dict.fromkeys(citation.passage.address for citation in briefing.citations)
        self._numbers = {address: number for number, address in enumerate(addresses, start=1)}

    def plan(self) -> Reading:
        cited = {citation.passage.address: citation.passage for citation in self._briefing.citations}
        return Reading(parts=tuple(self._parts()), cited=tuple(cited[address] for address in self._numbers))

    def _parts(self) -> Iterator[ProsePart]:
        prose, position = self._briefing.prose, 0
        for start, end, part in sorted(self._blocks(), key=lambda block: block[0]):
            yield from self._text(position, start)
            yield part
            position = end
        yield from self._text(position, len(prose))

    def _blocks(self) -> Iterator[tuple[int, int, ProsePart]]:
        for name, placement in _first_by(self._briefing.placements, lambda each: each.name):
            yield *self._in_prose(placement.span), PlacedBlock(name)
        for _, each in _first_by(self._briefing.embeddings, lambda each: each.passage.address):
            start, end = self._in_prose(each.span)
            card = plan_card(each.passage, self._index, self._briefing.topic)
            yield start, end, PlacedCard(card, self._within(start, end)[0] + 1)

    def _text(self, start: int, end: int) -> Iterator[ProseText]:
        if self._briefing.prose[start:end].strip():
            yield ProseText(tuple(self._items(start, end)))

    def _items(self, start: int, end: int) -> Iterator[str | CiteGroup | Judgment]:
        position = start
        for at, until, item in self._marks(start, end):
            if at > position:
                yield self._briefing.prose[position:at]
            yield item
            position = until
        yield self._briefing.prose[position:end]

    def _marks(self, start: int, end: int) -> Sequence[tuple[int, int, CiteGroup | Judgment | str]]:
        taken = self._citations_and_judgments(start, end)
        inserted: list[tuple[int, int, str]] = []
        for each in self._insertions:
            at = each.position - self._briefing.prose_start
            if start <= at <= end:
                place = next((until for begin, until, _ in taken if begin < at < until), at)
                inserted.append((place, place, each.markup))
        # Empty stretches come first: what ends before a citation is closed before it.
        return sorted([*inserted, *taken], key=lambda mark: mark[:2])

    def _citations_and_judgments(self, start: int, end: int) -> Sequence[tuple[int, int, CiteGroup | Judgment]]:
        prose = self._briefing.prose
        groups = [
            (max(start, _end_before(prose, match.start())), match.end(), self._group(match, within))
            for match in _GROUP.finditer(prose, start, end)
            if (within := self._within(match.start(), match.end()))
        ]
        places = (self._in_prose(span) for span in self._briefing.judgments)
        judgments = [(at, until, Judgment()) for at, until in places if start <= at < end]
        bare = [
            (self._key_start(number), self._key_end(number), CiteGroup((self._cite(number),)))
            for number in self._within(start, end)
            if not any(at <= self._starts[number] < until for at, until, _ in groups)
        ]
        return sorted([*groups, *judgments, *bare], key=lambda mark: mark[0])

    def _group(self, match: re.Match[str], within: range) -> CiteGroup:
        items: list[Cite | str] = []
        position = match.start(1)
        for number in within:
            items += [match.string[position : self._key_start(number)], self._cite(number)]
            position = self._key_end(number)
        items.append(match.string[position : match.end(1)])
        return CiteGroup(tuple(item for item in items if not isinstance(item, str) or item.strip(" \t\n;,")))

    def _cite(self, number: int) -> Cite:
        passage = self._briefing.citations[number].passage
        speaker = passage.speaker.name if passage.speaker else self._index.say.SOURCE_VOICE
        parts = (speaker, date_words(passage.source.date, self._index.say), place_words(passage, self._index))
        return Cite(
            number=self._numbers[passage.address],
            use=number + 1,
            place=passage_reference(passage),
            description=", ".join(part for part in parts if part),
        )

    def _in_prose(self, span: Span) -> tuple[int, int]:
        return span.start - self._briefing.prose_start, span.end - self._briefing.prose_start

    def _within(self, start: int, end: int) -> range:
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def _key_start(self, number: int) -> int:
        start = self._starts[number]
        return start - self._briefing.prose.endswith("@", 0, start)

    def _key_end(self, number: int) -> int:
        citation: Citation = self._briefing.citations[number]
        return citation.span.end - self._briefing.prose_start
