"""Texts out of other programs' packages: UTF-8, or UTF-16 where a byte order mark says so."""

import codecs

from onrecord.stored_form import PLAIN, StoredForm, find_form
from onrecord.texts import canonical_text


def decode(data: bytes | None) -> tuple[str | None, StoredForm]:
    """Decode a text to its canonical form, with how it was stored; None where there is none, or it is in no such encoding.

    What was UTF-16 is stored as UTF-8, since no other encoding is read, so its form is the plain one but for its line ends.
    """
    if data is None:
        return None, PLAIN
    is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if is_utf16 else "utf-8")
    except UnicodeDecodeError:
        return None, PLAIN
    return canonical_text(text), find_form(text)
