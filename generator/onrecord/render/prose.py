"""The editor's Markdown with its citations as inline HTML, and what the editor placed as blocks."""

from onrecord.pages.prose import Cite, CiteGroup, Judgment, ProseText
from onrecord.rendered import ProseBlock
from onrecord.render.environment import fill


def render_prose(part: ProseText) -> ProseBlock:
    """Put numbers in the place of keys; all else stays the editor's Markdown."""
    return ProseBlock("".join(map(_render_item, part.items)))


def _render_item(item: str | CiteGroup | Judgment) -> str:
    if isinstance(item, str):
        return item
    if isinstance(item, Judgment):
        return fill("judgment")
    return fill("cites", items=[(each, isinstance(each, Cite)) for each in item.items])
