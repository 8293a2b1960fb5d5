"""A topic's page as blocks: the briefing first, then what the editor did not place in it."""

from onrecord.pages.card import Card, Mention
from onrecord.pages.prose import PlacedBlock
from onrecord.pages.topic import TopicPage
from onrecord.pages.wording import Wording
from onrecord.render.environment import render_block
from onrecord.render.pictures import picture_blocks
from onrecord.render.prose import prose_blocks
from onrecord.render.sections import heading, pager_blocks, repeated_section
from onrecord.rendered import Block


def topic_blocks(view: TopicPage, say: Wording) -> tuple[Block, ...]:
    """Render a topic's page."""
    placed = {part.name for part in view.parts if isinstance(part, PlacedBlock)}
    computed, titles = _computed(view, say), _titles(say)
    has_silence = bool(view.silence.sides or view.silence.speakers)
    rest = [(name, block) for name, block in computed.items() if name in titles and name not in placed and block]
    return (
        render_block(say, "topic", topic=view),
        *(computed["not-heard"] if has_silence and "not-heard" not in placed else ()),
        *prose_blocks(view.parts, computed, say),
        *(each for name, block in rest for each in (heading(titles[name], name, is_searched=False), *block)),
        *_closing(view, say),
    )


def _titles(say: Wording) -> dict[str, str]:
    """Name the blocks that come by themselves where the editor does not place them."""
    return {
        "positions": say.POSITIONS,
        "contrasts": say.CONTRASTS,
        "quotes": say.QUOTES,
        "statements": say.STATEMENTS,
        "figures": say.FIGURES,
        "timeline": say.TIMELINE,
        "sources": say.SOURCES,
    }


def _computed(view: TopicPage, say: Wording) -> dict[str, tuple[Block, ...]]:
    """Render the blocks that an editor can place; those with nothing to show are empty, but for who is not heard."""
    return {name: (*blocks, *pager_blocks(say, view.pagers, name)) for name, blocks in _shown(view, say).items()}


def _shown(view: TopicPage, say: Wording) -> dict[str, tuple[Block, ...]]:
    quotes_above = tuple(each for each in view.shown_above if each.is_quote)
    statements_above = tuple(each for each in view.shown_above if not each.is_quote)
    return {
        "not-heard": (render_block(say, "silence", silence=view.silence),),
        "positions": _block(say, "positions", view.positions),
        "contrasts": _block(say, "comparisons", view.comparisons),
        "quotes": _cards(say, view.quotes, quotes_above),
        "statements": _cards(say, view.statements, statements_above),
        "figures": (*picture_blocks(say, view.plots), *_block(say, "figure_groups", view.figures)),
        "timeline": (*picture_blocks(say, view.said), *_block(say, "events", view.events)),
        "sources": _block(say, "source_rows", view.sources),
    }


def _block(say: Wording, template: str, rows: object) -> tuple[Block, ...]:
    return (render_block(say, template, rows=rows),) if rows else ()


def _cards(say: Wording, cards: tuple[Card, ...], above: tuple[Mention, ...]) -> tuple[Block, ...]:
    shown = _block(say, "shown_above", above)
    return (*((render_block(say, "cards", "", cards=cards),) if cards else ()), *shown)


def _closing(view: TopicPage, say: Wording) -> tuple[Block, ...]:
    subtopics = repeated_section(say, say.SUBTOPICS, "subtopics", "topic_entries", topics=view.subtopics, has_note=True)
    cited = repeated_section(say, say.REFERENCES, "references", "references", cited=view.cited)
    changes = repeated_section(say, say.CHANGE_LOG, "changes", "changes", changes=view.changes)
    return (
        *(subtopics if view.subtopics else ()),
        *(cited if view.cited else ()),
        *((render_block(say, "previews", "", cited=view.cited),) if view.cited else ()),
        *(changes if view.changes else ()),
        *repeated_section(say, say.CITE_PAGE, "cite", "page_citations", citations=view.citations),
    )
