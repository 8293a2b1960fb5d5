"""The tree that the template reads: blocks and inline nodes as plain JSON values.

An inline node is a string, which is shown as it is, or a map whose `k` says what it is. A block is a map with `k`.
What there is, and what each holds, is listed in `docs/printing.md`; the template knows these and no others.
"""

from collections.abc import Iterable, Sequence
from typing import Any

Inline = str | dict[str, Any]
Block = dict[str, Any]


def inside(kind: str, nodes: Sequence[Inline]) -> Inline:
    """Wrap inline nodes: `em`, `strong`, `strike`, `quiet`, `small`."""
    return {"k": kind, "c": list(nodes)}


def words_node(text: str, language: str) -> Inline:
    """Show words of a source: their own language, no hyphenation, nothing altered."""
    return {"k": "words", "lang": primary(language), "c": [text]}


def paragraph(nodes: Sequence[Inline]) -> Block:
    """Make a paragraph."""
    return {"k": "p", "c": list(nodes)}


def heading(level: int, nodes: Sequence[Inline]) -> Block:
    """Make a heading; level 1 is a chapter's."""
    return {"k": "heading", "level": level, "c": list(nodes)}


def table(head: Sequence[str], rows: Iterable[Sequence[Sequence[Inline]]], widths: Sequence[float]) -> Block:
    """Make a table of inline cells; widths are shares of what there is."""
    columns = [{"width": width, "align": ""} for width in widths]
    return {"k": "table", "columns": columns, "head": [[cell] for cell in head], "rows": [list(row) for row in rows]}


def joined(groups: Iterable[Sequence[Inline]], between: str) -> list[Inline]:
    """Join groups of nodes by a string, empty ones left out."""
    found: list[Inline] = []
    for group in groups:
        if group:
            found += [between, *group] if found else group
    return found


def primary(language: str) -> str:
    """Give the part of a language tag that hyphenation goes by; empty where it is not of two or three letters."""
    tag = language.partition("-")[0].lower()
    return tag if tag.isascii() and tag.isalpha() and len(tag) in {2, 3} else ""
