"""Score proposals against what people accepted: how much of it would have been proposed, and how much of that was right.

Everything is proposed anew, as if nothing were accepted. What is learnt from accepted passages is learnt without those of
the source that is scored.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.anchoring import Anchor
from onrecord.dates import parse_date
from onrecord.fields import Keyed
from onrecord.locations import Span, TextFile
from onrecord.proving import Answers, selector_of
from onrecord.records import PassageEntry, RecordEntry, read_record
from onrecord.suggesting.known import restore
from onrecord.suggesting.proposals import Proposal, propose
from onrecord.suggesting.roster import Roster
from onrecord.suggesting.source import Texts
from onrecord.suggesting.speech import Tier
from onrecord.working.stamp import stamp

_EDGES = " \t\n\u00a0\"“”„«»‹›‘’'`,.;:!?-–—…"
KINDS = ("quotes", "quotes and speakers", "the sure ones", "statements", "topics of quotes", "figures", "events")
Tally = Counter[tuple[str, str]]
"""How many of a kind were `proposed`, are `recorded`, and are `right`."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A passage that a person accepted."""

    start: int
    end: int
    entry: PassageEntry


def evaluate_texts(known: str, chunk: Sequence[Texts]) -> tuple[str, list[bytes]]:
    """Score some sources, wherever this runs; gives the stamp of this program, and a tally of each as JSON."""
    return stamp(), [json.dumps([[*key, n] for key, n in _evaluate(known, *texts).items()]).encode() for texts in chunk]


def add_up(stored: Iterable[bytes]) -> Tally:
    """Add up the tallies of sources."""
    tally: Tally = Counter()
    for each in stored:
        for kind, what, number in json.loads(each):
            tally[kind, what] += number
    return tally


def _evaluate(known: str, _key: str | None, text: str | None, record: str | None, *_rest: str | None) -> Tally:
    tally: Tally = Counter()
    entry = read_record(TextFile("", record))[0] if record is not None else None
    if entry is None or text is None or not entry.quotes:
        return tally
    restored = restore(known)
    passages = propose(text, restored, Roster(restored.speakers), today=parse_date(entry.date.text)).passages
    tally["sources", "recorded"] += 1
    _score_quotes(tally, text, entry, [each for each in passages if each.is_quote])
    said = [each for each in entry.statements if each.entry.speaker is not None]
    _score_events(tally, entry, passages)
    _score_statements(tally, text, said, [each for each in passages if not each.is_quote and each.speaker is not None])
    return tally


def _score_quotes(tally: Tally, text: str, entry: RecordEntry, proposed: Sequence[Proposal]) -> None:
    accepted = _accepted(text, entry.quotes)
    matched = _match(text, accepted, proposed)
    right = [proposal for proposal, one in matched if _has_speaker(proposal, one)]
    _count(tally, "quotes", len(proposed), len(accepted), len(matched))
    _count(tally, "quotes and speakers", len(proposed), len(accepted), len(right))
    sure = [each for each in proposed if each.tier is Tier.SURE]
    _count(tally, "the sure ones", len(sure), len(accepted), sum(each in sure for each in right))
    for proposal, one in matched:
        topics = {topic.text for topic in one.entry.topics}
        keys = {each.key for each in proposal.topics}
        _count(tally, "topics of quotes", len(keys), len(topics), len(topics & keys))
        recorded = {figure.text.text for figure in one.entry.figures}
        found = {text[each.span.start : each.span.end] for each in proposal.figures}
        _count(tally, "figures", len(found), len(recorded), len(found & recorded))


def _score_statements(
    tally: Tally, text: str, entries: Sequence[Keyed[PassageEntry]], proposed: Sequence[Proposal]
) -> None:
    accepted = _accepted(text, entries)
    matched = _match(text, accepted, proposed)
    right = sum(_has_speaker(proposal, one) for proposal, one in matched)
    _count(tally, "statements", len(proposed), len(accepted), right)


def _score_events(tally: Tally, entry: RecordEntry, proposed: Sequence[Proposal]) -> None:
    """Score events by their dates, of which the words may differ."""
    recorded = Counter(
        (how, words.text)
        for each in entry.events
        for how in ("date", "before", "after")
        if (words := getattr(each, how))
    )
    found = Counter((each.how, each.date) for proposal in proposed for each in proposal.happenings)
    _count(tally, "events", found.total(), recorded.total(), (found & recorded).total())


def _count(tally: Tally, kind: str, proposed: int, recorded: int, right: int) -> None:
    tally[kind, "proposed"] += proposed
    tally[kind, "recorded"] += recorded
    tally[kind, "right"] += right


def _accepted(text: str, entries: Iterable[Keyed[PassageEntry]]) -> list[Accepted]:
    """Give the passages whose words are proven, with where they begin and end but for marks."""
    answers = Answers(text)
    found: list[Accepted] = []
    for keyed in entries:
        selector = selector_of(keyed.entry)
        anchored = answers.find(selector) if selector is not None else None
        if isinstance(anchored, Anchor):
            found.append(Accepted(*_hull(text, anchored.spans), keyed.entry))
    return found


def _match(text: str, accepted: Sequence[Accepted], proposed: Sequence[Proposal]) -> list[tuple[Proposal, Accepted]]:
    """Pair proposals with passages that begin and end with the same words."""
    by_place = {(each.start, each.end): each for each in accepted}
    pairs = ((proposal, by_place.get(_hull(text, proposal.spans))) for proposal in proposed)
    return [(proposal, one) for proposal, one in pairs if one is not None]


def _hull(text: str, spans: Sequence[Span]) -> tuple[int, int]:
    start, end = spans[0].start, spans[-1].end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _has_speaker(proposal: Proposal, one: Accepted) -> bool:
    key = proposal.speaker.key if proposal.speaker is not None else ""
    return bool(key) and one.entry.speaker is not None and one.entry.speaker.text == key


def write_table(tally: Tally) -> str:
    """Write the scores as a table for a terminal."""
    sources = tally["sources", "recorded"]
    if not sources:
        return "no record has quotes to score against\n"
    rows = [("", "proposed", "recorded", "right", "precision", "recall")]
    for kind in KINDS:
        proposed, recorded, right = (tally[kind, what] for what in ("proposed", "recorded", "right"))
        rows.append((kind, str(proposed), str(recorded), str(right), _share(right, proposed), _share(right, recorded)))
    width = max(len(row[0]) for row in rows)
    lines = [f"{row[0]:<{width}}" + "".join(f"  {cell:>9}" for cell in row[1:]) for row in rows]
    noun = "source" if sources == 1 else "sources"
    return "\n".join((f"scored against the records of {sources} {noun}", *lines)) + "\n"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"
