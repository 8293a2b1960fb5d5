"""Read one source: a function of the texts of its record and of its words."""

from dataclasses import dataclass

from onrecord.anchoring import Anchor, Miss, Selector
from onrecord.locations import Span, TextFile
from onrecord.problems import Problem
from onrecord.proving.answers import Answers
from onrecord.proving.questions import ask_all
from onrecord.records import RecordEntry, read_record


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What reading one source takes: no file, so that it can be done where there is none."""

    record: TextFile | None
    """None where there is none, or where its text has a problem of its own."""
    text: str | None
    """The canonical text of its words; None where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What reading one source came to."""

    entry: RecordEntry | None
    """None where there is no record, or where its YAML cannot be read."""
    problems: tuple[Problem, ...]
    found: tuple[Anchor | Miss, ...]
    """The answers to all questions of the record, in their order; none where there are no words."""


def read_source(job: Job) -> Reading:
    """Read the record, and look for all its words."""
    entry, problems = read_record(job.record) if job.record is not None else (None, ())
    found: list[Anchor | Miss] = []
    if entry is not None and job.text is not None:
        text = Answers(job.text)

        def ask(selector: Selector, within: Span | None) -> Anchor | Miss:
            found.append(text.find(selector, within))
            return found[-1]

        ask_all(entry, ask)
    return Reading(entry=entry, problems=problems, found=tuple(found))


def answers_of(job: Job, reading: Reading) -> Answers | None:
    """Lay the answers beside their questions; None where there are no words to ask."""
    if job.text is None:
        return None
    known: dict[tuple[Selector, Span | None], Anchor | Miss] = {}
    if reading.entry is not None:
        rest = iter(reading.found)

        def ask(selector: Selector, within: Span | None) -> Anchor | Miss:
            found = known[selector, within] = next(rest)
            return found

        ask_all(reading.entry, ask)
    return Answers(job.text, known)
