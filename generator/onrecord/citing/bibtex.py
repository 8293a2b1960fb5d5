"""Citations as BibTeX entries for biblatex (its manual, 2.1.1 and 2.2): `@online`, in UTF-8.

Title and author stand in a second pair of braces, so that no style changes their capitals or reads a body as a person.
A brace of the text is written by its command: BibTeX counts braces, escaped or not.
"""

import re
from collections.abc import Iterable

from onrecord.citing.citation import Citation, one_line

_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {mark: f"\\{mark}" for mark in "%$&#_"}
_SPECIAL = re.compile("[{}]".format(re.escape("".join(_COMMANDS))))
_LIGATURE = re.compile(r"--|``|''|,,|<<|>>|[!?]`")
"""What TeX fonts read as one character: parted by an empty group, it stays two."""
_URL_UNSAFE = re.compile(r"[{}\\]")


def write_bibtex(citations: Iterable[Citation]) -> str:
    """Write each citation as an entry under its key."""
    return "\n".join(map(_entry, citations))


def _entry(citation: Citation) -> str:
    fields = (
        ("author", f"{{{_escape(citation.author)}}}"),
        ("title", f"{{{_escape(citation.title)}}}"),
        ("organization", _escape(citation.site)),
        ("version", _escape(citation.version)),
        ("date", str(citation.date or "")),
        ("url", _url(citation.url)),
        ("urldate", str(citation.retrieved or "")),
        ("addendum", _escape(citation.kind)),
        ("note", _escape(citation.note)),
    )
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@online{{{citation.key},\n{''.join(lines)}}}\n"


def _escape(text: str) -> str:
    escaped = _SPECIAL.sub(lambda mark: _COMMANDS[mark[0]], one_line(text))
    while (parted := _LIGATURE.sub(lambda pair: f"{pair[0][0]}{{}}{pair[0][1]}", escaped)) != escaped:
        escaped = parted
    return escaped


def _url(url: str) -> str:
    """Write an address, which biblatex takes as it stands; what would end the field is percent-encoded."""
    return _URL_UNSAFE.sub(lambda mark: f"%{ord(mark[0]):02X}", url)
