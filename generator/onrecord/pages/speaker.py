"""The page of a speaker: spoken, reported, present and mentioned, each kept apart from the others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from onrecord import urls
from onrecord.model import Passage, Speaker
from onrecord.pages.calendar import date_order
from onrecord.pages.card import Card, Mention, plan_card, plan_mention
from onrecord.pages.evidence import evidence_line
from onrecord.pages.figure_plots import plan_figure_plots
from onrecord.pages.figure_rows import FigureGroup, group_figures
from onrecord.pages.index import DossierIndex
from onrecord.pages.lists import speaker_lists
from onrecord.pages.paging import Pager
from onrecord.pages.panels import PicturePanel
from onrecord.pages.quote_times import plan_times, speaker_times
from onrecord.pages.references import Reference, topic_reference
from onrecord.pages.source_rows import SourceRow, plan_source_row
from onrecord.pages.speakers import RoleLine, role_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicGroup:
    """The quotes whose first topic this is, by date."""

    topic: Reference | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerPage:
    """What the page of a speaker shows."""

    address: str
    title: str
    description: str
    edit_path: PurePosixPath
    kind: str
    side: str
    roles: tuple[RoleLine, ...]
    aliases: tuple[str, ...]
    spellings: tuple[str, ...]
    evidence: str
    silence: str
    """A sentence where there are no words of the speaker's own."""
    said: tuple[PicturePanel, ...]
    """When the quotes were said; none where their dates do not differ."""
    quotes: tuple[TopicGroup, ...]
    statements: tuple[Card, ...]
    present_at: tuple[SourceRow, ...]
    """Sources that name the speaker as taking part but have no words of theirs."""
    mentioned_in: tuple[Mention, ...]
    figures: tuple[FigureGroup, ...]
    plots: tuple[PicturePanel, ...]
    """Of figures that can be compared."""
    pagers: tuple[Pager, ...] = ()
    """The ways to the rest of what does not fit; none where everything does."""


def plan_speaker(speaker: Speaker, index: DossierIndex) -> SpeakerPage:
    """Plan the page of a speaker."""
    own = index.of_speaker(speaker)
    lists = {each.name: each for each in speaker_lists(speaker, index)}
    quotes = [each for each in own if each.is_quote]
    attended = index.attended_by(speaker)
    silence = index.say.present_but_silent(len(attended)) if attended else index.say.NEVER_HEARD
    evidence = evidence_line(own, index.say, is_of_speaker=True)
    figures = tuple(figure for each in own for figure in index.figures_in(each))
    return SpeakerPage(
        address=urls.speaker_address(speaker.id),
        title=speaker.name,
        description=f"{speaker.name}: {(evidence or silence).removesuffix('.')}.",
        edit_path=PurePosixPath(speaker.location.path),
        kind=index.say.SPEAKER_KINDS.get(speaker.kind, speaker.kind),
        side=speaker.side,
        roles=role_lines(speaker, index.say),
        aliases=speaker.aliases,
        spellings=speaker.spellings,
        evidence=evidence,
        silence="" if quotes else silence,
        said=plan_times(speaker_times(speaker, index), index.say),
        quotes=_by_topic(_by_date(lists["quotes"].newest()), index),
        statements=tuple(plan_card(each, index) for each in lists["statements"].newest()),
        present_at=tuple(plan_source_row(each, index) for each in lists["present"].newest()),
        mentioned_in=tuple(plan_mention(each) for each in lists["mentioned"].newest()),
        figures=group_figures(lists["figures"].newest(), index),
        plots=plan_figure_plots(figures, urls.speaker_address(speaker.id), index),
        pagers=tuple(filter(None, (each.pager(index.say) for each in lists.values()))),
    )


def _by_topic(quotes: Sequence[Passage], index: DossierIndex) -> tuple[TopicGroup, ...]:
    """Put each quote under its first topic, topics in the codebook's order; those without one come last."""
    groups: dict[str, list[Passage]] = {}
    for each in quotes:
        groups.setdefault(each.topics[0].id if each.topics else "", []).append(each)
    topics = [
        TopicGroup(
            topic=topic_reference(topic), cards=tuple(plan_card(each, index, topic) for each in groups[topic.id])
        )
        for topic in index.dossier.topics
        if topic.id in groups
    ]
    rest = tuple(plan_card(each, index) for each in groups.get("", ()))
    return (*topics, *((TopicGroup(topic=None, cards=rest),) if rest else ()))


def _by_date(passages: Iterable[Passage]) -> list[Passage]:
    return sorted(passages, key=lambda each: date_order(each.source.date))
