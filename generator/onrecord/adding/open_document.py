"""OpenDocument text, `.odt`: its own XML read in the order of its words (ODF 1.3, part 3), deletions left out.

odfpy drops what stands behind a nested element, and knows nothing of tracked changes.
"""

from collections.abc import Iterator

from lxml import etree

from onrecord.adding.archives import open_archive
from onrecord.adding.blocks import tidy
from onrecord.adding.extracted import CannotAddError, Document, Extracted
from onrecord.adding.plain import propose_first_line
from onrecord.adding.properties import propose_from_properties
from onrecord.problems import LOCKED, UNREADABLE_DOCUMENT

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_UNSEEN = frozenset(
    {
        f"{_TEXT}tracked-changes",
        f"{_TEXT}ruby-text",
        f"{_TEXT}note-citation",
        f"{_OFFICE}annotation",
        f"{_OFFICE}forms",
        f"{_TEXT}sequence-decls",
        f"{_TEXT}index-title-template",
        "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title",
        "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc",
    }
)
_BLANKS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_NAMES = {"title": f"{_DC}title", "date": f"{_META}creation-date", "language": f"{_DC}language"}
_MOST_BLANKS = 1000


def read_open_document(document: Document) -> Extracted:
    """Read an OpenDocument text."""
    archive = open_archive(document)
    if "content.xml" not in archive.names:
        raise CannotAddError(UNREADABLE_DOCUMENT, "the file is a zip file, and no OpenDocument text")
    if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise CannotAddError(LOCKED, "the file is locked by a password", "open it and save it without the password")
    body = archive.parse("content.xml").find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise CannotAddError(UNREADABLE_DOCUMENT, "the file is an OpenDocument, and no text")
    paragraphs = tuple(filter(None, map(tidy, _paragraphs(body))))
    proposals = propose_from_properties(archive.parse("meta.xml"), _NAMES) if "meta.xml" in archive.names else ()
    return Extracted(paragraphs=paragraphs, extractor=f"lxml {etree.__version__}", proposals=proposals).with_proposals(
        *propose_first_line(paragraphs)
    )


def _paragraphs(body: etree._Element) -> Iterator[str]:
    """Gather paragraphs; one inside another, as in a footnote or a frame, follows the one that it stands in."""
    open_ones: list[list[str]] = []
    inner: list[str] = []
    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(body, events=("start", "end", "comment", "pi")):
        is_end = event == "end"
        if skipped is None and event == "start":
            skipped = element if element.tag in _UNSEEN else None
            _begin(open_ones, element)
        elif skipped is None and is_end and element.tag in _PARAGRAPHS:
            yield from _finish(open_ones, inner)
        if event != "start" and skipped in {None, element} and element is not body:
            skipped = None
            _add(open_ones, element.tail)


def _begin(open_ones: list[list[str]], element: etree._Element) -> None:
    if element.tag in _PARAGRAPHS:
        open_ones.append([])
    if element.tag not in _UNSEEN:
        _add(open_ones, _blanks(element) + (element.text or ""))


def _finish(open_ones: list[list[str]], inner: list[str]) -> Iterator[str]:
    """End the innermost paragraph; those inside it wait until it is given."""
    done = "".join(open_ones.pop())
    if open_ones:
        inner.append(done)
        return
    yield done
    yield from inner
    inner.clear()


def _add(open_ones: list[list[str]], text: str | None) -> None:
    """Add words to the innermost paragraph; between paragraphs there are only blanks."""
    if open_ones and text:
        open_ones[-1].append(text)


def _blanks(element: etree._Element) -> str:
    if element.tag == f"{_TEXT}s":
        count = element.get(f"{_TEXT}c", "1")
        return " " * (min(int(count), _MOST_BLANKS) if count.isdecimal() else 1)
    return _BLANKS.get(str(element.tag), "")
