"""Each page view as a rendered page: its blocks in the order in which readers meet them."""

from collections.abc import Callable
from typing import Any

from onrecord.data import Head
from onrecord.pages import PageView
from onrecord.pages.figures import FiguresPage
from onrecord.pages.home import HomePage
from onrecord.pages.lists import ListPage
from onrecord.pages.quotes import QuotesPage
from onrecord.pages.source import SourcePage
from onrecord.pages.sources import SourcesPage
from onrecord.pages.speaker import SpeakerPage
from onrecord.pages.speakers import SpeakersPage
from onrecord.pages.timeline import TimelinePage
from onrecord.pages.topic import TopicPage
from onrecord.pages.topics import TopicsPage
from onrecord.pages.wording import Wording
from onrecord.render.environment import fill, render_block
from onrecord.render.head import render_head
from onrecord.render.pictures import picture_blocks
from onrecord.render.sections import heading, pager_blocks, repeated_section, section
from onrecord.render.speaker import speaker_blocks
from onrecord.render.topic import topic_blocks
from onrecord.rendered import Block, RenderedPage


def render_page(view: PageView, say: Wording, head: Head | None = None, marking: str = "") -> RenderedPage:
    """Render one view in the words that it was planned in, with its head and the dossier's marking where given."""
    return RenderedPage(
        address=view.address,
        title=view.title,
        description=view.description,
        blocks=_BLOCKS[type(view)](view, say),
        is_hub=isinstance(view, _HUBS),
        edit_path=getattr(view, "edit_path", None),
        language=view.language if isinstance(view, SourcePage) else "",
        head=render_head(head, say, view.title, view.description, marking) if head else "",
        marking=render_block(say, "marking", marking=marking) if marking else None,
        modified=head.modified if head else "",
    )


def _home_blocks(view: HomePage, say: Wording) -> tuple[Block, ...]:
    return (
        render_block(say, "home", home=view),
        *repeated_section(say, say.TOPICS, "topics", "topic_cards", topics=view.topics),
        *repeated_section(say, say.BROWSE, "browse", "browse", browse=view.browse, take_away=view.take_away),
    )


def _topics_blocks(view: TopicsPage, say: Wording) -> tuple[Block, ...]:
    return (render_block(say, "topic_entries", topics=view.topics, has_note=False),)


def _sources_blocks(view: SourcesPage, say: Wording) -> tuple[Block, ...]:
    return (render_block(say, "source_rows", rows=view.sources), *pager_blocks(say, view.pagers, "sources"))


def _source_blocks(view: SourcePage, say: Wording) -> tuple[Block, ...]:
    return (
        render_block(say, "source", source=view),
        *(
            repeated_section(say, say.WHAT_BECAME, "became", "what_became", rows=view.replacement.rows)
            if view.replacement
            else ()
        ),
        heading(say.THE_TEXT, "text"),
        render_block(say, "source_text", fill(say, "searched_text", source=view), source=view),
    )


def _speakers_blocks(view: SpeakersPage, say: Wording) -> tuple[Block, ...]:
    return (render_block(say, "speakers", speakers=view.speakers),)


def _figures_blocks(view: FiguresPage, say: Wording) -> tuple[Block, ...]:
    tables = render_block(say, "figure_groups", rows=view.groups)
    return (*picture_blocks(say, view.plots), tables, *pager_blocks(say, view.pagers, "figures"))


def _timeline_blocks(view: TimelinePage, say: Wording) -> tuple[Block, ...]:
    return (
        *section(say, say.WHAT_HAPPENED, "events", "events", rows=view.events),
        heading(say.SAID_WHEN, "said", is_searched=False),
        *picture_blocks(say, view.quotes),
        render_block(say, "said", rows=view.said),
        *pager_blocks(say, view.pagers, "sources"),
    )


def _quotes_blocks(view: QuotesPage, say: Wording) -> tuple[Block, ...]:
    statements = repeated_section(
        say, say.STATEMENTS, "statements", "quote_rows", rows=view.statements, label=say.STATEMENTS
    )
    return (
        render_block(say, "quotes", quotes=view),
        *repeated_section(say, say.QUOTES, "quotes", "quote_rows", rows=view.quotes, label=say.QUOTES),
        *pager_blocks(say, view.pagers, "quotes"),
        *((*statements, *pager_blocks(say, view.pagers, "statements")) if view.statements else ()),
    )


def _list_blocks(view: ListPage, say: Wording) -> tuple[Block, ...]:
    template, values = _LISTS[view.kind]
    rows = {values: view.rows, **({"label": view.title} if view.kind == "quotes" else {})}
    return (
        render_block(say, "pager", pager=view.pager, parent=view.parent),
        render_block(say, template, None, **rows),
        render_block(say, "pager_end", pager=view.pager),
    )


_LISTS = {
    "cards": ("cards", "cards"),
    "comparisons": ("comparisons", "rows"),
    "mentions": ("mentions", "mentions"),
    "figures": ("figure_groups", "rows"),
    "sources": ("source_rows", "rows"),
    "quotes": ("quote_rows", "rows"),
}
"""By what the rows of a list are: their template, and what that calls them."""


_HUBS = (HomePage, TopicsPage, SourcesPage, SpeakersPage, FiguresPage, TimelinePage, QuotesPage)

_BLOCKS: dict[type, Callable[[Any, Wording], tuple[Block, ...]]] = {
    HomePage: _home_blocks,
    TopicsPage: _topics_blocks,
    TopicPage: topic_blocks,
    SourcesPage: _sources_blocks,
    SourcePage: _source_blocks,
    SpeakersPage: _speakers_blocks,
    SpeakerPage: speaker_blocks,
    FiguresPage: _figures_blocks,
    TimelinePage: _timeline_blocks,
    QuotesPage: _quotes_blocks,
    ListPage: _list_blocks,
}
