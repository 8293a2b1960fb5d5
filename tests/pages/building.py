"""Dossiers made by hand: every value has a default, so that a test names only what it is about."""

from dataclasses import replace
from decimal import Decimal

from onrecord.dates import Date, parse_date
from onrecord.locations import Location, Span, TextFile
from onrecord.model import (
    Briefing,
    Citation,
    Dossier,
    Event,
    Figure,
    Link,
    Passage,
    PassageKind,
    Relation,
    Role,
    Source,
    Speaker,
    State,
    Topic,
)
from onrecord.prose import read_prose
from onrecord.quotations import ProseChecker

HERE = Location(TextFile("content/file", ""), 0, 0)


def day(text: str) -> Date:
    date = parse_date(text)
    assert date is not None
    return date


def topic(id_: str, label: str = "", parent: Topic | None = None, definition: str = "") -> Topic:
    return Topic(id=id_, label=label or id_, definition=definition, parent=parent, terms=(), location=HERE)


def speaker(id_: str, name: str = "", side: str = "", roles: tuple[Role, ...] = ()) -> Speaker:
    return Speaker(
        id=id_,
        name=name or id_,
        kind="person",
        side=side,
        roles=roles,
        aliases=(),
        spellings=(),
        location=HERE,
    )


def source(key: str, text: str, title: str = "", date: str = "2022-06-09", noise: tuple[str, ...] = ()) -> Source:
    return Source(
        key=key,
        title=title or key,
        date=day(date),
        date_basis="",
        publisher="The Gazette",
        kind="news report",
        url="https://example.org/a?b=1&c=2",
        archive_url="",
        language="en",
        translation="",
        retrieved=None,
        note="",
        sha256="0" * 64,
        text=text,
        participants=(),
        noise=tuple(find(text, each) for each in noise),
        left_out=(),
        aliases=(),
        location=Location(TextFile(f"content/sources/{key}.yml", ""), 0, 0),
    )


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def passage(
    source_: Source, key: str, *words: str, by: Speaker | None = None, topics: tuple[Topic, ...] = ()
) -> Passage:
    """Make a quote of a key that begins with `q`, a statement of any other."""
    return passage_at(source_, key, *(find(source_.text, each) for each in words), by=by, topics=topics)


def passage_at(
    source_: Source, key: str, *spans: Span, by: Speaker | None = None, topics: tuple[Topic, ...] = ()
) -> Passage:
    return Passage(
        key=key,
        kind=PassageKind.QUOTE if key.startswith("q") else PassageKind.STATEMENT,
        source=source_,
        spans=spans,
        state=State.VERBATIM,
        speaker=by,
        role=by.role_on(source_.date) if by else None,
        topics=topics,
        context="",
        note="",
        sic=(),
        mentions=(),
        whole=None,
        aliases=(),
        location=HERE,
    )


def part(whole: Passage, letter: str, words: str, topics: tuple[Topic, ...]) -> Passage:
    span = find(whole.source.text, words)
    return replace(
        whole, key=whole.key + letter, spans=(span,), topics=topics, whole=whole, sic=(), context="", note=""
    )


def figure(passage_: Passage, words: str, low: str, high: str = "", unit: str = "USD") -> Figure:
    return Figure(
        passage=passage_,
        span=find(passage_.source.text, words),
        low=Decimal(low),
        high=Decimal(high or low),
        unit=unit,
        is_approximate=False,
        status="reported",
        basis="direct",
        what="",
        period="",
        as_of=None,
        note="",
        location=HERE,
    )


def link(start: Passage, relation: Relation, end: Passage, because: str = "") -> Link:
    return Link(start=start, end=end, relation=relation, because=because, location=HERE)


def event(what: str, passage_: Passage, date: str = "", before: str = "") -> Event:
    return Event(
        what=what,
        passage=passage_,
        date=day(date) if date else None,
        after=None,
        before=day(before) if before else None,
        status="reported",
        topics=passage_.topics,
        location=HERE,
    )


def briefing(topic_: Topic, prose: str, passages: tuple[Passage, ...]) -> Briefing:
    """Read a prose as assembling does; keys that name no passage cite nothing."""
    front_matter = f"---\ntopic: {topic_.id}\n---\n"
    start = len(front_matter)
    known = {each.address: each for each in passages}
    file = TextFile(f"content/briefings/{topic_.id}.md", front_matter + prose)
    read = read_prose(file, start)
    checked, _ = ProseChecker(known).check(read)
    return Briefing(
        topic=topic_,
        as_of=None,
        status="current",
        editor="",
        version="",
        changes=(),
        prose=prose,
        prose_start=start,
        citations=tuple(
            Citation(passage=known[key.address], span=key.span) for key in read.keys if key.address in known
        ),
        quotations=(),
        embeddings=checked.embeddings,
        placements=read.placements,
        judgments=read.judgments,
        location=Location(file, 0, 0),
    )


def dossier(*passages: Passage, briefings: tuple[Briefing, ...] = (), title: str = "Dossier") -> Dossier:
    """Gather what passages name: their sources, speakers and topics."""
    sources = {each.source.key: each.source for each in passages}
    speakers = {each.speaker.id: each.speaker for each in passages if each.speaker}
    speakers |= {each.id: each for one in sources.values() for each in one.participants}
    speakers |= {each.id: each for one in passages for each in one.mentions}
    topics = {each.id: each for one in passages for each in one.topics}
    topics |= {each.topic.id: each.topic for each in briefings}
    topics |= {each.parent.id: each.parent for each in tuple(topics.values()) if each.parent}
    return Dossier(
        title=title,
        subtitle="",
        editor="",
        as_of=None,
        marking="",
        language="en",
        speakers=tuple(speakers.values()),
        topics=tuple(topics.values()),
        sources=tuple(sources.values()),
        passages=passages,
        figures=(),
        links=(),
        events=(),
        briefings=briefings,
    )
