"""Books, `.epub`: the chapters in the order of the spine (EPUB 3.3, 5.7), each read as a web page without furniture."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from onrecord.adding.archives import Archive, open_archive
from onrecord.adding.blocks import find_blocks
from onrecord.adding.decoding import decode
from onrecord.adding.extracted import CannotAddError, Document, Extracted
from onrecord.adding.html import parse_html
from onrecord.adding.properties import propose_from_properties
from onrecord.problems import LOCKED, UNREADABLE_DOCUMENT

_CONTAINER = "META-INF/container.xml"
_OPF = "{http://www.idpf.org/2007/opf}"
_ROOT_FILE = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
_DC = "{http://purl.org/dc/elements/1.1/}"
_NAMES = {each: f"{_DC}{each}" for each in ("title", "date", "publisher", "language")}
_PAGES = frozenset({"application/xhtml+xml", "text/html"})
_FONTS_ONLY = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")
"""Ways to garble fonts, which lock no words."""


def read_epub(document: Document) -> Extracted:
    """Read a book."""
    archive = open_archive(document)
    _check_lock(archive)
    root_file = next((each.get("full-path", "") for each in archive.parse(_CONTAINER).iter(_ROOT_FILE)), "")
    package = archive.parse(root_file)
    chapters = tuple(_chapters(archive, package, posixpath.dirname(root_file)))
    return Extracted(
        paragraphs=tuple(each.text for chapter in chapters for each in find_blocks(parse_html(chapter))),
        extractor=f"lxml {etree.__version__}",
        proposals=propose_from_properties(package, _NAMES),
    )


def _check_lock(archive: Archive) -> None:
    if "META-INF/encryption.xml" not in archive.names:
        return
    methods = archive.read("META-INF/encryption.xml")
    if methods.count(b"EncryptedData>") // 2 > sum(methods.count(each) for each in _FONTS_ONLY):
        raise CannotAddError(LOCKED, "the book is locked, as shops sell them", "add a copy that is not locked")


def _chapters(archive: Archive, package: etree._Element, folder: str) -> Iterator[str]:
    items = {each.get("id", ""): each for each in package.iter(f"{_OPF}item")}
    for reference in package.iter(f"{_OPF}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        if name not in archive.names:
            raise CannotAddError(UNREADABLE_DOCUMENT, f"the book is damaged: its chapter `{name}` is missing")
        yield decode(Document(name=name, data=archive.read(name)))
