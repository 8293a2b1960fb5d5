"""The hand-written opening of the home page: the first-level heading of a Markdown text, if it has one.

Such a heading stands in for the generated title of the page; only CommonMark's own headings and raw `<h1>` count.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

_RAW_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*$")


def find_heading(markdown: str) -> str | None:
    """Give the plain text of the first first-level heading, or None."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    texts = (_text_of(token, following) for token, following in zip(tokens, tokens[1:] + tokens[:1], strict=True))
    return next((text for text in texts if text is not None), None)


def _text_of(token: Token, following: Token) -> str | None:
    if token.type == "heading_open" and token.tag == "h1":
        return _ATTRIBUTES.sub("", "".join(child.content for child in following.children or ()))
    raw = _RAW_HEADING.search(token.content) if token.type == "html_block" else None
    return _TAG.sub("", raw[1]).strip() if raw else None
