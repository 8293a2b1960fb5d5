"""Briefings: their front matter resolved, every key of their prose looked up, every quotation proven."""

from collections.abc import Collection, Iterable

from onrecord.assembly.names import Names
from onrecord.assembly.people import text_of
from onrecord.assembly.sources import UNKNOWN_DATE
from onrecord.content import BriefingFile
from onrecord.dates import parse_date
from onrecord.entries import read_entry
from onrecord.front_matter import ChangeEntry, FrontMatterEntry
from onrecord.locations import Written
from onrecord.model import Briefing, Change, Citation, Passage, Topic
from onrecord.problems import SECOND_BRIEFING, Problem
from onrecord.prose import Prose, find_front_matter, read_prose
from onrecord.quotations import CheckedProse, ProseChecker
from onrecord.yaml_reading import read_yaml


def assemble_briefings(
    files: Iterable[BriefingFile], topics: Names[Topic], passages: Names[Passage], said: Collection[str] = frozenset()
) -> tuple[tuple[Briefing, ...], tuple[Problem, ...]]:
    """Resolve every briefing; `passages` knows them by address (`source:passage`), `said` has those with a speaker."""
    checker = ProseChecker(passages.things, said)
    briefings: dict[str, Briefing] = {}
    problems: list[Problem] = []
    for file in files:
        briefing, more = _assemble(file, topics, passages, checker)
        problems += more
        if briefing is None:
            continue
        if briefing.topic.id in briefings:
            problems.append(_second(briefing, briefings[briefing.topic.id]))
        else:
            briefings[briefing.topic.id] = briefing
    return tuple(briefings.values()), tuple(problems)


def _assemble(
    file: BriefingFile, topics: Names[Topic], passages: Names[Passage], checker: ProseChecker
) -> tuple[Briefing | None, tuple[Problem, ...]]:
    division, problems = find_front_matter(file.file)
    if division is None:
        return None, problems
    node, problems = read_yaml(file.file, division.front_matter.start, division.front_matter.end)
    if node is None:
        return None, problems
    entry, more = read_entry(FrontMatterEntry, node)
    topic, unknown = topics.find(entry.topic)
    prose = read_prose(file.file, division.prose_start)
    citations, unknown_keys = _citations(prose, passages)
    checked, unproven = checker.check(prose)
    problems = (*problems, *more, *unknown, *unknown_keys, *unproven)
    if topic is None:
        return None, problems
    return _briefing(entry, topic, prose, citations, checked), problems


def _citations(prose: Prose, passages: Names[Passage]) -> tuple[tuple[Citation, ...], tuple[Problem, ...]]:
    citations: list[Citation] = []
    problems: list[Problem] = []
    for key in prose.keys:
        passage, unknown = passages.find(Written(key.address, prose.locate(key.span)))
        problems += unknown
        if passage is not None:
            citations.append(Citation(passage=passage, span=key.span))
    return tuple(citations), tuple(problems)


def _briefing(
    entry: FrontMatterEntry, topic: Topic, prose: Prose, citations: tuple[Citation, ...], checked: CheckedProse
) -> Briefing:
    return Briefing(
        topic=topic,
        as_of=parse_date(text_of(entry.as_of)),
        status=text_of(entry.status) or "current",
        editor=text_of(entry.editor),
        version=text_of(entry.version),
        changes=tuple(map(_change, entry.changes)),
        prose=prose.file.text[prose.start :],
        prose_start=prose.start,
        citations=citations,
        quotations=checked.quotations,
        embeddings=checked.embeddings,
        placements=prose.placements,
        judgments=prose.judgments,
        location=entry.topic.location,
    )


def _change(entry: ChangeEntry) -> Change:
    return Change(
        date=parse_date(entry.date.text) or UNKNOWN_DATE, version=text_of(entry.version), what=entry.what.text
    )


def _second(briefing: Briefing, first: Briefing) -> Problem:
    return Problem(
        kind=SECOND_BRIEFING,
        location=briefing.location,
        message=f"topic `{briefing.topic.id}` has two briefings",
        notes=(f"the other is {first.location.path}",),
        hint="make one of the two, or give one of them another topic",
    )
