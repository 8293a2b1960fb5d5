"""Speakers and topics, from entries to resolved values."""

from collections.abc import Iterable

from onrecord.assembly.names import Names
from onrecord.codebook import TopicEntry
from onrecord.dates import parse_date
from onrecord.fields import Keyed
from onrecord.locations import Written
from onrecord.model import Role, Speaker, Topic
from onrecord.problems import CODEBOOK_CYCLE, Problem, shorten
from onrecord.speakers import RoleEntry, SpeakerEntry


def assemble_speakers(entries: Iterable[Keyed[SpeakerEntry]]) -> dict[str, Speaker]:
    """Resolve every speaker, by key."""
    return {keyed.key.text: _speaker(keyed) for keyed in entries}


def _speaker(keyed: Keyed[SpeakerEntry]) -> Speaker:
    entry = keyed.entry
    return Speaker(
        id=keyed.key.text,
        name=entry.name.text or keyed.key.text,
        kind=text_of(entry.kind) or "person",
        side=text_of(entry.side),
        roles=tuple(map(_role, entry.roles)),
        aliases=texts_of(entry.aliases),
        spellings=texts_of(entry.spellings),
        location=keyed.key.location,
    )


def _role(entry: RoleEntry) -> Role:
    return Role(
        title=entry.title.text,
        start=parse_date(text_of(entry.start)),
        end=parse_date(text_of(entry.end)),
    )


def assemble_topics(entries: tuple[Keyed[TopicEntry], ...]) -> tuple[dict[str, Topic], tuple[Problem, ...]]:
    """Resolve every topic with its parents, by key; a circle of parents is cut where it closes."""
    by_key = {keyed.key.text: keyed for keyed in entries}
    names = Names(word="topic", things=by_key, where="codebook.yml")
    topics: dict[str, Topic] = {}
    problems: list[Problem] = []
    for keyed in entries:
        for each in reversed(_lineage(keyed, by_key, problems)):
            if each.key.text not in topics:
                topics[each.key.text] = _topic(each, topics)
        if keyed.entry.parent is not None:
            problems += names.find(keyed.entry.parent)[1]
    return {key: topics[key] for key in by_key}, tuple(problems)


def _lineage(
    keyed: Keyed[TopicEntry], by_key: dict[str, Keyed[TopicEntry]], problems: list[Problem]
) -> list[Keyed[TopicEntry]]:
    """List a topic, its parent, and so on up."""
    lineage = [keyed]
    seen = {keyed.key.text}
    parent = keyed.entry.parent
    while parent is not None and parent.text in by_key:
        if parent.text in seen:
            if parent.text == keyed.key.text and keyed.key.text == min(seen):
                problems.append(_cycle(lineage, parent))
            break
        seen.add(parent.text)
        lineage.append(by_key[parent.text])
        parent = lineage[-1].entry.parent
    return lineage


def _cycle(lineage: list[Keyed[TopicEntry]], parent: Written) -> Problem:
    path = " → ".join(f"`{shorten(each.key.text)}`" for each in [*lineage, lineage[0]])
    return Problem(
        kind=CODEBOOK_CYCLE,
        location=parent.location,
        message=f"topic `{shorten(parent.text)}` is its own parent: {path}",
        hint="take one `parent` out, so that the topics have a top",
    )


def _topic(keyed: Keyed[TopicEntry], topics: dict[str, Topic]) -> Topic:
    entry = keyed.entry
    return Topic(
        id=keyed.key.text,
        label=entry.label.text or keyed.key.text,
        definition=entry.definition.text,
        parent=topics.get(text_of(entry.parent)),
        terms=texts_of(entry.terms),
        location=keyed.key.location,
    )


def text_of(written: Written | None) -> str:
    """Give the words of an optional value; empty where there is none."""
    return written.text if written is not None else ""


def texts_of(written: Iterable[Written]) -> tuple[str, ...]:
    """Give the words of a list of values."""
    return tuple(each.text for each in written)
