"""PDF, `.pdf`: by pdfminer.six, which tells paragraphs by their place on the page; pypdf and poppler give lines alone.

Where each line begins is kept, so that the page of the original can be cited.
"""

import io
import re
from collections.abc import Iterator
from importlib.metadata import version

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFNoPageLabels, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException
from pdfminer.utils import decode_text

from onrecord.adding.extracted import CannotAddError, Document, Extracted, Proposal
from onrecord.adding.pdf_columns import order_boxes
from onrecord.adding.pdf_lines import Line, Page, find_paragraphs
from onrecord.adding.plain import propose_first_line
from onrecord.adding.properties import fit_value
from onrecord.problems import LOCKED, NO_WORDS, UNREADABLE_DOCUMENT

_DAY = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_UNKNOWN_GLYPH = re.compile(r"\(cid:\d+\)")
_MOST_UNKNOWN = 0.05
"""Of all characters; from there on the words cannot be read."""
_MOST_NAMED = 10
_GLYPHS = str.maketrans({"\u00ad": "-", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
"""Letters that a font draws in one piece, of which the words have each; and a soft hyphen, which is drawn, so it is a hyphen."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def read_pdf(document: Document) -> Extracted:
    """Read a PDF."""
    try:
        pdf = PDFDocument(PDFParser(io.BytesIO(document.data)))
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise CannotAddError(
            LOCKED, "the PDF is locked by a password", "save a copy without it, as by `qpdf --decrypt --password=…`"
        ) from None
    except (PDFException, PSException) as fault:
        raise _damaged(str(fault)) from None
    pages = tuple(_read_pages(pdf))
    if not pages:
        raise _damaged("it has no pages")
    empty = [page.label for page in pages if not any(line.text.strip() for box in page.boxes for line in box)]
    if len(empty) == len(pages):
        raise CannotAddError(
            NO_WORDS,
            f"the PDF has no words, only pictures of its {len(pages)} {'page' if len(pages) == 1 else 'pages'}",
            "let a program read the letters first, as by `ocrmypdf in.pdf out.pdf`, and look what it read",
        )
    _check_letters(pages)
    paragraphs, places, noise = find_paragraphs(pages)
    extracted = Extracted(
        paragraphs=paragraphs,
        extractor=f"pdfminer.six {version('pdfminer.six')}",
        proposals=_propose(pdf),
        noise=noise,
        places=places,
        remarks=_remark(empty),
    )
    return extracted.with_proposals(*propose_first_line(paragraphs))


def _damaged(said: str) -> CannotAddError:
    return CannotAddError(
        UNREADABLE_DOCUMENT, f"the file is no PDF, or is damaged: {said or 'it breaks off'}", "save or download it anew"
    )


def _read_pages(pdf: PDFDocument) -> Iterator[Page]:
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=LAParams())
    interpreter = PDFPageInterpreter(manager, device)
    labels = _labels(pdf)
    for number, page in enumerate(PDFPage.create_pages(pdf), start=1):
        interpreter.process_page(page)
        layout = device.get_result()
        boxes = tuple(_lines_of(each) for each in layout if isinstance(each, LTTextBox))
        yield Page(
            label=next(labels, None) or str(number),
            bottom=layout.y0,
            top=layout.y1,
            boxes=order_boxes(tuple(filter(None, boxes))),
        )


def _labels(pdf: PDFDocument) -> Iterator[str]:
    try:
        yield from pdf.get_page_labels()
    except (PDFNoPageLabels, PDFException, PSException, TypeError, ValueError):
        return


def _lines_of(box: LTTextBox) -> tuple[Line, ...]:
    lines = (each for each in box if isinstance(each, LTTextLine))
    return tuple(
        Line(text=text, x0=each.x0, x1=each.x1, y0=each.y0, y1=each.y1)
        for each in lines
        if (text := _tidy(each.get_text())).strip()
    )


def _tidy(text: str) -> str:
    return re.sub(" {2,}", " ", _CONTROL.sub("", text.replace("\n", " ")).translate(_GLYPHS)).strip()


def _check_letters(pages: tuple[Page, ...]) -> None:
    text = "".join(line.text for page in pages for box in page.boxes for line in box)
    unknown = len(_UNKNOWN_GLYPH.findall(text))
    if unknown > _MOST_UNKNOWN * len(_UNKNOWN_GLYPH.sub("x", text)):
        raise CannotAddError(
            NO_WORDS,
            "the PDF does not say which letters its fonts draw",
            "let a program read the letters, as by `ocrmypdf --force-ocr in.pdf out.pdf`, and look what it read",
        )


def _remark(empty: list[str]) -> tuple[str, ...]:
    if not empty:
        return ()
    more = f" and {len(empty) - _MOST_NAMED} more" if len(empty) > _MOST_NAMED else ""
    return (f"there are no words on page {', '.join(empty[:_MOST_NAMED])}{more}",)


def _propose(pdf: PDFDocument) -> tuple[Proposal, ...]:
    said: dict[str, str] = {}
    for each in pdf.info:
        said |= {str(name): _text(value) for name, value in each.items()}
    day = _DAY.match(said.get("CreationDate", "").strip())
    values = {
        "title": fit_value("title", said.get("Title", "")),
        "date": fit_value("date", "-".join(filter(None, day.groups())) if day else ""),
        "language": fit_value("language", _text(pdf.catalog.get("Lang", ""))),
    }
    named = {"title": "title", "date": "date of creation", "language": "language"}
    return tuple(
        Proposal(field=field, value=value, basis=f"the {named[field]} in its properties")
        for field, value in values.items()
        if value
    )


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return decode_text(value)
    return value if isinstance(value, str) else ""
