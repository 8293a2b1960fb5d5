"""The long lists of a dossier, and a page for each part of each: topics, speakers, all quotes, sources."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from onrecord import urls
from onrecord.model import Figure, Link, Passage, Source, Speaker, Topic
from onrecord.pages.calendar import date_order
from onrecord.pages.card import plan_card, plan_mention
from onrecord.pages.comparisons import compared_on, plan_comparison
from onrecord.pages.evidence import sources_of
from onrecord.pages.figure_rows import group_figures
from onrecord.pages.index import DossierIndex
from onrecord.pages.paging import LongList, Pager, Part
from onrecord.pages.quote_rows import plan_quote_rows
from onrecord.pages.references import Reference, speaker_reference, topic_reference
from onrecord.pages.source_rows import plan_source_row


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """What a page of a long list shows."""

    address: str
    title: str
    description: str
    parent: Reference
    kind: str
    """What its rows are, a key of `ROWS`."""
    rows: tuple[Any, ...]
    """Finished views, which are drawn as on the page that they belong to."""
    pager: Pager


Show = Callable[[Sequence[Any], DossierIndex], tuple[Any, ...]]


def _cards(passages: Sequence[Passage], index: DossierIndex) -> tuple[Any, ...]:
    return tuple(plan_card(each, index) for each in passages)


def _comparisons(links: Sequence[Link], index: DossierIndex) -> tuple[Any, ...]:
    return tuple(plan_comparison(each, index) for each in links)


def _mentions(passages: Sequence[Passage], index: DossierIndex) -> tuple[Any, ...]:
    del index
    return tuple(map(plan_mention, passages))


def _figures(figures: Sequence[Figure], index: DossierIndex) -> tuple[Any, ...]:
    return group_figures(tuple(figures), index)


def _sources(sources: Sequence[Source], index: DossierIndex) -> tuple[Any, ...]:
    return tuple(plan_source_row(each, index) for each in sources)


ROWS: dict[str, Show] = {
    "cards": _cards,
    "comparisons": _comparisons,
    "mentions": _mentions,
    "figures": _figures,
    "sources": _sources,
    "quotes": plan_quote_rows,
}
"""How the items of a list are planned, by what they are drawn as."""


def list_plans(index: DossierIndex) -> Iterator[Callable[[], ListPage]]:
    """Give what plans each page of each list that is too long for the page that it belongs to."""
    return (partial(_plan_part, whole, part, index) for whole in _all_lists(index) for part in whole.parts())


def _plan_part(whole: LongList[Any], part: Part[Any], index: DossierIndex) -> ListPage:
    pager = whole.pager_at(part.number, index.say)
    title = index.say.PART_OF_LIST.format(page=whole.parent.label, what=whole.title, number=part.number)
    return ListPage(
        address=whole.address_of(part.number),
        title=title,
        description=f"{title}: {pager.links[part.number - 1].words.removesuffix('.')}.",
        parent=whole.parent,
        kind=whole.kind,
        rows=ROWS[whole.kind](part.items, index),
        pager=pager,
    )


def list_addresses(index: DossierIndex) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    """List the address of every such page with the passages that it shows in full."""
    for whole in _all_lists(index):
        for part in whole.parts():
            yield whole.address_of(part.number), (part.items if whole.kind == "cards" else ())


def _all_lists(index: DossierIndex) -> Iterator[LongList[Any]]:
    for topic in index.dossier.topics:
        yield from topic_lists(topic, index)
        yield topic_sources(topic, index)
    for speaker in index.dossier.speakers:
        yield from speaker_lists(speaker, index)
    yield from quote_lists(index)
    yield from (source_list(index), figure_list(index))


def topic_lists(topic: Topic, index: DossierIndex) -> tuple[LongList[Any], ...]:
    """Name the lists of a topic's page that may be long."""
    passages = index.on_topic(topic)
    parent = topic_reference(topic)
    links = sorted(compared_on(passages, index), key=lambda each: date_order(each.start.source.date))
    facet = ("topic", topic.id)
    return (
        *_of_passages(parent, passages, facet, index),
        LongList(
            parent=parent,
            name="contrasts",
            title=index.say.CONTRASTS,
            kind="comparisons",
            items=links,
            dates=[each.start.source.date for each in links],
            size=index.limits.pairs,
        ),
        _of_figures(parent, [figure for each in passages for figure in index.figures_in(each)], index),
    )


def topic_sources(topic: Topic, index: DossierIndex) -> LongList[Source]:
    """Name the list of the sources of what is filed under a topic."""
    sources = sources_of(index.on_topic(topic))
    return _of_sources(topic_reference(topic), "sources", index.say.SOURCES, sources, index)


def speaker_lists(speaker: Speaker, index: DossierIndex) -> tuple[LongList[Any], ...]:
    """Name the lists of a speaker's page that may be long."""
    own = index.of_speaker(speaker)
    parent, say = speaker_reference(speaker), index.say
    quoted_in = {each.source.key for each in own if each.is_quote}
    mentioning = [each for each in index.mentioning(speaker) if each.speaker is None or each.speaker.id != speaker.id]
    silent = [each for each in index.attended_by(speaker) if each.key not in quoted_in]
    return (
        *_of_passages(parent, own, ("speaker", speaker.id), index),
        LongList(
            parent=parent,
            name="mentioned",
            title=say.MENTIONED_BY,
            kind="mentions",
            items=mentioning,
            dates=[each.source.date for each in mentioning],
            size=index.limits.rows,
        ),
        _of_sources(parent, "present", say.PRESENT_AT, silent, index),
        _of_figures(parent, [figure for each in own for figure in index.figures_in(each)], index),
    )


def quote_lists(index: DossierIndex) -> tuple[LongList[Passage], LongList[Passage]]:
    """Name the two lists of the page of all quotes."""
    wholes = [each for each in index.dossier.passages if each.whole is None]
    parent = Reference(label=index.say.ALL_QUOTES, address=urls.QUOTES)
    quotes, statements = (
        replace(each, kind="quotes", size=index.limits.rows)
        for each in _of_passages(parent, wholes, ("all", ""), index)
    )
    return quotes, statements


def source_list(index: DossierIndex) -> LongList[Source]:
    """Name the list of all sources, which the timeline shows by day and the hub of sources from the newest."""
    parent = Reference(label=index.say.TIMELINE, address=urls.TIMELINE)
    return _of_sources(parent, "sources", index.say.SOURCES, index.dossier.sources, index)


def figure_list(index: DossierIndex) -> LongList[Figure]:
    """Name the list of all figures."""
    return _of_figures(Reference(label=index.say.FIGURES, address=urls.FIGURES), index.dossier.figures, index)


def _of_passages(
    parent: Reference, passages: Sequence[Passage], facet: tuple[str, str], index: DossierIndex
) -> tuple[LongList[Passage], LongList[Passage]]:
    """Name the quotes and the statements among some passages."""
    dated = sorted(passages, key=lambda each: date_order(each.source.date))
    named = (("quotes", index.say.QUOTES, True), ("statements", index.say.STATEMENTS, False))
    quotes, statements = (
        LongList(
            parent=parent,
            name=name,
            title=title,
            kind="cards",
            items=(items := [each for each in dated if each.is_quote is is_quote]),
            dates=[each.source.date for each in items],
            size=index.limits.cards,
            facet=facet[0],
            value=facet[1],
        )
        for name, title, is_quote in named
    )
    return quotes, statements


def _of_figures(parent: Reference, figures: Sequence[Figure], index: DossierIndex) -> LongList[Figure]:
    is_cut = len(figures) > index.limits.rows
    dated = sorted(figures, key=lambda each: date_order(each.passage.source.date)) if is_cut else figures
    return LongList(
        parent=parent,
        name="figures",
        title=index.say.FIGURES,
        kind="figures",
        items=dated,
        dates=[each.passage.source.date for each in dated],
        size=index.limits.rows,
    )


def _of_sources(
    parent: Reference, name: str, title: str, sources: Sequence[Source], index: DossierIndex
) -> LongList[Source]:
    is_cut = len(sources) > index.limits.rows
    dated = sorted(sources, key=lambda each: date_order(each.date)) if is_cut else sources
    return LongList(
        parent=parent,
        name=name,
        title=title,
        kind="sources",
        items=dated,
        dates=[each.date for each in dated],
        size=index.limits.rows,
    )
