"""Text as HTML that nothing on the way to the reader can take for its own.

Every ASCII punctuation mark and every control becomes a numeric character reference, so neither Markdown with its
extensions, nor a snippet include, nor a template language finds a mark to act on, and a block of HTML never holds a
blank line. Browsers give back the same characters.
"""

import re
import string
from functools import lru_cache

from markupsafe import Markup

_REFERENCES = {chr(number): f"&#{number};" for number in range(128)}
_SHORT = 80
"""Characters: texts below are kept."""
_UNSAFE = re.compile(f"[{re.escape(string.punctuation)}\x00-\x1f\x7f]")


def escape_words(text: object) -> Markup:
    """Escape text for an element or a quoted attribute; what is markup already stays as it is."""
    if type(text) is Markup:
        return text
    text = str(text)
    return _escape_again(text) if len(text) < _SHORT else _escape(text)


def _escape(text: str) -> Markup:
    return Markup(_UNSAFE.sub(_reference, text))  # noqa: S704  every character that could be markup is replaced


_escape_again = lru_cache(maxsize=1 << 14)(_escape)
"""For names, dates and addresses, which come again and again."""


def _reference(match: re.Match[str]) -> str:
    return _REFERENCES[match[0]]
