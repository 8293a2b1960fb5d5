"""What a file that is not UTF-8 was probably saved as, to name it in a hint.

A guess from the bytes alone: it is told to the author, and no text is ever read by it.
"""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_PAIR = re.compile(rb"(?=[\xc0-\xff]{2})")
_LOWER_CASE_OF_KOI8 = re.compile(rb"[\xc0-\xdf]")
_LOWER_CASE_OF_1251 = re.compile(rb"[\xe0-\xff]")
_UNDEFINED_IN_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_SAMPLE = 100_000


def guess_encoding(stored: bytes) -> str:
    """Name the likely encoding of bytes that are not UTF-8; empty where nothing speaks for any.

    Cyrillic encodings are told by letters above 0x7F standing side by side, as they do in Russian and Belarusian
    words and hardly ever in Western European ones.
    """
    for bom, name in _BOMS:
        if stored.startswith(bom):
            return name
    sample = stored[:_SAMPLE]
    if _is_mostly_paired(sample):
        return "KOI8-R" if _count(_LOWER_CASE_OF_KOI8, sample) > _count(_LOWER_CASE_OF_1251, sample) else "Windows-1251"
    return "" if _UNDEFINED_IN_1252.search(sample) else "Windows-1252"


def _is_mostly_paired(sample: bytes) -> bool:
    return 2 * _count(_HIGH_PAIR, sample) > _count(_HIGH, sample)


def _count(pattern: re.Pattern[bytes], sample: bytes) -> int:
    return sum(1 for _ in pattern.finditer(sample))
