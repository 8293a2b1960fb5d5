"""Each page view as a rendered page: its blocks in the order in which readers meet them."""

from collections.abc import Iterable
from functools import singledispatch
from pathlib import PurePosixPath

from onrecord.pages import PageView
from onrecord.pages import wording as say
from onrecord.pages.figures import FiguresPage
from onrecord.pages.home import HomePage
from onrecord.pages.prose import PlacedBlock, PlacedCard, ProsePart, ProseText
from onrecord.pages.quotes import QuotesPage
from onrecord.pages.source import SourcePage
from onrecord.pages.sources import SourcesPage
from onrecord.pages.speaker import SpeakerPage
from onrecord.pages.speakers import SpeakersPage
from onrecord.pages.timeline import TimelinePage
from onrecord.pages.topic import TopicPage
from onrecord.pages.topics import TopicsPage
from onrecord.render.environment import render_block
from onrecord.render.prose import render_prose
from onrecord.rendered import Block, Heading, HtmlBlock, RenderedPage

Blocks = Iterable[Block]

_NOTHING = HtmlBlock("")

_HUBS = (HomePage, TopicsPage, SourcesPage, SpeakersPage, FiguresPage, TimelinePage, QuotesPage)


def render_page(view: PageView) -> RenderedPage:
    """Render a page view."""
    edit_path: PurePosixPath | None = getattr(view, "edit_path", None)
    return RenderedPage(
        address=view.address,
        title=view.title,
        description=view.description,
        blocks=tuple(block for block in _blocks(view) if block != _NOTHING),
        is_hub=isinstance(view, _HUBS),
        edit_path=edit_path,
    )


def _section(text: str, id_: str, is_wanted: object, blocks: Blocks) -> Blocks:
    """Give a heading and what is under it, where there is anything."""
    return (Heading(2, text, id_), *blocks) if is_wanted else ()


@singledispatch
def _blocks(view: object) -> Blocks:
    raise TypeError(f"no page is made of {view!r}")


@_blocks.register
def _(view: HomePage) -> Blocks:
    yield render_block("home", view=view)
    yield from _section(say.TOPICS, "topics", view.topics, (render_block("topic_list", entries=view.topics),))
    yield from _section(say.BROWSE, "browse", view.browse, (render_block("browse", references=view.browse),))


@_blocks.register
def _(view: TopicsPage) -> Blocks:
    yield render_block("topic_list", entries=view.topics)


@_blocks.register
def _(view: TopicPage) -> Blocks:
    placed = {part.name for part in view.parts if isinstance(part, PlacedBlock)}
    yield render_block("topic_header", view=view, placed=placed)
    for part in view.parts:
        yield from _prose_part(part, view)
    for name, (heading, is_wanted) in _sections(view).items():
        if name not in placed:
            yield from _section(heading, name, is_wanted, _topic_block(name, view))
    yield from _section(say.REFERENCES, "cited", view.cited, (render_block("cited", view=view),))
    yield from _section(say.CHANGE_LOG, "changes", view.changes, (render_block("changes", view=view),))


def _sections(view: TopicPage) -> dict[str, tuple[str, object]]:
    """Name the computed sections in their order, each with its heading and whether there is anything in it."""
    return {
        "positions": (say.POSITIONS, view.positions),
        "contrasts": (say.CONTRASTS, view.comparisons),
        "quotes": (say.QUOTES, view.quotes or view.shown_above),
        "statements": (say.STATEMENTS, view.statements),
        "figures": (say.FIGURES, view.figures),
        "timeline": (say.TIMELINE, view.events),
        "subtopics": (say.SUBTOPICS, view.subtopics),
        "sources": (say.SOURCES, view.sources),
    }


def _topic_block(name: str, view: TopicPage) -> Blocks:
    match name:
        case "positions":
            yield render_block("positions", view=view)
        case "contrasts":
            yield render_block("comparisons", view=view)
        case "quotes":
            yield render_block("shown_above", mentions=view.shown_above)
            yield render_block("cards", cards=view.quotes)
        case "statements":
            yield render_block("cards", cards=view.statements)
        case "figures":
            yield render_block("figures", groups=view.figures)
        case "timeline":
            yield render_block("events", events=view.events)
        case "subtopics":
            yield render_block("topic_list", entries=view.subtopics)
        case "sources":
            yield render_block("source_table", rows=view.sources)
        case "not-heard":
            yield render_block("silence", view=view)
        case _:
            raise ValueError(f"no block is called {name!r}")


def _prose_part(part: ProsePart, view: TopicPage) -> Blocks:
    if isinstance(part, ProseText):
        return (render_prose(part),)
    if isinstance(part, PlacedCard):
        return (render_block("placed_card", part=part),)
    return _topic_block(part.name, view)


@_blocks.register
def _(view: SourcesPage) -> Blocks:
    yield render_block("source_table", rows=view.sources)


@_blocks.register
def _(view: SourcePage) -> Blocks:
    yield render_block("source_header", view=view)
    yield Heading(2, say.THE_TEXT, "text")
    yield render_block("source_text", view=view)


@_blocks.register
def _(view: SpeakersPage) -> Blocks:
    yield render_block("speakers", view=view)


@_blocks.register
def _(view: SpeakerPage) -> Blocks:
    yield render_block("speaker_header", view=view)
    yield from _section(say.QUOTES, "quotes", view.quotes, (render_block("topic_groups", view=view),))
    cards = render_block("cards", cards=view.statements)
    yield from _section(say.STATEMENTS_ATTRIBUTED, "statements", view.statements, (cards,))
    yield from _section(
        say.PRESENT_AT, "present", view.present_at, (render_block("source_table", rows=view.present_at),)
    )
    mentions = render_block("mentions", mentions=view.mentioned_in)
    yield from _section(say.MENTIONED_BY, "mentioned", view.mentioned_in, (mentions,))
    yield from _section(say.FIGURES_CLAIMED, "figures", view.figures, (render_block("figures", groups=view.figures),))


@_blocks.register
def _(view: FiguresPage) -> Blocks:
    yield render_block("figures", groups=view.groups)


@_blocks.register
def _(view: TimelinePage) -> Blocks:
    yield Heading(2, say.WHAT_HAPPENED, "happened")
    yield render_block("events", events=view.events)
    yield Heading(2, say.SAID_WHEN, "said")
    yield render_block("remark", text=say.SAID_NOTE)
    yield render_block("source_table", rows=view.said)


@_blocks.register
def _(view: QuotesPage) -> Blocks:
    yield render_block("remark", text=view.counts)
    yield render_block("quote_table", rows=view.quotes, label=say.QUOTES)
    table = render_block("quote_table", rows=view.statements, label=say.STATEMENTS)
    yield from _section(say.STATEMENTS, "statements", view.statements, (table,))
