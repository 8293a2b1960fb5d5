"""Make every character of the author's visible, so that a hostile file can neither drive a terminal nor mislead a reader.

Controls, bidi controls, joiners, variation selectors and other characters without a shape of their own are shown as
their code point, `<U+202E>`.
"""

import regex

_UNSEEN = regex.compile(r"[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]")


def make_visible(text: str) -> str:
    """Replace each character that cannot be seen by its code point; tabs and line ends too."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSEEN.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)
