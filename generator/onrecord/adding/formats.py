"""The formats that can be added, each with its reader; which one a file is in, its ending says and its first bytes confirm."""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.adding.epub import read_epub
from onrecord.adding.extracted import CannotAddError, Document, Extracted, Reader
from onrecord.adding.html import read_html
from onrecord.adding.mail import read_mail, read_saved_page
from onrecord.adding.markdown import read_markdown
from onrecord.adding.open_document import read_open_document
from onrecord.adding.pdf import read_pdf
from onrecord.adding.plain import read_plain
from onrecord.adding.subtitles import read_subtitles
from onrecord.adding.word import read_word
from onrecord.problems import NO_WORDS, TOO_LARGE, UNREADABLE_DOCUMENT
from onrecord.texts import showable

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_plain,
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".html": read_html,
        ".htm": read_html,
        ".xhtml": read_html,
        ".mhtml": read_saved_page,
        ".mht": read_saved_page,
        ".docx": read_word,
        ".odt": read_open_document,
        ".pdf": read_pdf,
        ".epub": read_epub,
        ".eml": read_mail,
        ".srt": read_subtitles,
        ".vtt": read_subtitles,
    }
)
"""By the ending of the file."""
LISTED = ".txt, .md, .html, .mhtml, .docx, .odt, .pdf, .epub, .eml, .srt and .vtt"

_SIGNATURES = (
    (b"%PDF-", "a PDF", (".pdf",)),
    (b"PK\x03\x04", "a zip file", (".docx", ".odt", ".epub")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file, or one that is locked by a password", ()),
    (b"{\\rtf", "RTF", ()),
    (b"\x89PNG\r\n", "a picture", ()),
    (b"\xff\xd8\xff", "a picture", ()),
    (b"GIF8", "a picture", ()),
    (b"\x1f\x8b", "a gzip file", ()),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip file", ()),
    (b"Rar!\x1a\x07", "a RAR file", ()),
)
"""How the files begin that are most often given a wrong ending, what they are, and the endings that they should have."""

MAX_BYTES = 100 * 2**20
"""Of a document."""
MAX_CHARACTERS = 20_000_000
"""Of the words taken from it: 10,000 pages."""
_MEGABYTE = 2**20


def find_reader(document: Document) -> Reader:
    """Find the reader of a document; raises `CannotAddError` where its name or its first bytes forbid it (D101)."""
    reader = READERS.get(document.ending)
    if reader is None:
        named = (
            f"`{showable(document.ending)}` is no format that can be read" if document.ending else "it has no ending"
        )
        raise CannotAddError(UNREADABLE_DOCUMENT, named, f"add one of {LISTED}, or save it as one of them")
    for signature, called, endings in _SIGNATURES:
        if document.data.startswith(signature) and document.ending not in endings:
            raise _misnamed(document.ending, called, endings)
    return reader


def _misnamed(ending: str, called: str, endings: tuple[str, ...]) -> CannotAddError:
    known = [f"`{each}`" for each in endings if each in READERS]
    hint = f"let its name end in {' or '.join(known)}" if known else f"save it as one of {LISTED}"
    return CannotAddError(UNREADABLE_DOCUMENT, f"the file ends in `{ending}`, and is {called}", hint)


def check_size(size: int) -> None:
    """Refuse what is larger than any document; raises `CannotAddError` (D104)."""
    if size > MAX_BYTES:
        raise CannotAddError(
            TOO_LARGE,
            f"the file has {size // _MEGABYTE:,} MB, and a document may have {MAX_BYTES // _MEGABYTE}",
            "add the part of it that you quote from",
        )


def check_words(extracted: Extracted) -> None:
    """Refuse what holds no words (D102), or more than any document (D104)."""
    if not any(map(str.strip, extracted.paragraphs)):
        raise CannotAddError(NO_WORDS, "there are no words in it")
    length = sum(map(len, extracted.paragraphs))
    if length > MAX_CHARACTERS:
        raise CannotAddError(
            TOO_LARGE,
            f"it holds {length:,} characters, and a source may have {MAX_CHARACTERS:,}",
            "add the part of it that you quote from",
        )
