"""What some passages amount to as evidence: how many, by whom, from when, and who is not heard."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Passage, Source, Speaker
from onrecord.pages.calendar import range_words
from onrecord.pages.index import Voice
from onrecord.pages.references import Reference, speaker_reference
from onrecord.pages.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Those who belong to a matter and have no words of their own in it."""

    sides: str
    """A sentence on the sides; empty where every side is quoted."""
    speakers: tuple[Reference, ...]


def evidence_line(passages: Sequence[Passage | Voice], say: Wording, *, is_of_speaker: bool = False) -> str:
    """Sum up passages: `11 quotes, 1 speaker, 1 source, 9 June 2022`; nothing for none.

    Those of one speaker are not summed up by speakers.
    """
    if not passages:
        return ""
    quotes = [each for each in passages if each.is_quote]
    statements = len(passages) - len(quotes)
    speakers = {each.speaker.id for each in quotes if each.speaker}
    sources = {each.source.key: each.source for each in passages}
    parts = (
        say.count_quotes(len(quotes)),
        say.count_statements(statements) if statements else "",
        say.count_speakers(len(speakers)) if speakers and not is_of_speaker else "",
        say.count_sources(len(sources)),
        range_words((source.date for source in sources.values()), say),
    )
    return ", ".join(part for part in parts if part)


def find_silence(passages: Sequence[Passage], say: Wording) -> Silence:
    """Find who takes part in the sources of some passages, or is mentioned in them, but is not quoted in them."""
    actors = actors_of(passages)
    heard = {each.speaker.id for each in passages if each.is_quote and each.speaker}
    heard_sides = unique(actor.side for actor in actors if actor.id in heard)
    silent_sides = [side for side in unique(actor.side for actor in actors) if side not in heard_sides]
    return Silence(
        sides=say.only_quoted(heard_sides, silent_sides) if silent_sides else "",
        speakers=tuple(speaker_reference(actor) for actor in actors if actor.id not in heard),
    )


def with_voices(passages: Sequence[Passage], shown: Iterable[Passage]) -> tuple[Passage, ...]:
    """Add the quotes that a page shows of those who have none among its passages, so that they do not count as silent."""
    heard = {each.speaker.id for each in passages if each.is_quote and each.speaker}
    more = {each.address: each for each in shown if each.is_quote and each.speaker and each.speaker.id not in heard}
    wholes = (each for each in more.values() if each.whole is None or each.whole.address not in more)
    return (*passages, *wholes)


def actors_of(passages: Sequence[Passage]) -> tuple[Speaker, ...]:
    """List everybody who speaks in some passages, takes part in their sources, or is mentioned in them."""
    speaking = (each.speaker for each in passages if each.speaker)
    present = (speaker for source in sources_of(passages) for speaker in source.participants)
    mentioned = (speaker for each in passages for speaker in each.mentions)
    return tuple({actor.id: actor for actor in (*speaking, *present, *mentioned)}.values())


def sources_of(passages: Iterable[Passage]) -> tuple[Source, ...]:
    """List the sources of some passages, each once."""
    return tuple({each.source.key: each.source for each in passages}.values())


def unique(words: Iterable[str]) -> list[str]:
    """Keep the first of each, and nothing that is empty."""
    return [word for word in dict.fromkeys(words) if word]
