"""Assemble the dossier from what was read: everything resolved, or a problem for each thing that cannot be.

The dossier that comes out holds what could be resolved, so that one run can report everything; whether it may be
published is for the caller to say, by the problems.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from onrecord.assembly.aliases import check_passage_aliases, check_source_aliases
from onrecord.assembly.briefings import AssembledBriefing, assemble_briefings
from onrecord.assembly.explaining import SearchedText
from onrecord.assembly.links import assemble_event, assemble_links
from onrecord.assembly.names import Names
from onrecord.assembly.passage_names import PassageNames, fold_missing
from onrecord.assembly.people import assemble_speakers, assemble_topics, text_of
from onrecord.assembly.sources import SourceParts, assemble_source, store
from onrecord.assembly.unsettled import find_unread, find_unsettled, has_lost_all
from onrecord.assembly.versions import check_versions, passages_by_address
from onrecord.content import CODEBOOK_FILE, SPEAKERS_FILE, Content, RecordFile
from onrecord.dates import parse_date
from onrecord.dossier_file import DossierEntry, PrintEntry
from onrecord.model import Dossier, Event, Link, Passage, PrintChoices, Proof, Speaker, Topic
from onrecord.problems import UNKNOWN_CITATION, Problem
from onrecord.timings import timed


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The dossier, what became of every passage, and all that is wrong."""

    dossier: Dossier
    proofs: tuple[Proof, ...]
    problems: tuple[Problem, ...]
    defined: "_Defined" = field(repr=False, compare=False)
    sources: tuple[SourceParts, ...] = field(repr=False, compare=False)
    briefings: tuple[AssembledBriefing, ...] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Defined:
    """What records name: all that a source is assembled of, but for its own files."""

    speakers: dict[str, Speaker]
    topics: dict[str, Topic]
    are_speakers_lost: bool
    are_topics_lost: bool

    def is_as(self, other: "_Defined") -> bool:
        """Tell whether everything is the same, the order of speakers and topics included, which dicts do not compare."""
        return (
            list(self.speakers.values()) == list(other.speakers.values())
            and list(self.topics.values()) == list(other.topics.values())
            and (self.are_speakers_lost, self.are_topics_lost) == (other.are_speakers_lost, other.are_topics_lost)
        )


def assemble(content: Content, found: tuple[Problem, ...] = (), before: Assembled | None = None) -> Assembled:
    """Resolve everything that was read; `found` are the problems of reading, which are not told again.

    Of what was assembled `before`, a source is taken as it is where it would come out the same: the very same values, so
    that whoever knows one of them need not look at it again.
    """
    defined, topic_problems = _define(content, found)
    known: Mapping[str, SourceParts] = {}
    if before is not None and before.defined.is_as(defined):
        defined, known = before.defined, {each.source.key: each for each in before.sources}
    speaker_names, topic_names = _speaker_names(defined), _topic_names(defined)
    with timed("sources"):
        sources = _assemble_sources(content, speaker_names, topic_names, known)
    passages = _passage_names(content, sources, found)
    links, events, joining_problems = _join(sources, passages, topic_names)
    cited = replace(passages, kind=UNKNOWN_CITATION)
    with timed("briefings"):
        said = _said(sources, passages.things)
        known_briefings = before.briefings if before is not None else ()
        briefings = assemble_briefings(content.briefings, topic_names, cited, said, known_briefings)
    of_briefings = (problem for each in briefings for problem in each.problems)
    naming_problems = fold_missing((*joining_problems, *of_briefings), content.unrecorded)
    dossier = replace(
        _dossier(content.dossier, defined, sources),
        links=links,
        events=events,
        briefings=tuple(each.briefing for each in briefings if each.briefing is not None),
        unsettled=find_unsettled(content, (*found, *naming_problems), sources, speaker_names, topic_names),
    )
    problems = (*topic_problems, *_problems_of_sources(sources), *naming_problems)
    proofs = tuple(proof for parts in sources for proof in parts.passages.proofs)
    return Assembled(
        dossier=dossier, proofs=proofs, problems=problems, defined=defined, sources=sources, briefings=briefings
    )


def _define(content: Content, found: tuple[Problem, ...]) -> tuple[_Defined, tuple[Problem, ...]]:
    speakers = assemble_speakers(content.speakers)
    topics, problems = assemble_topics(content.codebook)
    defined = _Defined(
        speakers=speakers,
        topics=topics,
        are_speakers_lost=content.is_speakers_broken or has_lost_all(SPEAKERS_FILE, speakers, found),
        are_topics_lost=content.is_codebook_broken or has_lost_all(CODEBOOK_FILE, topics, found),
    )
    return defined, problems


def _dossier(entry: DossierEntry, defined: _Defined, sources: tuple[SourceParts, ...]) -> Dossier:
    """Make a dossier without what joins its sources."""
    return Dossier(
        title=entry.title.text,
        subtitle=text_of(entry.subtitle),
        editor=text_of(entry.editor),
        as_of=parse_date(text_of(entry.as_of)),
        marking=text_of(entry.marking),
        language=text_of(entry.language) or "en",
        speakers=tuple(defined.speakers.values()),
        topics=tuple(defined.topics.values()),
        sources=tuple(parts.source for parts in sources),
        passages=tuple(passage for parts in sources for passage in parts.found),
        figures=tuple(figure for parts in sources for figure in parts.figures),
        links=(),
        events=(),
        briefings=(),
        printing=_printing(entry.print),
    )


def _printing(entry: PrintEntry | None) -> PrintChoices:
    if entry is None:
        return PrintChoices()
    return PrintChoices(
        template=entry.template if text_of(entry.template) else None,
        paper=text_of(entry.paper) or PrintChoices().paper,
        is_coloured=text_of(entry.colour) != "false",
        is_duplex=text_of(entry.duplex) == "true",
        volume=int(text_of(entry.volume) or 0),
    )


def _problems_of_sources(sources: tuple[SourceParts, ...]) -> Iterator[Problem]:
    for parts in sources:
        yield from parts.problems
    yield from check_source_aliases(sources)
    yield from check_versions(sources)
    for parts in sources:
        yield from check_passage_aliases(parts)


def _speaker_names(defined: _Defined) -> Names[Speaker]:
    speakers = defined.speakers
    other = {
        name: speaker.id
        for speaker in speakers.values()
        for name in (speaker.name, *speaker.aliases, *speaker.spellings)
    }
    return Names(
        word="speaker",
        things=speakers,
        other_names=other,
        where="speakers.yml",
        is_open=True,
        is_excused=lambda _: defined.are_speakers_lost,
    )


def _topic_names(defined: _Defined) -> Names[Topic]:
    return Names(
        word="topic",
        things=defined.topics,
        other_names={topic.label: topic.id for topic in defined.topics.values()},
        where="codebook.yml",
        is_excused=lambda _: defined.are_topics_lost,
    )


def _assemble_sources(
    content: Content, speakers: Names[Speaker], topics: Names[Topic], known: Mapping[str, SourceParts]
) -> tuple[SourceParts, ...]:
    @cache
    def searched(place: int) -> SearchedText | None:
        return store(content.records[place])

    def others_than(place: int) -> Callable[[], Iterable[SearchedText]]:
        def others() -> Iterable[SearchedText]:
            texts = (searched(other) for other in range(len(content.records)) if other != place)
            return (text for text in texts if text is not None)

        return others

    def assembled(place: int, record: RecordFile) -> SourceParts:
        parts = known.get(record.key)
        # What a problem says may depend on the words of other sources, where those that are missed here are looked for.
        if parts is not None and not parts.problems and parts.record == record:
            return parts
        return assemble_source(record, speakers, topics, others_than(place))

    return tuple(assembled(place, record) for place, record in enumerate(content.records))


def _passage_names(content: Content, sources: Iterable[SourceParts], found: Iterable[Problem]) -> PassageNames:
    """Name every passage by its address; one that was not proven is excused, since it has a problem of its own."""
    sources = tuple(sources)
    written = {f"{parts.source.key}:{key}" for parts in sources for key in parts.passages.entries}
    broken = find_unread(sources, found)
    return PassageNames(
        word="passage",
        things=passages_by_address(sources),
        where="the record of its source",
        is_excused=lambda address: address in written or address.partition(":")[0] in broken,
        sources=frozenset(record.key for record in content.records),
        unrecorded=content.unrecorded,
        wordless=tuple(each.key for each in content.records if each.text is None and not each.is_text_broken),
    )


def _said(sources: Iterable[SourceParts], passages: Mapping[str, Passage]) -> frozenset[str]:
    """Give the addresses of passages of which a speaker is written, known or not; those of other versions too."""
    wholes = (
        (parts.source.key, keyed)
        for parts in sources
        for keyed in (*parts.record.entry.quotes, *parts.record.entry.statements)
        if keyed.entry.speaker is not None
    )
    said = {
        f"{source}:{keyed.key.text}{part}"
        for source, keyed in wholes
        for part in ("", *(part.key.text for part in keyed.entry.parts))
    }
    return frozenset((*said, *(address for address, passage in passages.items() if passage.address in said)))


def _join(
    sources: Iterable[SourceParts], passages: PassageNames, topics: Names[Topic]
) -> tuple[tuple[Link, ...], tuple[Event, ...], list[Problem]]:
    links: list[Link] = []
    events: list[Event] = []
    problems: list[Problem] = []
    for parts in sources:
        for key, passage in parts.passages.found.items():
            found, more = assemble_links(parts.passages.entries[key].links, passage, passages)
            links += found
            problems += more
        for entry in parts.record.entry.events:
            event, more = assemble_event(entry, parts.source.key, passages, topics)
            events += [event] if event is not None else []
            problems += more
    return tuple(links), tuple(events), problems
