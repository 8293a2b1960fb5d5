"""The page of a topic: the editor's briefing, and everything that the sources say on it.

A topic shows what is filed under it itself; its subtopics are named and linked, and their passages are on their pages.
A part of a passage is shown by itself only where the whole is not filed under the topic.
"""

import sys
from dataclasses import dataclass
from pathlib import PurePosixPath

from onrecord import urls
from onrecord.model import Briefing, Passage, Topic
from onrecord.pages.calendar import date_order, date_words
from onrecord.pages.card import Card, Mention, plan_card, plan_mention
from onrecord.pages.comparisons import Comparison, plan_comparison
from onrecord.pages.copies import Form, plan_page_citations
from onrecord.pages.event_rows import Events, arrange_events
from onrecord.pages.evidence import Silence, evidence_line, find_silence, sources_of, with_voices
from onrecord.pages.figure_plots import plan_figure_plots
from onrecord.pages.figure_rows import FigureGroup, group_figures
from onrecord.pages.index import DossierIndex
from onrecord.pages.lists import topic_lists, topic_sources
from onrecord.pages.paging import LongList, Pager
from onrecord.pages.panels import PicturePanel
from onrecord.pages.positions import Position, plan_positions
from onrecord.pages.prose import Insertion, PlacedCard, ProsePart, Reading, plan_prose
from onrecord.pages.quote_times import plan_times, topic_times
from onrecord.pages.references import Reference, source_reference, topic_reference
from onrecord.pages.source_rows import SourceRow, plan_source_row
from onrecord.pages.topics import TopicEntry, plan_topic_entry


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPassage:
    """A passage that the prose cites, with its number and the citations that lead to it."""

    number: int
    mention: Mention
    source: Reference
    date: str
    uses: tuple[int, ...]
    card: Card
    """Of which the preview of each citation shows the words and where they are from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A line of the change log."""

    date: str
    version: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage:
    """What the page of a topic shows."""

    address: str
    title: str
    description: str
    edit_path: PurePosixPath | None
    definition: str
    parents: tuple[Reference, ...]
    standing: tuple[str, ...]
    """As-of date, status, version and editor, those that are known."""
    evidence: str
    silence: Silence
    has_briefing: bool
    parts: tuple[ProsePart, ...]
    positions: tuple[Position, ...]
    comparisons: tuple[Comparison, ...]
    quotes: tuple[Card, ...]
    statements: tuple[Card, ...]
    shown_above: tuple[Mention, ...]
    """Quotes and statements that the editor placed, so that they are not shown twice."""
    figures: tuple[FigureGroup, ...]
    plots: tuple[PicturePanel, ...]
    """Of figures that can be compared."""
    events: Events
    said: tuple[PicturePanel, ...]
    """When the quotes were said; none where their dates do not differ."""
    subtopics: tuple[TopicEntry, ...]
    sources: tuple[SourceRow, ...]
    cited: tuple[CitedPassage, ...]
    changes: tuple[ChangeLine, ...]
    citations: tuple[Form, ...]
    """Of the page itself, in each form."""
    pagers: tuple[Pager, ...] = ()
    """The ways to the rest of what does not fit; none where everything does."""


def plan_topic(topic: Topic, index: DossierIndex, insertions: tuple[Insertion, ...] = ()) -> TopicPage:
    """Plan the page of a topic; `insertions` are what a draft adds to its prose."""
    briefing = index.briefing_on(topic)
    reading = plan_prose(briefing, index, insertions) if briefing else Reading(parts=(), cited=())
    passages = index.on_topic(topic)
    placed = {part.card.id for part in reading.parts if isinstance(part, PlacedCard)}
    lists = {each.name: each for each in topic_lists(topic, index)}
    chosen = {name: choose_strongest(lists[name], topic, index) for name in ("quotes", "statements")}
    cards = {
        name: tuple(plan_card(each, index, topic) for each in some if each.address not in placed)
        for name, some in chosen.items()
    }
    evidence = evidence_line(passages, index.say)
    compared = lists["contrasts"].newest()
    shown = (*reading.cited, *(end for link in compared for end in (link.start, link.end)))
    voices = with_voices(passages, shown)
    figures = tuple(figure for each in passages for figure in index.figures_in(each))
    filed = topic_sources(topic, index)
    sources = filed.newest() if filed.is_cut else sources_of((*passages, *shown))
    return TopicPage(
        address=urls.topic_address(topic.id),
        title=topic.label,
        description=f"{topic.label}{': ' if evidence else ''}{evidence.removesuffix('.')}.",
        edit_path=PurePosixPath(briefing.location.path) if briefing else None,
        definition=topic.definition,
        parents=_parents(topic),
        standing=_standing(briefing, index),
        evidence=evidence,
        silence=find_silence(voices, index.say),
        has_briefing=briefing is not None,
        parts=reading.parts,
        positions=plan_positions(voices, index),
        comparisons=tuple(plan_comparison(link, index) for link in compared),
        quotes=cards["quotes"],
        statements=cards["statements"],
        shown_above=tuple(plan_mention(each) for each in passages if each.address in placed),
        figures=group_figures(lists["figures"].newest(), index),
        plots=plan_figure_plots(figures, urls.topic_address(topic.id), index),
        events=arrange_events(index.events_on(topic), index),
        said=plan_times(topic_times(topic, index), index.say),
        subtopics=tuple(plan_topic_entry(child, index) for child in index.children_of(topic)),
        sources=tuple(plan_source_row(each, index) for each in sources),
        cited=_cited(reading, briefing, index),
        changes=_changes(briefing, index),
        citations=plan_page_citations(topic, index),
        pagers=tuple(filter(None, (each.pager(index.say) for each in (*lists.values(), filed)))),
    )


def choose_strongest(passages: LongList[Passage], topic: Topic, index: DossierIndex) -> tuple[Passage, ...]:
    """Give the passages that a topic's page shows, the strongest first: those that its briefing cites, in its order; then the newest.

    A briefing begins with its key points. All are given where they fit; where they do not, half of what does.
    """
    uses = {each.passage.address: each.number for each in reversed(index.uses_on(topic))}
    newest = sorted(passages.items, key=lambda each: date_order(each.source.date), reverse=True)
    strongest = sorted(newest, key=lambda each: uses.get(each.address, sys.maxsize))
    return tuple(strongest[: passages.size // 2] if passages.is_cut else strongest)


def _standing(briefing: Briefing | None, index: DossierIndex) -> tuple[str, ...]:
    if briefing is None:
        return ()
    parts = (
        index.say.AS_OF_DATE.format(date=date_words(briefing.as_of, index.say)) if briefing.as_of else "",
        index.say.BRIEFING_STATUSES.get(briefing.status, briefing.status),
        index.say.VERSION_NUMBER.format(version=briefing.version) if briefing.version else "",
        briefing.editor or index.dossier.editor,
    )
    return tuple(part for part in parts if part)


def _parents(topic: Topic) -> tuple[Reference, ...]:
    if topic.parent is None:
        return ()
    return (*_parents(topic.parent), topic_reference(topic.parent))


def _cited(reading: Reading, briefing: Briefing | None, index: DossierIndex) -> tuple[CitedPassage, ...]:
    uses: dict[str, list[int]] = {}
    for use, citation in enumerate(briefing.citations if briefing else (), start=1):
        uses.setdefault(citation.passage.address, []).append(use)
    return tuple(
        CitedPassage(
            number=number,
            mention=plan_mention(passage),
            source=source_reference(passage.source),
            date=date_words(passage.source.date, index.say),
            uses=tuple(uses[passage.address]),
            card=plan_card(passage, index),
        )
        for number, passage in enumerate(reading.cited, start=1)
    )


def _changes(briefing: Briefing | None, index: DossierIndex) -> tuple[ChangeLine, ...]:
    if briefing is None:
        return ()
    return tuple(
        ChangeLine(date=date_words(change.date, index.say), version=change.version, what=change.what)
        for change in briefing.changes
    )
