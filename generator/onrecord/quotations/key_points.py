"""Key points: each with evidence, or marked as the editor's own judgment."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import groupby

from onrecord.model import Passage
from onrecord.problems import KEY_POINT_ON_NARRATION, KEY_POINT_WITHOUT_EVIDENCE, Problem
from onrecord.prose import Block, ContainerKind, Prose
from onrecord.quotations.markup import has_bare_key

KEY_POINTS = frozenset(
    {
        "key points",
        "kernpunkte",
        "kernaussagen",
        "points clés",
        "основные тезисы",
        "ключевые тезисы",
        "ключавыя тэзісы",
        "асноўныя тэзісы",
    }
)
"""Headings under which every item of a list is a key point, in lower case."""

_ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*\Z|[\s:]+\Z")


def check_key_points(
    prose: Prose, passages: Mapping[str, Passage], said: Collection[str] = frozenset()
) -> Iterator[Problem]:
    """Find key points without evidence (B204), and those that rest on narration alone (B210).

    What is in `said` (addresses) is no narration, although its speaker may be unknown.
    """
    for item, group in groupby(prose.blocks, key=lambda block: block.container(ContainerKind.LIST_ITEM)):
        blocks = tuple(group)
        if item is None or not any(is_key_points(heading) for heading in blocks[0].section):
            continue
        if not any(block.is_judgment for block in blocks):
            yield from _check_key_point(prose, blocks, lambda key: key not in said and _is_narration(passages.get(key)))


def is_key_points(heading: str) -> bool:
    """Tell whether a heading begins the key points."""
    return _ATTRIBUTES.sub("", heading).strip().casefold() in KEY_POINTS


def _check_key_point(prose: Prose, blocks: tuple[Block, ...], is_narration: Callable[[str], bool]) -> Iterator[Problem]:
    location = (
        prose.locate(blocks[0].plain.file_span(0, len(blocks[0].text)))
        if blocks[0].text
        else prose.locate(blocks[0].span)
    )
    keys = [key for block in blocks for key in block.keys]
    if any(has_bare_key(block.plain) for block in blocks):
        return  # a key without its brackets is told as such
    if not keys:
        yield Problem(
            kind=KEY_POINT_WITHOUT_EVIDENCE,
            location=location,
            message="key point cites no passage",
            hint="cite the passage that shows it, `[@source:passage]`, or end it with `{.judgment}` if it is your own view",
        )
    elif all(is_narration(key.address) for key in keys):
        yield Problem(
            kind=KEY_POINT_ON_NARRATION,
            location=location,
            message="key point cites nothing that anybody said",
            notes=tuple(f"`{key.address}` is the source's own voice" for key in keys),
            hint="cite a quote or a paraphrase, or end it with `{.judgment}`",
        )


def _is_narration(passage: Passage | None) -> bool:
    return passage is not None and not passage.is_quote and passage.speaker is None
