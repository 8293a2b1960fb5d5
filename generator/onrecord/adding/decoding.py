"""Bytes as text: by what the person says, by a byte order mark, by what the document declares, or as UTF-8; never by a guess."""

import codecs

from onrecord.adding.extracted import CannotAddError, Document
from onrecord.encodings import guess_encoding
from onrecord.problems import UNKNOWN_ENCODING

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_TEXT = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7", "mbcs", "oem"})
"""Codecs of Python's in which no document is, or none that a browser would read."""
_AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""What browsers read for a label that promises less (WHATWG Encoding Standard, 4.2)."""


def find_codec(label: str) -> str:
    """Name the codec that a label in a document means; empty where there is none of that name for text."""
    try:
        found = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return ""
    name = found.name
    # What turns bytes into bytes, and what reads names of hosts, is a codec of Python's too.
    is_text = getattr(found, "_is_text_encoding", True) and name not in _NO_TEXT
    return _AS_BROWSERS_DO.get(name, name) if is_text else ""


def decode(document: Document, declared: str = "") -> str:
    """Decode a document; `declared` is the encoding that it names itself. Raises `CannotAddError` (D106)."""
    marked = next((name for bom, name in _BOMS if document.data.startswith(bom)), "")
    codec = find_codec(document.encoding) or marked or find_codec(declared) or "utf-8"
    try:
        return document.data.decode(codec)
    except UnicodeError as fault:
        at = getattr(fault, "start", 0)
        raise CannotAddError(UNKNOWN_ENCODING, _message(document.data, at, codec), _hint(document)) from None


def _message(data: bytes, at: int, codec: str) -> str:
    name = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8"}.get(codec, codec)
    byte = f", 0x{data[at]:02X}," if at < len(data) else ""
    return f"byte {at + 1} of the file{byte} is not {name}"


def _hint(document: Document) -> str:
    guess = guess_encoding(document.data)
    looks = f"it looks like {guess}: " if guess else ""
    return f"{looks}name its encoding, as in `--encoding {guess.lower() or 'windows-1251'}`"
