"""The table of positions: every actor of a matter, by side, with their words or their silence."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Passage, Speaker
from onrecord.pages.card import Mention, plan_mention
from onrecord.pages.evidence import actors_of, sources_of, unique
from onrecord.pages.index import DossierIndex
from onrecord.pages.references import Reference, speaker_reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One actor's row."""

    side: str
    speaker: Reference
    role: str
    quotes: tuple[Mention, ...]
    reported: tuple[Mention, ...]
    more: int = 0
    """How many of their quotes and statements are not named."""


def plan_positions(passages: Sequence[Passage], index: DossierIndex) -> tuple[Position, ...]:
    """Give each actor a row: sides in the order of their first words, the silent ones last."""
    actors = actors_of(passages)
    sides = list(dict.fromkeys(actor.side for actor in actors))
    rows = [
        _position(actor, passages, index.limits.named)
        for actor in sorted(actors, key=lambda actor: sides.index(actor.side))
    ]
    return tuple(sorted(rows, key=lambda row: not (row.quotes or row.reported)))


def _position(actor: Speaker, passages: Sequence[Passage], named: int) -> Position:
    own = [each for each in passages if each.speaker and each.speaker.id == actor.id]
    quotes, reported = ([each for each in own if each.is_quote is is_quote] for is_quote in (True, False))
    roles = (actor.role_on(source.date) for source in sources_of(own if len(own) > named else passages))
    return Position(
        side=actor.side,
        speaker=speaker_reference(actor),
        role=", ".join(unique(role.title for role in roles if role)),
        quotes=tuple(plan_mention(each) for each in quotes[-named:]),
        reported=tuple(plan_mention(each) for each in reported[-named:]),
        more=max(0, len(quotes) - named) + max(0, len(reported) - named),
    )
