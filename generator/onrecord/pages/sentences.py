"""Sentences of the editor's prose as plain text: what a list leads with, and what a citation stands behind.

No grammar is known. A sentence ends at a full stop, question or exclamation mark before blanks and a capital letter;
where that is wrong, it is longer than it need be.
"""

import re

_LEFT_OUT = re.compile(r"\s*\[[^\[\]]*@[^\[\]]*\]|\s*\{\.[^{}]*\}|[*`]+|\b_+|_+\b")
_TEXT_LINK = re.compile(r"\[([^\[\]]*)\]\([^)\s]*\)")
_BLOCK_EDGE = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+>|#]|\d+[.)])[ \t>])")
_MARKER = re.compile(r"\s*(?:(?:[-*+>]|\d+[.)]|#+|\[\^[^\[\]]*\]:)[ \t]+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)*_]*(?:\s*\[[^\[\]]*@[^\[\]]*\])*\s+")
_BEFORE_CAPITAL = "\"'“‘„«(*_["
_LONGEST = 1000
"""How far around a citation its sentence is looked for, in code points."""


def plain_words(markdown: str) -> str:
    """Give prose on one line, without citations, emphasis and the addresses of links."""
    return " ".join(_LEFT_OUT.sub("", _TEXT_LINK.sub(r"\1", markdown)).split())


def sentence_at(prose: str, position: int) -> str:
    """Give the sentence that a citation at this position stands in or behind; nothing where it stands alone."""
    start, end = max(0, position - _LONGEST), min(len(prose), position + _LONGEST)
    edges = [match.span() for match in _BLOCK_EDGE.finditer(prose, start, end)]
    edges += [match.span() for match in _SENTENCE_END.finditer(prose, start, end) if _is_capital_at(prose, match.end())]
    first = max((until for _, until in edges if until <= position), default=start)
    last = min((at for at, until in edges if until > position), default=end)
    sentence = prose[first : _end_of(prose, last, end)]
    words = plain_words(sentence[_marker_of(sentence) :]).removesuffix("[").strip()
    return " · ".join(cell.strip() for cell in words.strip("|").split("|")).strip(" ·") if words[:1] == "|" else words


def _is_capital_at(prose: str, position: int) -> bool:
    return prose[position : position + 9].lstrip(_BEFORE_CAPITAL)[:1].isupper()


def _end_of(prose: str, position: int, end: int) -> int:
    """Take in the marks and citations that a sentence ends with."""
    match = _SENTENCE_END.match(prose, position, end)
    return match.end() if match else position


def _marker_of(sentence: str) -> int:
    match = _MARKER.match(sentence)
    return match.end() if match else 0
