"""The hub of speakers: everybody by side, heard or not."""

from dataclasses import dataclass

from onrecord import urls
from onrecord.model import Speaker
from onrecord.pages.calendar import period_words
from onrecord.pages.evidence import evidence_line
from onrecord.pages.index import DossierIndex
from onrecord.pages.references import Reference, speaker_reference
from onrecord.pages.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """An office and when it was held."""

    title: str
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """A speaker in a list."""

    reference: Reference
    side: str
    roles: tuple[RoleLine, ...]
    evidence: str
    """Empty for somebody who has no words in the sources."""
    is_heard: bool
    """Whether there is a quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakersPage:
    """What the hub of speakers shows."""

    address: str
    title: str
    description: str
    speakers: tuple[SpeakerRow, ...]


def plan_speakers(index: DossierIndex) -> SpeakersPage:
    """Plan the hub of speakers."""
    return SpeakersPage(
        address=urls.SPEAKERS,
        title=index.say.SPEAKERS,
        description=f"{index.say.SPEAKERS}: {index.dossier.title}",
        speakers=tuple(_speaker_row(each, index) for each in index.dossier.speakers),
    )


def role_lines(speaker: Speaker, say: Wording) -> tuple[RoleLine, ...]:
    """List the offices of a speaker with the time of each."""
    return tuple(RoleLine(title=role.title, period=period_words(role.start, role.end, say)) for role in speaker.roles)


def _speaker_row(speaker: Speaker, index: DossierIndex) -> SpeakerRow:
    own = index.voices_of(speaker)
    return SpeakerRow(
        reference=speaker_reference(speaker),
        side=speaker.side,
        roles=role_lines(speaker, index.say),
        evidence=evidence_line(own, index.say, is_of_speaker=True),
        is_heard=any(each.is_quote for each in own),
    )
