"""The quotes and statements of one source: anchored, their parts inside them, their slips marked."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.anchoring import Anchor, Miss, Selector, find_words
from onrecord.assembly.explaining import Missed, SearchedText, explain
from onrecord.assembly.names import Names
from onrecord.assembly.people import text_of, texts_of
from onrecord.fields import Keyed
from onrecord.locations import Span, Written
from onrecord.model import Passage, PassageKind, Proof, Role, Source, Speaker, State, Topic
from onrecord.problems import CLASHING_NAME, NO_SPEAKER, Problem, shorten
from onrecord.proving import selector_of
from onrecord.records import PartEntry, PassageEntry

Explain = Callable[[Missed], Problem]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a passage is resolved against."""

    source: Source
    text: SearchedText | None
    """None where the source has no stored words."""
    speakers: Names[Speaker]
    topics: Names[Topic]
    others: Callable[[], Iterable[SearchedText]]
    """The other sources, read only when words are missed here."""

    def explain(self, noun: str, pieces: tuple[Written, ...], miss: Miss) -> Problem:
        """Turn a miss into a problem."""
        if self.text is None:
            raise ValueError("without stored words nothing is searched, so nothing is missed")
        return explain(Missed(noun=noun, pieces=pieces, miss=miss, text=self.text), self.others())


@dataclass(slots=True)
class Passages:
    """What the entries of one source come to, as far as they could be resolved."""

    found: dict[str, Passage] = field(default_factory=dict)
    """Proven passages by key, a whole before its parts."""
    entries: dict[str, PassageEntry | PartEntry] = field(default_factory=dict)
    """The entry of every passage, proven or not."""
    proofs: list[Proof] = field(default_factory=list)
    near: list[Span] = field(default_factory=list)
    """Where quotes that could not be proven may stand."""
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A passage about to be proven."""

    key: str
    written_key: Written
    kind: PassageKind
    entry: PassageEntry | PartEntry
    whole: "_Draft | None" = None
    speaker: Speaker | None = None

    @property
    def noun(self) -> str:
        return "part" if self.whole is not None else self.kind.value


def assemble_passages(
    quotes: Iterable[Keyed[PassageEntry]], statements: Iterable[Keyed[PassageEntry]], around: Surroundings
) -> Passages:
    """Prove every passage of a source and resolve what it names."""
    passages = Passages()
    for draft in _drafts(quotes, statements, around, passages.problems):
        if draft.key in passages.entries:
            passages.problems.append(_clash(draft, passages.entries[draft.key]))
        else:
            passages.entries[draft.key] = draft.entry
            _prove(draft, around, passages)
    return passages


def _drafts(
    quotes: Iterable[Keyed[PassageEntry]],
    statements: Iterable[Keyed[PassageEntry]],
    around: Surroundings,
    problems: list[Problem],
) -> Iterator[_Draft]:
    kinds = ((quotes, PassageKind.QUOTE), (statements, PassageKind.STATEMENT))
    wholes = [_whole(keyed, kind, around, problems) for entries, kind in kinds for keyed in entries]
    yield from wholes
    for whole in wholes:
        if isinstance(whole.entry, PassageEntry):
            yield from (_part(whole, keyed) for keyed in whole.entry.parts)


def _whole(keyed: Keyed[PassageEntry], kind: PassageKind, around: Surroundings, problems: list[Problem]) -> _Draft:
    speaker = None
    if keyed.entry.speaker is not None:
        speaker, unknown = around.speakers.find(keyed.entry.speaker)
        problems += unknown
    elif kind is PassageKind.QUOTE:
        problems.append(_no_speaker(keyed))
    return _Draft(key=keyed.key.text, written_key=keyed.key, kind=kind, entry=keyed.entry, speaker=speaker)


def _part(whole: _Draft, keyed: Keyed[PartEntry]) -> _Draft:
    return _Draft(
        key=whole.key + keyed.key.text,
        written_key=keyed.key,
        kind=whole.kind,
        entry=keyed.entry,
        whole=whole,
        speaker=whole.speaker,
    )


def _prove(draft: _Draft, around: Surroundings, passages: Passages) -> None:
    entry = draft.entry
    topics, unknown = around.topics.find_all(entry.topics)
    mentions, unknown_too = around.speakers.find_all(entry.mentions)
    passages.problems += (*unknown, *unknown_too)
    whole = passages.found.get(draft.whole.key) if draft.whole is not None else None
    found = _anchor(draft, around, whole)
    passages.proofs.append(_proof(draft, around, found, topics or (whole.topics if whole is not None else ())))
    if isinstance(found, Miss):
        if draft.kind is PassageKind.QUOTE:
            behind = () if found.behind is None else (found.behind,)
            passages.near += (*found.places, *behind, *_places_of_pieces(entry, around))
        if draft.whole is None or whole is not None:
            passages.problems.append(around.explain(draft.noun, entry.text, found))
    elif found is not None and (draft.whole is None or whole is not None):
        slips, problems = _slips(entry.sic, found.spans, around)
        passages.problems += problems
        passages.found[draft.key] = _passage(draft, around, found, whole, topics, mentions, slips)


def _places_of_pieces(entry: PassageEntry | PartEntry, around: Surroundings) -> Iterator[Span]:
    """Find the pieces of a split quote that are in the source, although the quote as a whole is not proven."""
    if around.text is not None and len(entry.text) > 1:
        for piece in entry.text:
            yield from find_words(around.text.folded, piece.text).whole


def _anchor(draft: _Draft, around: Surroundings, whole: Passage | None) -> Anchor | Miss | None:
    """Prove the words of a draft; None where there is nothing to look in or nothing to look for."""
    selector = selector_of(draft.entry)
    if around.text is None or selector is None:
        return None
    return around.text.answers.find(selector, None if whole is None else Span(whole.start, whole.end))


def _proof(draft: _Draft, around: Surroundings, found: Anchor | Miss | None, topics: tuple[Topic, ...]) -> Proof:
    return Proof(
        key=draft.key,
        kind=draft.kind,
        state=State.UNCHECKED if found is None else found.state,
        source=around.source.key,
        spans=found.spans if isinstance(found, Anchor) else None,
        speaker=draft.speaker.id if draft.speaker is not None else None,
        topics=tuple(topic.id for topic in topics),
        part_of=draft.whole.key if draft.whole is not None else None,
    )


def _slips(
    sic: tuple[Written, ...], spans: tuple[Span, ...], around: Surroundings
) -> tuple[tuple[Span, ...], list[Problem]]:
    slips: list[Span] = []
    problems: list[Problem] = []
    for words in sic:
        found = find_inside(words, spans, around)
        if isinstance(found, Span):
            slips.append(found)
        else:
            problems.append(around.explain("slip", (words,), found))
    return tuple(slips), problems


def find_inside(words: Written, spans: tuple[Span, ...], around: Surroundings) -> Span | Miss:
    """Find words that belong to a passage, such as a slip or a figure, inside it."""
    if around.text is None:
        raise ValueError("without stored words no passage is proven, so none has an inside")
    selector = Selector(pieces=(words.text,))
    found = around.text.answers.find(selector, Span(spans[0].start, spans[-1].end))
    return found if isinstance(found, Miss) else found.spans[0]


def _passage(  # noqa: PLR0913, PLR0917  one call; the values are what proving gave
    draft: _Draft,
    around: Surroundings,
    found: Anchor,
    whole: Passage | None,
    topics: tuple[Topic, ...],
    mentions: tuple[Speaker, ...],
    slips: tuple[Span, ...],
) -> Passage:
    entry = draft.entry
    inherited = [
        slip for slip in (whole.sic if whole is not None else ()) if any(map_.holds(slip) for map_ in found.spans)
    ]
    return Passage(
        key=draft.key,
        kind=draft.kind,
        source=around.source,
        spans=found.spans,
        state=found.state,
        speaker=draft.speaker,
        role=_role(draft.speaker, around.source),
        topics=topics or (whole.topics if whole is not None else ()),
        context=text_of(entry.context),
        note=text_of(entry.note),
        sic=tuple(sorted({*slips, *inherited})),
        mentions=mentions,
        whole=whole,
        aliases=texts_of(entry.aliases),
        location=draft.written_key.location,
    )


def _role(speaker: Speaker | None, source: Source) -> Role | None:
    return speaker.role_on(source.date) if speaker is not None else None


def _clash(draft: _Draft, other: PassageEntry | PartEntry) -> Problem:
    return Problem(
        kind=CLASHING_NAME,
        location=draft.written_key.location,
        message=f"two passages of this source have the key `{draft.key}`",
        notes=(f"the other is at {other.location}",),
        hint="give one of them another key",
    )


def _no_speaker(keyed: Keyed[PassageEntry]) -> Problem:
    return Problem(
        kind=NO_SPEAKER,
        location=keyed.key.location,
        message=f"quote `{shorten(keyed.key.text)}` has no speaker",
        hint="name its speaker, or list it under `statements` if it is not direct speech",
    )
