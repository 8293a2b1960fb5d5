"""Word, `.docx`: by mammoth, which keeps insertions, footnotes, lists, tables and text boxes, and leaves deletions out.

python-docx does not read inserted words that nobody has accepted yet, nor footnotes.
"""

import io
from importlib.metadata import version

import mammoth
from lxml import etree

from onrecord.adding.archives import Archive, check_all_xml, open_archive
from onrecord.adding.blocks import find_blocks
from onrecord.adding.extracted import CannotAddError, Document, Extracted, Proposal
from onrecord.adding.html import parse_html
from onrecord.adding.plain import propose_first_line
from onrecord.adding.properties import propose_from_properties
from onrecord.problems import UNREADABLE_DOCUMENT

_WORDS = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_STYLES = "word/styles.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMES = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "date": "{http://purl.org/dc/terms/}created",
    "language": "{http://purl.org/dc/elements/1.1/}language",
}


def read_word(document: Document) -> Extracted:
    """Read a Word file."""
    archive = open_archive(document)
    if _WORDS not in archive.names:
        raise CannotAddError(UNREADABLE_DOCUMENT, "the file is a zip file, and no Word document")
    check_all_xml(archive)
    converted = mammoth.convert_to_html(
        io.BytesIO(document.data), convert_image=mammoth.images.img_element(_leave_out), external_file_access=False
    )
    paragraphs = tuple(each.text for each in find_blocks(parse_html(f"<body>{converted.value}</body>")))
    extracted = Extracted(
        paragraphs=paragraphs,
        extractor=f"mammoth {version('mammoth')}",
        proposals=_propose(archive),
        remarks=_remark(archive),
    )
    return extracted.with_proposals(*propose_first_line(paragraphs))


def _leave_out(_image: object) -> dict[str, str]:
    return {"src": ""}


def _propose(archive: Archive) -> tuple[Proposal, ...]:
    found = propose_from_properties(archive.parse(_PROPERTIES), _NAMES) if _PROPERTIES in archive.names else ()
    known = {each.field for each in found}
    language = "" if "language" in known or _STYLES not in archive.names else _language(archive.parse(_STYLES))
    return (*found, *((Proposal(field="language", value=language, basis="its styles"),) if language else ()))


def _language(styles: etree._Element) -> str:
    for defaults in styles.iter(f"{_W}docDefaults"):
        for each in defaults.iter(f"{_W}lang"):
            return str(each.get(f"{_W}val", ""))
    return ""


def _remark(archive: Archive) -> tuple[str, ...]:
    root = archive.parse(_WORDS)
    inserted = any(True for _ in root.iter(f"{_W}ins"))
    deleted = any(True for _ in root.iter(f"{_W}del"))
    if not (inserted or deleted):
        return ()
    return ("it has changes that nobody has accepted: inserted words are kept, and deleted ones are left out",)
