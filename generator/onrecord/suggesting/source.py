"""Suggest for one source: a function of texts, so that any process can do it.

What stands in the record, and what was proposed or rejected before, is not proposed again; proposals that a person may have
changed stay as they are.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache

from onrecord.anchoring import Anchor, Selector
from onrecord.dates import Date, parse_date
from onrecord.locations import Span, TextFile
from onrecord.proving import Answers, Job, Reading, read_source, selector_of
from onrecord.records import PartEntry, RecordEntry
from onrecord.suggesting.editing import add_items, insert_entries
from onrecord.suggesting.known import Known, restore
from onrecord.suggesting.proposals import Proposal, Proposals, propose
from onrecord.suggesting.roster import Roster
from onrecord.suggesting.speech import Tier
from onrecord.suggesting.suggested import SuggestedEntry, read_suggested
from onrecord.suggesting.writing import HEAD, make_key, write_event, write_passage, write_speaker
from onrecord.working.stamp import stamp

Texts = tuple[str | None, ...]
"""The key of a source, its words, its record and what was proposed before; the last two may be None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What came of one source."""

    text: str | None
    """Of the new file of proposals; None where there is nothing new."""
    quotes: int = 0
    statements: int = 0
    events: int = 0
    sure: int = 0
    furniture: int = 0
    speakers: tuple[str, ...] = ()
    """Names of speakers whom the project does not have yet."""
    refusal: str = ""
    """Why nothing could be proposed."""


def suggest_texts(known: str, chunk: Sequence[Texts]) -> tuple[str, list[bytes]]:
    """Suggest for some sources, wherever this runs; gives the stamp of this program, and what came of each as JSON."""
    made = [suggest_source(known, *texts) for texts in chunk]
    return stamp(), [json.dumps(asdict(each), ensure_ascii=False).encode("utf-8", "surrogatepass") for each in made]


def restore_suggested(stored: bytes) -> Suggested:
    """Read back what came of one source."""
    values = json.loads(stored)
    return Suggested(**values | {"speakers": tuple(values["speakers"])})


def suggest_source(
    known: str, key: str | None, text: str | None, record: str | None = None, before: str | None = None
) -> Suggested:
    """Suggest for one source, from its words, its record and what was proposed before."""
    entry, _ = read_suggested(TextFile("", before)) if before is not None else (None, ())
    if before is not None and entry is None:
        return Suggested(text=None, refusal="its file of proposals cannot be read; mend or delete it")
    job = Job(record=TextFile("", record) if record is not None else None, text=text or "")
    reading = read_source(job)
    taken = [*_spans_in_record(reading, text or ""), *_spans_before(entry, text or "")]
    restored = restore(known)
    proposals = propose(text or "", restored, _roster_of(known), taken, _day_of(reading.entry))
    return _write(key or "", text or "", proposals, _Old(restored, reading.entry, entry, before))


def _day_of(record: RecordEntry | None) -> Date | None:
    return parse_date(record.date.text) if record is not None else None


@dataclass(frozen=True, slots=True)
class _Old:
    """What there is already."""

    known: Known
    record: RecordEntry | None
    proposed: SuggestedEntry | None
    text: str | None


@lru_cache(maxsize=2)
def _roster_of(known: str) -> Roster:
    return Roster(restore(known).speakers)


def _spans_in_record(reading: Reading, text: str) -> Iterator[Span]:
    """Give where the passages of the record stand."""
    if reading.entry is None:
        return
    answers = Answers(text)
    for keyed in (*reading.entry.quotes, *reading.entry.statements):
        yield from _spans_of(keyed.entry, answers)


def _spans_before(entry: SuggestedEntry | None, text: str) -> Iterator[Span]:
    """Give where earlier proposals stand, and what was rejected."""
    if entry is None:
        return
    answers = Answers(text)
    for keyed in entry.passages:
        yield from _spans_of(keyed.entry, answers)
    for words in entry.rejected:
        found = answers.find(Selector(pieces=(words.text,)))
        yield from found.spans if isinstance(found, Anchor) else found.places


def _spans_of(entry: PartEntry, answers: Answers) -> Iterator[Span]:
    selector = selector_of(entry)
    found = answers.find(selector) if selector is not None else None
    yield from found.spans if isinstance(found, Anchor) else ()


def _write(key: str, text: str, proposals: Proposals, old: _Old) -> Suggested:
    """Write what is new into what there is."""
    speakers = _Speakers(old)
    quotes: list[str] = []
    statements: list[str] = []
    events: list[str] = []
    numbers = _Numbers(old)
    for each in proposals.passages:
        speaker = speakers.key_of(each, text)
        entries = quotes if each.is_quote else statements
        number = numbers.take("q" if each.is_quote else "s")
        entries.append(write_passage(number, each, speaker, text))
        events += [write_event(number, happening) for happening in each.happenings]
    participants = [each for each in proposals.participants if each not in _listed(old, "participants")]
    noise = [each for each in proposals.noise if each not in _listed(old, "noise")]
    left_out = [each for each in proposals.left_out if each not in _listed(old, "left_out")]
    new: str | None = old.text if old.text is not None else HEAD.format(key=key)
    for field, items in (("participants", participants), ("noise", noise), ("left_out", left_out)):
        new = add_items(new, field, items) if items and new is not None else new
    for field, entries in (
        ("quotes", quotes),
        ("statements", statements),
        ("events", events),
        ("speakers", speakers.written()),
    ):
        new = insert_entries(new, field, "".join(entries)) if entries and new is not None else new
    if new is None:
        return Suggested(text=None, refusal="its file of proposals is written in a way that no line can be added to")
    is_new = bool(quotes or statements or participants or noise or left_out)
    return Suggested(
        text=new if is_new else None,
        quotes=len(quotes),
        statements=len(statements),
        events=len(events),
        sure=sum(each.tier is Tier.SURE for each in proposals.passages),
        furniture=len(noise),
        speakers=tuple(speakers.names),
    )


def _listed(old: _Old, field: str) -> set[str]:
    entries = [each for each in (old.record, old.proposed) if each is not None]
    rejected = old.proposed.rejected if old.proposed is not None else ()
    return {words.text for each in entries for words in getattr(each, field)} | {words.text for words in rejected}


class _Numbers:
    """Keys of passages that nobody has yet."""

    def __init__(self, old: _Old) -> None:
        entries: Iterable[RecordEntry | SuggestedEntry | None] = (old.record, old.proposed)
        self._taken = {
            keyed.key.text for each in entries if each is not None for keyed in (*each.quotes, *each.statements)
        }
        self._last = {"q": 0, "s": 0}

    def take(self, letter: str) -> str:
        while True:
            self._last[letter] += 1
            key = f"{letter}{self._last[letter]:02}"
            if key not in self._taken:
                return key


class _Speakers:
    """Speakers whom the project does not have, under keys that nobody has."""

    def __init__(self, old: _Old) -> None:
        self._taken = {each.key for each in old.known.speakers}
        self._proposed = (
            {each.entry.name.text: each.key.text for each in old.proposed.speakers} if old.proposed is not None else {}
        )
        self.names: dict[str, tuple[str, list[str]]] = {}

    def key_of(self, proposal: Proposal, text: str) -> str:
        speaker = proposal.speaker
        if speaker is None:
            return ""
        if speaker.key or speaker.name in self._proposed:
            return speaker.key or self._proposed[speaker.name]
        if speaker.name not in self.names:
            key = make_key(speaker.name, {*self._taken, *self._proposed.values(), *(k for k, _ in self.names.values())})
            self.names[speaker.name] = key, []
        key, forms = self.names[speaker.name]
        if proposal.mention is not None:
            forms.append(text[proposal.mention.start : proposal.mention.end])
        return key

    def written(self) -> list[str]:
        return [write_speaker(key, name, _others(name, forms)) for name, (key, forms) in self.names.items()]


def _others(name: str, forms: Iterable[str]) -> Iterator[str]:
    """Choose the forms that name somebody otherwise than in full: no pronouns, and no role before the name."""
    for form in forms:
        last = form.split()[-1]
        if last[:1].isupper() and len(last) > 1 and name not in form:
            yield form
