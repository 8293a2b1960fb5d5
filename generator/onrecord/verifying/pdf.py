"""A PDF held to the proof that is attached to it."""

import re
from pathlib import Path

from pypdf import PdfReader

from onrecord.texts import showable
from onrecord.verifying.bundle import count, proven_words
from onrecord.verifying.opened import MOST_TEXT
from onrecord.verifying.proof import ReadProof, check_proof, read_proof
from onrecord.verifying.verdict import UnreadableError, Verdict

ATTACHMENT = "proof.json"
MOST_PDF = 512 << 20

_BLANKS = re.compile(r"\s+")


def verify_pdf(path: Path) -> Verdict:
    """Verify a PDF; UnreadableError where it cannot be read, or has no proof attached."""
    if path.stat().st_size > MOST_PDF:
        raise UnreadableError("this PDF is too large to be read")
    try:
        reader = PdfReader(path)
        attached = list(reader.attachments.get(ATTACHMENT, []))
        text = "".join(page.extract_text() for page in reader.pages) if attached else ""
    except Exception as fault:  # a broken PDF makes pypdf raise whatever its parts do
        raise UnreadableError(f"this PDF cannot be read: {type(fault).__name__}: {fault}") from fault
    if len(attached) != 1 or len(attached[0]) > MOST_TEXT:
        raise UnreadableError(f"the PDF has no {ATTACHMENT} attached, or several, so nothing in it can be proven")
    proof = read_proof(attached[0])
    missing = _missing_words(proof, text)
    found = len(proof.passages) - len(missing)
    notes = (f"not found in one stretch in the PDF's text: {', '.join(missing)}",) if missing else ()
    return Verdict(
        proven=(*proven_words(proof), f"{count(found, 'passage')} found word for word in the PDF's text"),
        differences=tuple(check_proof(proof)),
        notes=notes,
    )


def _missing_words(proof: ReadProof, text: str) -> list[str]:
    """List the passages whose words the text of the PDF has not in one stretch: a new page may part them, too."""
    bare = _BLANKS.sub("", text)
    return [
        showable(each.key)
        for each in proof.passages.values()
        if not all(_BLANKS.sub("", words) in bare for words in each.words)
    ]
