"""A topic's page as blocks: the briefing first, then what the editor did not place in it."""

from onrecord.pages import wording as say
from onrecord.pages.card import Card, Mention
from onrecord.pages.prose import PlacedBlock
from onrecord.pages.topic import TopicPage
from onrecord.render.environment import render_block
from onrecord.render.pictures import picture_blocks
from onrecord.render.prose import prose_blocks
from onrecord.render.sections import heading, repeated_section
from onrecord.rendered import Block

_TITLES = {
    "positions": say.POSITIONS,
    "contrasts": say.CONTRASTS,
    "quotes": say.QUOTES,
    "statements": say.STATEMENTS,
    "figures": say.FIGURES,
    "timeline": say.TIMELINE,
    "sources": say.SOURCES,
}
"""Of the blocks that come by themselves where the editor does not place them, in their order."""


def topic_blocks(view: TopicPage) -> tuple[Block, ...]:
    """Render a topic's page."""
    placed = {part.name for part in view.parts if isinstance(part, PlacedBlock)}
    computed = _computed(view)
    rest = [(name, block) for name, block in computed.items() if name in _TITLES and name not in placed and block]
    return (
        render_block("topic", topic=view),
        *(() if "not-heard" in placed else computed["not-heard"]),
        *prose_blocks(view.parts, computed),
        *(each for name, block in rest for each in (heading(_TITLES[name], name, is_searched=False), *block)),
        *_closing(view),
    )


def _computed(view: TopicPage) -> dict[str, tuple[Block, ...]]:
    """Render the blocks that an editor can place; those with nothing to show are empty."""
    has_silence = bool(view.silence.sides or view.silence.speakers)
    quotes_above = tuple(each for each in view.shown_above if each.is_quote)
    statements_above = tuple(each for each in view.shown_above if not each.is_quote)
    return {
        "not-heard": (render_block("silence", silence=view.silence),) if has_silence else (),
        "positions": _block("positions", view.positions),
        "contrasts": _block("comparisons", view.comparisons),
        "quotes": _cards(view.quotes, quotes_above),
        "statements": _cards(view.statements, statements_above),
        "figures": (*picture_blocks(view.plots), *_block("figure_groups", view.figures)),
        "timeline": (*picture_blocks(view.said), *_block("events", view.events)),
        "sources": _block("source_rows", view.sources),
    }


def _block(template: str, rows: object) -> tuple[Block, ...]:
    return (render_block(template, rows=rows),) if rows else ()


def _cards(cards: tuple[Card, ...], above: tuple[Mention, ...]) -> tuple[Block, ...]:
    shown = _block("shown_above", above)
    return (*((render_block("cards", cards=cards),) if cards else ()), *shown)


def _closing(view: TopicPage) -> tuple[Block, ...]:
    subtopics = repeated_section(say.SUBTOPICS, "subtopics", "topic_entries", topics=view.subtopics, has_note=True)
    cited = repeated_section(say.REFERENCES, "references", "references", cited=view.cited)
    changes = repeated_section(say.CHANGE_LOG, "changes", "changes", changes=view.changes)
    return (
        *(subtopics if view.subtopics else ()),
        *(cited if view.cited else ()),
        *((render_block("previews", cited=view.cited),) if view.cited else ()),
        *(changes if view.changes else ()),
        *repeated_section(say.CITE_PAGE, "cite", "page_citations", citations=view.citations),
    )
