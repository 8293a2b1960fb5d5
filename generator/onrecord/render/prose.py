"""The editor's prose with its citations, cards and placed blocks put in."""

from collections.abc import Mapping

from onrecord.pages.prose import Cite, CiteGroup, PlacedBlock, ProsePart, ProseText
from onrecord.pages.prose import Judgment as JudgmentMark
from onrecord.pages.wording import Wording
from onrecord.render.environment import fill, render_block
from onrecord.rendered import Block, ProseBlock


def prose_blocks(
    parts: tuple[ProsePart, ...], placeable: Mapping[str, tuple[Block, ...]], say: Wording
) -> tuple[Block, ...]:
    """Render the parts of a briefing's prose, taking computed blocks from `placeable` by name."""
    return tuple(block for part in parts for block in _blocks(part, placeable, say))


def _blocks(part: ProsePart, placeable: Mapping[str, tuple[Block, ...]], say: Wording) -> tuple[Block, ...]:
    if isinstance(part, ProseText):
        return (ProseBlock("".join(_markdown(item, say) for item in part.items)),)
    if isinstance(part, PlacedBlock):
        return placeable[part.name]
    return (render_block(say, "placed_card", "", card=part.card, use=part.use),)


def _markdown(item: str | CiteGroup | JudgmentMark, say: Wording) -> str:
    if isinstance(item, str):
        return item
    if isinstance(item, JudgmentMark):
        return " " + fill(say, "judgment")
    return f'<sup class="or-cites">{" ".join(_cite(each, say) for each in item.items)}</sup>'


def _cite(item: Cite | str, say: Wording) -> str:
    return item.strip() if isinstance(item, str) else fill(say, "cite", cite=item)
