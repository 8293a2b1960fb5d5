"""A PDF as its readers meet it: the words of each page with poppler, links and attachments with pypdf."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, IndirectObject

_BLANKS = re.compile(r"[\s\u00ad]+")
_HEAD, _FOOT = 62, 66
"""In points: what is above and below the body of a page."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link on a page: where it leads, a page counted from 1 or an address of the web."""

    page: int
    target: int | str


def page_texts(pdf: Path, *, height: int = 842) -> tuple[str, ...]:
    """Give the words of each page without its head and foot, in the order of the file, without blanks."""
    return tuple(squeeze(page) for page in page_lines(pdf, height=height))


def page_lines(pdf: Path, *, height: int = 842) -> tuple[str, ...]:
    """Give the lines of each page without its head and foot, in the order of the file."""
    crop = ["-x", "0", "-y", str(_HEAD), "-W", "2000", "-H", str(height - _HEAD - _FOOT)]
    ran = subprocess.run(["pdftotext", "-raw", *crop, str(pdf), "-"], capture_output=True, check=True)
    return tuple(ran.stdout.decode().split("\f")[:-1])


def squeeze(text: str) -> str:
    """Take out all blanks: how words are set in lines is nobody's words."""
    return _BLANKS.sub("", text)


def anchors(reader: PdfReader) -> Iterator[Anchor]:
    """List every link; a link that leads nowhere is an error."""
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages, 1) if page.indirect_reference}
    names = reader.named_destinations
    for n, page in enumerate(reader.pages, start=1):
        for each in page.get("/Annots", ()):
            link: Any = each.get_object()
            action: Any = link["/A"].get_object() if "/A" in link else {}
            if action.get("/S") == "/URI":
                yield Anchor(n, str(action["/URI"]))
                continue
            target = (link["/Dest"] if "/Dest" in link else action["/D"]).get_object()
            if isinstance(target, str | bytes):
                target = names[str(target)].dest_array
            assert isinstance(target, ArrayObject), f"a link on page {n} leads nowhere"
            assert isinstance(target[0], IndirectObject)
            yield Anchor(n, numbers[target[0].idnum])
