"""Markdown, `.md`: read as CommonMark with tables, so that the words are stored without their markup; marks become passages."""

from importlib.metadata import version

from markdown_it import MarkdownIt

from onrecord.adding.blocks import find_blocks
from onrecord.adding.decoding import decode
from onrecord.adding.extracted import Document, Extracted
from onrecord.adding.html import parse_html
from onrecord.adding.marks import read_marks
from onrecord.adding.plain import propose_first_line
from onrecord.texts import CONTROL, canonical_text


def read_markdown(document: Document) -> Extracted:
    """Read Markdown; raw HTML in it is read as HTML."""
    text = CONTROL.sub("", canonical_text(decode(document)))
    marked = read_marks(text)
    rendered = MarkdownIt("commonmark").enable("table").render(marked.text)
    found = tuple(each.text for each in find_blocks(parse_html(f"<body>{rendered}</body>")))
    paragraphs, marks = marked.take_out(found)
    return Extracted(
        paragraphs=paragraphs,
        marks=marks,
        remarks=marked.remarks,
        extractor=f"markdown-it-py {version('markdown-it-py')}",
        proposals=propose_first_line(paragraphs),
    )
