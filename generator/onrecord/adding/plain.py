"""Plain text, `.txt`: where it is UTF-8 it is stored as it came, byte for byte, unless words in it are marked."""

import codecs
import re

from onrecord.adding.decoding import decode
from onrecord.adding.extracted import Document, Extracted, Proposal
from onrecord.adding.marks import has_marks, read_marks
from onrecord.texts import CONTROL, canonical_text

_GAP = re.compile(r"\n(?:[^\S\n]*\n)+")
_LONGEST_TITLE = 150
FIRST_LINE = "the first line"
"""Where a title was taken from that the document itself does not call one."""


def read_plain(document: Document) -> Extracted:
    """Read plain text; paragraphs are what blank lines part."""
    text = canonical_text(decode(document))
    if has_marks(text):
        return _read_marked(text)
    paragraphs = split_paragraphs(text)
    is_utf8 = not document.encoding and not document.data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return Extracted(
        paragraphs=paragraphs,
        extractor="",
        proposals=propose_first_line(paragraphs),
        is_own_text=is_utf8,
    )


def _read_marked(text: str) -> Extracted:
    """Read text that somebody marked, which is not stored as it came."""
    marked = read_marks(CONTROL.sub("", text))
    paragraphs, marks = marked.take_out(split_paragraphs(marked.text))
    return Extracted(
        paragraphs=paragraphs,
        extractor="",
        proposals=propose_first_line(paragraphs),
        marks=marks,
        remarks=marked.remarks,
    )


def split_paragraphs(text: str) -> tuple[str, ...]:
    """Split canonical text at its blank lines; what holds no words is no paragraph."""
    return tuple(each.strip("\n") for each in _GAP.split(text) if each.strip())


def propose_first_line(paragraphs: tuple[str, ...]) -> tuple[Proposal, ...]:
    """Propose the first line as the title, where it is short enough to be one."""
    first = " ".join(paragraphs[0].split("\n", 1)[0].split()) if paragraphs else ""
    if not first or len(first) > _LONGEST_TITLE:
        return ()
    return (Proposal(field="title", value=first, basis=FIRST_LINE),)
