"""Drafts of small projects, as text that a case can hold."""

import re
from pathlib import Path

from onrecord.drafting import Draft, make_draft
from onrecord.rendered import HtmlBlock, ProseBlock, RenderedPage
from tests.problems.projects import write_project

_OPEN = re.compile(r'<mark class="or-marked or-marked-(error|warning)">')
_BOX = re.compile(r'<span class="or or-problem or-problem-[^>]*aria-label="([^"]*)"[^>]*>')
_SPAN = re.compile(r"<span\b|</span>")


def draft(folder: Path, parts: dict[str, str], before: Draft | None = None) -> Draft:
    """Write a project and draft it."""
    write_project(folder, parts)
    return make_draft(folder, before=before.restored if before else None)


def page_at(draft: Draft, address: str) -> RenderedPage:
    return next(page.whole() for page in draft.site.pages if page.address == address)


def prose_of(draft: Draft, address: str = "topics/bridge/") -> str:
    """Give the Markdown of a page, with `[[error words]]` for marked words and `((error B201))` for a problem."""
    markdown = "\n\n".join(each.markdown for each in page_at(draft, address).blocks if isinstance(each, ProseBlock))
    short = without_boxes(markdown, r"((\1))")
    return _OPEN.sub(r"[[\1 ", short).replace("</mark>", "]]").strip("\n")


def without_boxes(markup: str, instead: str = "") -> str:
    """Put something else in place of each problem."""
    while box := _BOX.search(markup):
        depth, end = 1, box.end()
        while depth:
            edge = _SPAN.search(markup, end)
            assert edge is not None
            depth += 1 if edge[0] == "<span" else -1
            end = edge.end() if depth else markup.index(">", edge.start()) + 1
        markup = markup[: box.start()] + box.expand(instead) + markup[end:]
    return markup


def told_on(draft: Draft, address: str) -> str:
    """Give all HTML of a page of the draft, its notice included."""
    blocks = (
        each.html if isinstance(each, HtmlBlock) else each.markdown
        for each in page_at(draft, address).blocks
        if isinstance(each, HtmlBlock | ProseBlock)
    )
    return "\n".join((draft.notice_at(address), *blocks))
