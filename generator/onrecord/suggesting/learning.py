"""Learn from what a project has accepted: which words its passages on a topic hold."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.anchoring import Anchor
from onrecord.fields import Keyed
from onrecord.proving import Answers, Job, Reading, answers_of, selector_of
from onrecord.records import PassageEntry
from onrecord.suggesting.known import Known
from onrecord.suggesting.topics import Shown, learn
from onrecord.working import Crew


def learn_from(known: Known, jobs: Sequence[Job], crew: Crew) -> Known:
    """Add what accepted passages have shown to what a project knows."""
    readings = crew.read_all(jobs)
    shown = [each for job, reading in zip(jobs, readings, strict=True) for each in find_shown(job, reading)]
    names = (name for speaker in known.speakers for name in (speaker.name, *speaker.forms))
    return replace(known, weights=learn(shown, names))


def find_shown(job: Job, reading: Reading) -> Iterator[Shown]:
    """Give the accepted passages of one source that have topics, each with the words of its paragraphs."""
    answers = answers_of(job, reading)
    if reading.entry is None or answers is None:
        return
    for keyed in (*reading.entry.quotes, *reading.entry.statements):
        topics = frozenset(topic.text for topic in keyed.entry.topics if topic.text)
        words = _paragraph_of(keyed, answers)
        if topics and words:
            yield Shown(words, topics)


def _paragraph_of(keyed: Keyed[PassageEntry], answers: Answers) -> str:
    selector = selector_of(keyed.entry)
    found = answers.find(selector) if selector is not None else None
    if not isinstance(found, Anchor):
        return ""
    start = answers.text.rfind("\n", 0, found.spans[0].start) + 1
    end = answers.text.find("\n", found.spans[-1].end)
    return answers.text[start : end if end >= 0 else len(answers.text)]
