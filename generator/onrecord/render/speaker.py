"""A speaker's page as blocks."""

from onrecord.pages.speaker import SpeakerPage, TopicGroup
from onrecord.pages.wording import Wording
from onrecord.render.environment import render_block
from onrecord.render.pictures import picture_blocks
from onrecord.render.sections import heading, pager_blocks, repeated_section, section
from onrecord.rendered import Block


def speaker_blocks(view: SpeakerPage, say: Wording) -> tuple[Block, ...]:
    """Render a speaker's page: own words, words reported, presence, mentions and figures, each apart."""
    sections = (
        (
            "statements",
            view.statements,
            repeated_section(say, say.STATEMENTS_ATTRIBUTED, "statements", "cards", cards=view.statements),
        ),
        ("present", view.present_at, section(say, say.PRESENT_AT, "present", "source_rows", rows=view.present_at)),
        (
            "mentioned",
            view.mentioned_in,
            repeated_section(say, say.MENTIONED_BY, "mentioned", "mentions", mentions=view.mentioned_in),
        ),
        ("figures", view.figures, _figures(view, say)),
    )
    return (
        render_block(say, "speaker", speaker=view),
        *((heading(say.QUOTES, "quotes", is_searched=False),) if view.quotes else ()),
        *picture_blocks(say, view.said),
        *(block for group in view.quotes for block in _topic_group(group, say)),
        *pager_blocks(say, view.pagers, "quotes"),
        *(
            block
            for name, shown, blocks in sections
            if shown
            for block in (*blocks, *pager_blocks(say, view.pagers, name))
        ),
    )


def _figures(view: SpeakerPage, say: Wording) -> tuple[Block, ...]:
    tables = render_block(say, "figure_groups", rows=view.figures)
    return heading(say.FIGURES_CLAIMED, "figures", is_searched=False), *picture_blocks(say, view.plots), tables


def _topic_group(group: TopicGroup, say: Wording) -> tuple[Block, ...]:
    title = group.topic.label if group.topic else say.OTHER_TOPIC
    name = group.topic.address.strip("/").replace("/", ":") if group.topic else "topics:none"
    return heading(title, name, level=3, is_searched=False), render_block(say, "cards", "", cards=group.cards)
