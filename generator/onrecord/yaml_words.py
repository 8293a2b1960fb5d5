"""Words as a value of YAML: plain where they read as they stand, else in quotation marks."""

import json
import re

_PLAIN = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f-\x9f:#\[\]{}\"'&*!|>%@`]|:(?=[^\s,\[\]{}]))*(?<!\s)")
"""Of what a plain value may be, what nobody has to think about."""
_UNPRINTABLE = re.compile("[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_UNREADABLE = re.compile("[^\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no `c-printable` character (YAML 1.2.2, 5.1), and line ends and tabs."""


def is_printable(words: str) -> bool:
    """Tell whether YAML can hold words that stand on one line."""
    return not _UNREADABLE.search(words)


def printable(words: str) -> str:
    """Take out what YAML cannot hold in words that stand on one line."""
    return _UNREADABLE.sub("", words)


def write_words(words: str) -> str:
    """Write words in block style; they read back as they are (YAML 1.2.2, 7.3)."""
    if _PLAIN.fullmatch(words):
        return words
    if _UNPRINTABLE.search(words):
        return json.dumps(words)
    return "'{}'".format(words.replace("'", "''"))
