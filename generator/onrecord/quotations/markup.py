"""What the editor wrote for us and we cannot take: placements, attributes, keys without brackets, words that are not read."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from onrecord.locations import Span
from onrecord.model import Placement
from onrecord.problems import (
    KEY_IN_LINK,
    KEY_WITHOUT_BRACKETS,
    MISPLACED,
    TOO_DEEP,
    UNKNOWN_ATTRIBUTE,
    UNKNOWN_PLACEMENT,
    UNREAD_HTML,
    Problem,
)
from onrecord.prose import Block, PlainText, Prose

PLACEABLE = ("quotes", "statements", "figures", "timeline", "positions", "contrasts", "not-heard", "sources")
"""What of a topic's page an editor may place in the prose."""

_NEAR = 60
_ATTRIBUTE = re.compile(r"\{:?[ \t]*\.([A-Za-z-]+)[ \t]*\}\s*\Z")
_ADDRESS = re.compile(r"(?<![\w@])@([a-z0-9][a-z0-9-]*:[a-z0-9][a-z0-9-]*)")
_JUDGMENT = "judgment"
_OUR_WORD = "onrecord"


def check_markup(prose: Prose) -> Iterator[Problem]:
    """Find markup that cannot be taken (B212 to B217, B219)."""
    for placement in prose.placements:
        if placement.name not in PLACEABLE:
            yield _unknown_placement(prose, placement)
    for word, placement in prose.misspelt:
        if placement.name in PLACEABLE and fuzz.ratio(word.casefold(), _OUR_WORD) > _NEAR:
            yield _misspelt(prose, word, placement)
    for span in prose.misplaced:
        yield Problem(
            kind=MISPLACED,
            location=prose.locate(span),
            message="comment that places something stands inside another block",
            hint="put it on a line of its own, with an empty line before and behind it",
        )
    for span in prose.raw_html:
        yield _unread(prose, span)
    for span in prose.too_deep:
        yield Problem(
            kind=TOO_DEEP,
            location=prose.locate(span),
            message="quotes and lists are nested too deeply to be read",
            hint="take out some levels",
        )
    for block in prose.blocks:
        yield from _check_block(prose, block)


def _unknown_placement(prose: Prose, placement: Placement) -> Problem:
    nearest = process.extractOne(placement.name, PLACEABLE, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return Problem(
        kind=UNKNOWN_PLACEMENT,
        location=prose.locate(placement.span),
        message=f"nothing named `{placement.name}` can be placed here",
        hint=f"did you mean `{nearest[0]}`?" if nearest else f"one of: {', '.join(PLACEABLE)}",
    )


def has_bare_key(plain: PlainText) -> bool:
    """Tell whether a key stands in the words without its brackets (B217)."""
    return any(not plain.is_code(match.start()) for match in _ADDRESS.finditer(plain.text))


def _misspelt(prose: Prose, word: str, placement: Placement) -> Problem:
    return Problem(
        kind=UNKNOWN_PLACEMENT,
        location=prose.locate(placement.span),
        message=f"`{word}` places nothing",
        hint=f"did you mean `<!-- {_OUR_WORD}: {placement.name} -->`?",
    )


def _unread(prose: Prose, span: Span) -> Problem:
    return Problem(
        kind=UNREAD_HTML,
        location=prose.locate(span),
        message="words in raw HTML are not read, so no quotation in them is checked",
        hint="write them in Markdown",
    )


def _check_block(prose: Prose, block: Block) -> Iterator[Problem]:
    attribute = _ATTRIBUTE.search(block.text, max(0, block.text.rfind("{")))
    if attribute and fuzz.ratio(attribute[1].casefold(), _JUDGMENT) > _NEAR:
        yield Problem(
            kind=UNKNOWN_ATTRIBUTE,
            location=prose.locate(block.plain.file_span(*attribute.span())),
            message=f"unknown attribute `{attribute[0].strip()}`",
            hint=f"did you mean `{{.{_JUDGMENT}}}`?",
        )
    for bracket in dict.fromkeys(key.bracket for key in block.keys if key.is_in_link):
        yield Problem(
            kind=KEY_IN_LINK,
            location=prose.locate(bracket),
            message="citation stands in the words of a link, and is a link itself",
            hint="put it behind the link",
        )
    for match in _ADDRESS.finditer(block.text):
        span = block.plain.file_span(*match.span())
        if not block.plain.is_code(match.start()) and not _is_escaped(prose, span):
            yield Problem(
                kind=KEY_WITHOUT_BRACKETS,
                location=prose.locate(span),
                message=f"`{match[0]}` does not stand in square brackets, so it cites nothing",
                hint=f"write `[{match[0]}]`",
            )


def _is_escaped(prose: Prose, span: Span) -> bool:
    """Tell whether a backslash shows that the key is only an example."""
    return prose.file.text[max(0, span.start - 2) : span.start].startswith("\\") or prose.file.text[span.start] == "\\"
