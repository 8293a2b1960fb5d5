"""What a stored file has and its canonical text does not: a byte order mark, and how its lines end.

With it the stored bytes, whose hash a record states, come back from the canonical text.
"""

import re
from dataclasses import dataclass

LF = "\n"

_BOM = "\ufeff"
_LINE_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class StoredForm:
    """How a text is stored."""

    has_bom: bool = False
    line_ends: tuple[str, ...] = (LF,)
    """One for all lines, or where they differ one a line, in order."""


PLAIN = StoredForm()
"""No byte order mark, and every line ends in LF."""


def find_form(decoded: str) -> StoredForm:
    """Find the form of a decoded file."""
    ends = tuple(_LINE_END.findall(decoded)) if "\r" in decoded else ()
    kinds = set(ends) or {LF}
    return StoredForm(decoded.startswith(_BOM), ends if len(kinds) > 1 else tuple(kinds))


def restore(text: str, form: StoredForm) -> bytes:
    """Make the stored bytes of a canonical text; ValueError where the form is of another text."""
    beginning = _BOM if form.has_bom else ""
    if len(form.line_ends) == 1:
        return (beginning + text.replace(LF, form.line_ends[0])).encode()
    lines = text.split(LF)
    ended = (line + end for line, end in zip(lines, (*form.line_ends, ""), strict=True))
    return (beginning + "".join(ended)).encode()
