"""One page as a Markdown file: front matter, title, and its blocks, finished HTML standing as raw HTML.

Plain text becomes numeric character references wherever Markdown or a theme might read a mark in it.
"""

import json
import re
from html import escape

from onrecord.opening import find_heading
from onrecord.rendered import UNSEARCHED, Block, Heading, HtmlBlock, ProseBlock, RenderedPage
from onrecord.urls import relative_url, resolve

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_FIRST_TAG = re.compile(
    r"\s*<(?:address|article|aside|details|div|dl|figure|footer|header|nav|ol|p|pre|section|table|ul)\b"
)


def document(page: RenderedPage, opening: str = "") -> str:
    """Write the page as Markdown; `opening` is the hand-written file that the page begins with."""
    match = _FRONT_MATTER.match(opening)
    settings, prose = (match[1] or "", opening[match.end() :]) if match else ("", opening)
    heading = find_heading(prose)
    above = [_write(page.marking, page.address)] if page.marking else []
    title = [] if heading is not None else [f"# {_plain(page.title)}{_language(page.language)}"]
    blocks = (_write(block, page.address) for block in page.blocks)
    body = "\n\n".join((*above, *title, *([prose.strip("\n")] if prose.strip() else []), *blocks))
    return f"---\n{_front_matter(page, heading, settings)}---\n\n{body}\n"


def _front_matter(page: RenderedPage, heading: str | None, settings: str) -> str:
    """Add title and description to the author's own settings, which win."""
    ours = {"title": heading or page.title, "description": page.description}
    missing = (name for name in ours if not re.search(rf"^{name}\s*:", settings, re.MULTILINE))
    return settings + "".join(f"{name}: {json.dumps(escape(ours[name]), ensure_ascii=False)}\n" for name in missing)


def _write(block: Block, address: str) -> str:
    match block:
        case Heading(level=level, text=text, id=each, is_searched=is_searched):
            attributes = f"#{each}" if is_searched else f"#{each} {UNSEARCHED}=true"
            return f"{'#' * level} {_plain(text)} {{ {attributes} }}"
        case HtmlBlock(html=html):
            return _resolved(html if _FIRST_TAG.match(html) else f"<div>{html}</div>", address)
        case ProseBlock(markdown=markdown):
            return _resolved(markdown.strip("\n"), address)


def _language(language: str) -> str:
    """Say which language a title is in, and that it runs as its own words do."""
    return f' {{ lang="{language}" dir="auto" }}' if language else ""


def _plain(text: str) -> str:
    """Write plain text so that no Markdown extension reads anything in it."""
    return _PUNCTUATION.sub(lambda mark: f"&#{ord(mark[0])};", " ".join(text.split()))


def _resolved(html: str, address: str) -> str:
    return resolve(html, lambda target: relative_url(target, address))
