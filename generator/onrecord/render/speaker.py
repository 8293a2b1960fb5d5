"""A speaker's page as blocks."""

from onrecord.pages import wording as say
from onrecord.pages.speaker import SpeakerPage, TopicGroup
from onrecord.render.environment import render_block
from onrecord.render.pictures import picture_blocks
from onrecord.render.sections import heading, repeated_section, section
from onrecord.rendered import Block


def speaker_blocks(view: SpeakerPage) -> tuple[Block, ...]:
    """Render a speaker's page: own words, words reported, presence, mentions and figures, each apart."""
    sections = (
        (view.statements, repeated_section(say.STATEMENTS_ATTRIBUTED, "statements", "cards", cards=view.statements)),
        (view.present_at, section(say.PRESENT_AT, "present", "source_rows", rows=view.present_at)),
        (view.mentioned_in, repeated_section(say.MENTIONED_BY, "mentioned", "mentions", mentions=view.mentioned_in)),
        (view.figures, _figures(view)),
    )
    return (
        render_block("speaker", speaker=view),
        *((heading(say.QUOTES, "quotes", is_searched=False),) if view.quotes else ()),
        *picture_blocks(view.said),
        *(block for group in view.quotes for block in _topic_group(group)),
        *(block for shown, blocks in sections if shown for block in blocks),
    )


def _figures(view: SpeakerPage) -> tuple[Block, ...]:
    tables = render_block("figure_groups", rows=view.figures)
    return heading(say.FIGURES_CLAIMED, "figures", is_searched=False), *picture_blocks(view.plots), tables


def _topic_group(group: TopicGroup) -> tuple[Block, ...]:
    title = group.topic.label if group.topic else say.OTHER_TOPIC
    name = group.topic.address.strip("/").replace("/", ":") if group.topic else "topics:none"
    return heading(title, name, level=3, is_searched=False), render_block("cards", cards=group.cards)
