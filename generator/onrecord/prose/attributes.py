"""The attribute `{.judgment}` at the end of a block, which is ours and must not be printed."""

import re

from onrecord.locations import Span
from onrecord.prose.plain_text import PlainText, truncate

_JUDGMENT = re.compile(r"\{:?[ \t]*\.judgment[ \t]*\}\s*")
_BLANKS = " \t\n"


def find_judgment(plain: PlainText, text: str) -> tuple[PlainText, Span | None]:
    """Cut `{.judgment}` off the end of a block; gives the rest, and the attribute's span with the blanks before it.

    An escaped brace begins no attribute, nor does one inside code.
    """
    start = plain.text.rfind("{")
    match = _JUDGMENT.fullmatch(plain.text, start) if start >= 0 else None
    if match is None:
        return plain, None
    end = start + len(match[0].rstrip())
    span = plain.file_span(start, end)
    if text[span.start : span.end] != plain.text[start:end] or plain.is_code(start):
        return plain, None
    return truncate(plain, len(plain.text[:start].rstrip())), Span(_skip_blanks_back(text, span.start), span.end)


def _skip_blanks_back(text: str, position: int) -> int:
    while position and text[position - 1] in _BLANKS:
        position -= 1
    return position
