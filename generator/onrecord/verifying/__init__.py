"""Proving later, without the project, that a bundle or a PDF is what it states to be.

What is verified may come from anybody: it is read within bounds, never unpacked, and what is wrong with it is told in
a sentence.
"""

from pathlib import Path

from onrecord.verifying.bundle import verify_bundle
from onrecord.verifying.pdf import verify_pdf
from onrecord.verifying.verdict import Difference, UnreadableError, Verdict

__all__ = ["Difference", "UnreadableError", "Verdict", "verify"]

_PDF = b"%PDF-"


def verify(path: Path) -> Verdict:
    """Verify a bundle (a folder or a zip of it) or a PDF, told apart by how the file begins.

    UnreadableError where it is neither, or cannot be read within bounds.
    """
    if path.is_dir():
        return verify_bundle(path)
    if not path.is_file() or not path.stat().st_size:
        raise UnreadableError("this is no folder, and no file with anything in it")
    with path.open("rb") as file:
        beginning = file.read(1024)
    return verify_pdf(path) if _PDF in beginning else verify_bundle(path)
