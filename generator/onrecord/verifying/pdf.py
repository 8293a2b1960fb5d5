"""A PDF held to the proof that is attached to it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader

from onrecord.texts import showable
from onrecord.verifying.bundle import count, proven_words
from onrecord.verifying.opened import MOST_TEXT
from onrecord.verifying.proof import ReadProof, check_proof, read_proof, shorten
from onrecord.verifying.verdict import Difference, UnreadableError, Verdict

ATTACHMENT = "proof.json"
MOST_PDF = 512 << 20

_BLANKS = re.compile(r"\s+")
_LIKE_FOOT = 8
"""Characters of a foot that may be like those with which words go on at the next page."""


def verify_pdf(path: Path) -> Verdict:
    """Verify a PDF; UnreadableError where it cannot be read, or has no proof attached."""
    if path.stat().st_size > MOST_PDF:
        raise UnreadableError("this PDF is too large to be read")
    try:
        reader = PdfReader(path)
        attached = list(reader.attachments.get(ATTACHMENT, []))
        pages = tuple(_BLANKS.sub("", page.extract_text()) for page in reader.pages) if attached else ()
    except Exception as fault:  # a broken PDF makes pypdf raise whatever its parts do
        raise UnreadableError(f"this PDF cannot be read: {type(fault).__name__}: {fault}") from fault
    if len(attached) != 1 or len(attached[0]) > MOST_TEXT:
        raise UnreadableError(f"the PDF has no {ATTACHMENT} attached, or several, so nothing in it can be proven")
    proof = read_proof(attached[0])
    missing = tuple(_missing_words(proof, pages))
    found = len(proof.passages) - len(missing)
    return Verdict(
        proven=(*proven_words(proof), f"the pages show the words of {count(found, 'passage')}"),
        differences=(*check_proof(proof), *missing),
    )


def _missing_words(proof: ReadProof, pages: tuple[str, ...]) -> Iterator[Difference]:
    """Find the passages whose words the pages do not show, paragraph by paragraph: between two, a margin has its notes."""
    whole = "".join(pages)
    for each in proof.passages.values():
        for paragraph in (line for words in each.words for line in words.splitlines()):
            bare = _BLANKS.sub("", paragraph)
            if bare not in whole and not runs_over(bare, pages):
                yield Difference(showable(each.key), f"no page shows its words, “{showable(shorten(paragraph))}”")
                break


def runs_over(words: str, pages: tuple[str, ...]) -> bool:
    """Tell whether words begin on a page and go on at the next, past the foot of the one and the head of the other.

    Words and pages come without blanks.
    """
    begun: set[int] = set()
    """How much of the words the pages up to here can have shown."""
    for page in pages:
        begun = {end for start in (0, *begun) for end in _ends(words, start, page)}
        if len(words) in begun:
            return True
    return False


def _ends(words: str, start: int, page: str) -> range:
    """Give how far a page shows words from a start on; a foot may begin as the words would go on."""
    reach = bisect_left(range(start + 1, len(words) + 1), 1, key=lambda end: words[start:end] not in page)
    return range(start + max(1, reach - _LIKE_FOOT), start + reach + 1)
