"""Links and events: what joins passages to each other, and to the timeline."""

from collections.abc import Iterable

from onrecord.assembly.names import Names
from onrecord.assembly.people import text_of
from onrecord.dates import parse_date
from onrecord.locations import Written
from onrecord.model import Event, Link, Passage, Relation, Topic
from onrecord.problems import DUPLICATE_LINK, SELF_LINK, Problem, shorten
from onrecord.records import EventEntry, LinkEntry


def assemble_links(
    entries: Iterable[LinkEntry], start: Passage, passages: Names[Passage]
) -> tuple[tuple[Link, ...], tuple[Problem, ...]]:
    """Resolve the links from one passage; `passages` knows them by address (`source:passage`)."""
    links: dict[tuple[str, Relation], Link] = {}
    problems: list[Problem] = []
    for entry in entries:
        end, unknown = find_passage(entry.to, start.source.key, passages)
        problems += unknown
        relation = next((each for each in Relation if each.value == entry.relation.text), None)
        if end is None or relation is None:
            continue
        if end == start:
            problems.append(_problem(entry, start))
        elif (end.address, relation) in links:
            problems.append(_twice(entry))
        else:
            links[end.address, relation] = Link(
                start=start, end=end, relation=relation, because=text_of(entry.because), location=entry.location
            )
    return tuple(links.values()), tuple(problems)


def find_passage(
    name: Written, source_key: str, passages: Names[Passage]
) -> tuple[Passage | None, tuple[Problem, ...]]:
    """Look a passage up by its address, or by its key alone in the source that names it."""
    address = name.text if ":" in name.text else f"{source_key}:{name.text}"
    return passages.find(Written(address, name.location))


def _problem(entry: LinkEntry, start: Passage) -> Problem:
    return Problem(
        kind=SELF_LINK,
        location=entry.to.location,
        message=f"passage `{start.key}` links to itself",
        hint="name the other passage, or take the link out",
    )


def _twice(entry: LinkEntry) -> Problem:
    return Problem(
        kind=DUPLICATE_LINK,
        location=entry.location,
        message=f"link to `{shorten(entry.to.text)}` as `{entry.relation.text}` stands twice",
        hint="take one of them out",
    )


def assemble_event(
    entry: EventEntry, source_key: str, passages: Names[Passage], topics: Names[Topic]
) -> tuple[Event | None, tuple[Problem, ...]]:
    """Resolve one event of the timeline."""
    about, unknown_topics = topics.find_all(entry.topics)
    passage, unknown = find_passage(entry.passage, source_key, passages)
    problems = (*unknown_topics, *unknown)
    if passage is None:
        return None, problems
    event = Event(
        what=entry.what.text,
        passage=passage,
        date=parse_date(text_of(entry.date)),
        after=parse_date(text_of(entry.after)),
        before=parse_date(text_of(entry.before)),
        status=text_of(entry.status) or "happened",
        topics=about or passage.topics,
        location=entry.location,
    )
    return event, problems
