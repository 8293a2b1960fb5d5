"""Briefings: their front matter resolved, every key of their prose looked up, every quotation proven."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

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


@dataclass(frozen=True, slots=True, kw_only=True)
class AssembledBriefing:
    """What became of the file of a briefing."""

    file: BriefingFile
    briefing: Briefing | None
    problems: tuple[Problem, ...]
    cited: Mapping[str, Passage | None] = field(default_factory=dict)
    """The passage that each of its keys names; None where there is none."""

    def would_be(self, file: BriefingFile, topics: Names[Topic], passages: Names[Passage]) -> bool:
        """Tell whether it would come out the same from a file: of the same words, with the very same topic and passages.

        Where there was a problem nobody can tell, since it may name what was likely meant.
        """
        if self.briefing is None or self.problems or self.file != file:
            return False
        return topics.things.get(self.briefing.topic.id) is self.briefing.topic and all(
            each is not None and passages.things.get(address) is each for address, each in self.cited.items()
        )


def assemble_briefings(
    files: Iterable[BriefingFile],
    topics: Names[Topic],
    passages: Names[Passage],
    said: Collection[str] = frozenset(),
    before: Iterable[AssembledBriefing] = (),
) -> tuple[AssembledBriefing, ...]:
    """Resolve every briefing; `passages` knows them by address (`source:passage`), `said` has those with a speaker.

    Of those from `before` one is taken as it is where it would come out the same.
    """
    checker = ProseChecker(passages.things, said)
    known = {each.file.key: each for each in before}
    assembled: list[AssembledBriefing] = []
    firsts: dict[str, Briefing] = {}
    for file in files:
        one = known.get(file.key)
        if one is None or not one.would_be(file, topics, passages):
            one = _assemble(file, topics, passages, checker)
        if one.briefing is not None and firsts.setdefault(one.briefing.topic.id, one.briefing) is not one.briefing:
            second = _second(one.briefing, firsts[one.briefing.topic.id])
            one = replace(one, briefing=None, problems=(*one.problems, second))
        assembled.append(one)
    return tuple(assembled)


def _assemble(
    file: BriefingFile, topics: Names[Topic], passages: Names[Passage], checker: ProseChecker
) -> AssembledBriefing:
    division, problems = find_front_matter(file.file)
    if division is None:
        return AssembledBriefing(file=file, briefing=None, problems=problems)
    node, problems = read_yaml(file.file, division.front_matter.start, division.front_matter.end)
    if node is None:
        return AssembledBriefing(file=file, briefing=None, problems=problems)
    entry, more = read_entry(FrontMatterEntry, node)
    topic, unknown = topics.find(entry.topic)
    prose = read_prose(file.file, division.prose_start)
    citations, unknown_keys = _citations(prose, passages)
    checked, unproven = checker.check(prose)
    return AssembledBriefing(
        file=file,
        briefing=None if topic is None else _briefing(entry, topic, prose, citations, checked),
        problems=(*problems, *more, *unknown, *unknown_keys, *unproven),
        cited={key.address: passages.things.get(key.address) for key in prose.keys},
    )


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
