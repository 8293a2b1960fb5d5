"""Documents made for the tests, by libraries that write their formats."""

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from typing import Any

import docx
import typst
from odf import dc, text
from odf.opendocument import OpenDocumentText
from pypdf import PdfReader, PdfWriter

BLANK_PAGE = "#set page(width: 200pt, height: 200pt)\n#rect(width: 50pt, height: 50pt)"


def make_zip(parts: Mapping[str, str | bytes]) -> bytes:
    """Make a zip file of parts by name."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stored.getvalue()


def make_pdf(markup: str) -> bytes:
    """Set a PDF with Typst."""
    made: Any = typst.compile(markup.encode())
    assert isinstance(made, bytes)
    return made


def lock_pdf(data: bytes, password: str) -> bytes:
    """Lock a PDF with a password."""
    writer = PdfWriter(PdfReader(io.BytesIO(data)))
    writer.encrypt(password, algorithm="AES-256")
    stored = io.BytesIO()
    writer.write(stored)
    return stored.getvalue()


def make_word() -> bytes:
    """Make a Word file with a heading, runs, a list, a table, and words that somebody inserted and deleted."""
    document = docx.Document()
    document.core_properties.title = "The plan for the bridge"
    document.add_heading("Council hears the plan", 1)
    paragraph = document.add_paragraph("The mayor said: ")
    paragraph.add_run("“We will build it,").bold = True
    _track(paragraph, "ins", "t", " and soon")
    _track(paragraph, "del", "delText", " never")
    paragraph.add_run(".”")
    document.add_paragraph("The first point is money.", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("What", "Cost", "Bridge", "€12 million"), strict=True):  # noqa: SLF001
        cell.text = words
    stored = io.BytesIO()
    document.save(stored)
    return stored.getvalue()


def _track(paragraph: Any, change: str, tag: str, words: str) -> None:  # noqa: ANN401  python-docx is typed in part
    from docx.oxml import OxmlElement  # noqa: PLC0415

    run = paragraph.add_run(words)._r  # noqa: SLF001
    for element in run.iter():
        if element.tag.endswith("}t"):
            element.tag = element.tag[:-1] + tag
    wrapper = OxmlElement(f"w:{change}")
    run.addprevious(wrapper)
    wrapper.append(run)


def make_open_document() -> bytes:
    """Make an OpenDocument text with blanks, a note, a frame of words and a list."""
    document = OpenDocumentText()
    document.meta.addElement(dc.Title(text="The plan for the bridge"))
    document.text.addElement(text.H(outlinelevel=1, text="Council hears the plan"))
    paragraph = text.P(text="The mayor said")
    paragraph.addElement(text.S(c=1))
    paragraph.addElement(text.Span(text="“We will build it.”"))
    note = text.Note(noteclass="footnote")
    note.addElement(text.NoteCitation(text="1"))
    body = text.NoteBody()
    body.addElement(text.P(text="So the minutes say."))
    note.addElement(body)
    paragraph.addElement(note)
    paragraph.addText(" and left.")
    document.text.addElement(paragraph)
    items = text.List()
    item = text.ListItem()
    item.addElement(text.P(text="The first point is money."))
    items.addElement(item)
    document.text.addElement(items)
    stored = io.BytesIO()
    document.write(stored)
    return stored.getvalue()


def make_epub(chapter: str, **more: str) -> bytes:
    """Make a book of one chapter; `more` are parts by name, `/` written as `__`."""
    return make_zip(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": """\
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""",
            "book/package.opf": """\
<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">
<metadata><dc:title>The bridge</dc:title><dc:language>en</dc:language><dc:publisher>The Press</dc:publisher>
<dc:date>2024-03-05T00:00:00Z</dc:date></metadata>
<manifest><item id="one" href="chapter%20one.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="one"/></spine></package>""",
            "book/chapter one.xhtml": chapter,
            **{name.replace("__", "/"): part for name, part in more.items()},
        }
    )


def make_saved_page(page: str) -> bytes:
    """Save a web page as browsers do, with a picture."""
    saved = MIMEMultipart("related")
    saved["From"] = "<Saved by a browser>"
    saved["Snapshot-Content-Location"] = "https://courier.example/council"
    saved.attach(MIMEText(page, "html", "utf-8"))
    saved.attach(MIMEImage(b"GIF89a", "gif"))
    return saved.as_bytes()


def make_mail(words: str, encoding: str) -> bytes:
    """Make a message with something attached."""
    message = EmailMessage()
    message["From"] = "Press Office <press@town.example>"
    message["Subject"] = "The plan for the bridge"
    message["Date"] = "Tue, 05 Mar 2024 23:30:00 +0100"
    message.set_content(words, charset=encoding)
    message.add_attachment(b"%PDF-1.7", "application", "pdf", filename="plan.pdf")
    return message.as_bytes()
