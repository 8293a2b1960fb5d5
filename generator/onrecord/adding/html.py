"""Web pages, `.html`: all that a browser would show; what is not of the document is proposed as noise."""

import re

from lxml import etree, html

from onrecord.adding.blocks import find_blocks
from onrecord.adding.decoding import decode
from onrecord.adding.extracted import CannotAddError, Document, Extracted
from onrecord.adding.furniture import extractor, find_furniture
from onrecord.adding.page_data import propose_from_page
from onrecord.problems import UNREADABLE_DOCUMENT, UNSAFE_DOCUMENT

_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"\A\s*<\?xml[^>]+encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_HEAD = 4096
_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|p|div|article|section|main|h[1-6]|table|span|br|ul)\b", re.IGNORECASE
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_html(document: Document) -> Extracted:
    """Read a web page."""
    head = document.data[:_HEAD]
    declared = _DECLARED.search(head) or _XML_DECLARED.search(head)
    name = declared[1].decode("ascii") if declared else ""
    # What declares UTF-16 by letters of one byte is not in it (HTML Standard, 13.2.3.2).
    text = decode(document, "" if name.lower().startswith("utf-16") else name)
    if not _MARKUP.search(text):
        raise CannotAddError(
            UNREADABLE_DOCUMENT, "there is no markup of HTML in the file", "if it is plain text, let it end in `.txt`"
        )
    return extract_html(text)


def extract_html(text: str) -> Extracted:
    """Take the words out of HTML that was decoded already."""
    root = parse_html(text)
    blocks = find_blocks(root)
    proposals = propose_from_page(root)
    title = next((each.value for each in proposals if each.field == "title"), "")
    return Extracted(
        paragraphs=tuple(each.text for each in blocks),
        extractor=f"lxml {etree.__version__}, {extractor()}",
        proposals=proposals,
        noise=find_furniture(text, blocks, title),
    )


def parse_html(text: str) -> etree._Element:
    """Parse HTML without asking any network; raises `CannotAddError` where the parser loses words."""
    parser = html.HTMLParser(no_network=True, remove_comments=False, huge_tree=True, encoding="utf-8")
    words = _CONTROL.sub("", _DECLARATION.sub("", text)).encode("utf-8", "surrogatepass")
    try:
        root = html.document_fromstring(words or b"<html></html>", parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError) as fault:
        raise CannotAddError(UNREADABLE_DOCUMENT, f"the HTML cannot be read: {fault}") from None
    if any("Excessive depth" in str(each.message) for each in parser.error_log):
        raise CannotAddError(UNSAFE_DOCUMENT, "its elements are nested too deeply to be read")
    return root
