"""Marks in a text: highlights with attributes, CriticMarkup, and Obsidian's block ids, taken out and kept as passages.

`==words=={#q04 by=mayor topics="a b"}` and `{==words==}{>>a note<<}` mark words, ` ^q04` at the end of a paragraph marks
all of it. What CriticMarkup suggests is no word of the source: additions go, deletions stay.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from onrecord.adding.extracted import CannotAddError, MarkedPassage
from onrecord.problems import BAD_MARK, shorten

_HIGHLIGHT = r"(?<![={])==(?![=\s])(?P<words>(?:(?!\n[^\S\n]*\n)[^=]|=(?!=)){1,5000}?)(?<!\s)==(?![=}])(?:\{(?P<given>[^{}\n]*)\})?"
_CRITIC = r"\{==(?P<critic>(?:(?!==\}).){1,5000}?)==\}(?:\s?\{>>(?P<note>(?:(?!<<\}).){0,5000}?)<<\})?(?:\{(?P<given_too>[#.][^{}\n]*)\})?"
_COMMENT = r"\{>>(?P<comment>(?:(?!<<\}).){0,5000}?)<<\}"
_ADDITION = r"\{\+\+(?P<addition>(?:(?!\+\+\}).){0,5000}?)\+\+\}"
_DELETION = r"\{--(?P<deletion>(?:(?!--\}).){0,5000}?)--\}"
_SUBSTITUTION = r"\{~~(?P<before>(?:(?!~>).){0,5000}?)~>(?:(?!~~\}).){0,5000}?~~\}"
_BLOCK_ID = r"[^\S\n]\^(?P<block>[A-Za-z0-9-]+)[^\S\n]*(?=\n[^\S\n]*(?:\n|\Z)|\Z)"
_MARK = re.compile(f"{_CRITIC}|{_HIGHLIGHT}|{_COMMENT}|{_ADDITION}|{_DELETION}|{_SUBSTITUTION}|{_BLOCK_ID}", re.DOTALL)
_EXPLICIT = re.compile(r"==\S[^\n]*?==\{[^{}\n]*\}|\{==.+?==\}|\{>>.*?<<\}", re.DOTALL)
_ATTRIBUTE = re.compile(r"\s*(?:#(?P<key>[^\s}]+)|(?P<name>[\w-]+)=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^\s\"}]+)))")
_NAMES = ("by", "topics", "note", "context", "as")
_KINDS = ("quote", "statement")
_PRIVATE = range(0xE000, 0xF900)
"""Characters that no font draws and no text should have; those that it does not have stand for the edges of marks."""
_PAIRS = {"“": "”", '"': '"', "«": "»", "„": "“", "‘": "’"}


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text whose marks are signs of one character each, and what the marks say, in their order."""

    text: str
    start: str
    end: str
    block: str
    """Stands at the end of a paragraph that is marked as a whole."""
    marks: tuple[MarkedPassage, ...]
    blocks: tuple[MarkedPassage, ...]
    remarks: tuple[str, ...]

    def take_out(self, paragraphs: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[MarkedPassage, ...]]:
        """Take the signs out of paragraphs, and give what they marked; raises `CannotAddError` (D110)."""
        found = _Taking(self)
        clean = tuple(found.take_out(number, each) for number, each in enumerate(paragraphs))
        if found.opened is not None:
            raise _bad_mark("a mark runs over the end of a paragraph", "mark each paragraph by itself")
        kept = tuple(each for each in found.passages if each.start < each.end)
        return clean, kept


def has_marks(text: str) -> bool:
    """Tell whether a text has marks that nobody would write for another reason."""
    return _EXPLICIT.search(text) is not None


def read_marks(text: str) -> MarkedText:
    """Put signs in the place of all marks; raises `CannotAddError` where an attribute cannot be read (D110)."""
    there = set(text)
    start, end, block = list(_free(there))[:3]
    found = _Reading(start, end, block)
    replaced = _MARK.sub(found.replace, text)
    return MarkedText(
        text=replaced,
        start=start,
        end=end,
        block=block,
        marks=tuple(found.marks),
        blocks=tuple(found.blocks),
        remarks=tuple(found.remarks()),
    )


def _free(there: set[str]) -> Iterator[str]:
    return (chr(code) for code in _PRIVATE if chr(code) not in there)


@dataclass(slots=True)
class _Reading:
    start: str
    end: str
    block: str
    marks: list[MarkedPassage] = field(default_factory=list)
    blocks: list[MarkedPassage] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    suggestions: int = 0

    def replace(self, match: re.Match[str]) -> str:
        words = match["words"] or match["critic"]
        if words is not None:
            mark = _read_attributes(match["given"] or match["given_too"] or "")
            note = " ".join((match["note"] or "").split())
            self.marks.append(replace(mark, note=note) if note else mark)
            return f"{self.start}{words}{self.end}"
        if match["block"] is not None:
            self.blocks.append(MarkedPassage(paragraph=0, start=0, end=0, key=match["block"].lower()))
            return self.block
        if match["comment"] is not None:
            self.comments.append(" ".join(match["comment"].split()))
            return ""
        self.suggestions += 1
        return match["deletion"] or match["before"] or ""

    def remarks(self) -> Iterator[str]:
        if self.comments:
            yield f"comments on no words are left out: {'; '.join(map(shorten, self.comments))}"
        if self.suggestions:
            yield "changes that CriticMarkup suggests are not made: what is added is left out, what is deleted stays"


def _read_attributes(given: str) -> MarkedPassage:
    values: dict[str, str] = {}
    at = 0
    while given[at:].strip():
        match = _ATTRIBUTE.match(given, at)
        name = "key" if match and match["key"] else match["name"] if match else ""
        if match is None or (name != "key" and name not in _NAMES):
            raise _bad_mark(
                f"`{{{shorten(given)}}}` cannot be read behind marked words",
                f"write the key as `#q01`, and others as {', '.join(f'`{each}=…`' for each in _NAMES)}",
            )
        values[name] = match["key"] or match["quoted"] or match["bare"] or ""
        at = match.end()
    if values.get("as", "quote") not in _KINDS:
        raise _bad_mark(f"`as={shorten(values['as'])}` is no kind of passage", "write `as=quote` or `as=statement`")
    return MarkedPassage(
        paragraph=0,
        start=0,
        end=0,
        key=values.get("key", ""),
        speaker=values.get("by", ""),
        topics=tuple(values.get("topics", "").replace(",", " ").split()),
        note=values.get("note", ""),
        context=values.get("context", ""),
        kind=values.get("as", ""),
    )


def _bad_mark(message: str, hint: str) -> CannotAddError:
    return CannotAddError(BAD_MARK, message, hint)


class _Taking:
    """Takes signs out of one paragraph after the other."""

    def __init__(self, marked: MarkedText) -> None:
        self._marked = marked
        self._marks = iter(marked.marks)
        self._blocks = iter(marked.blocks)
        self.opened: int | None = None
        self.passages: list[MarkedPassage] = []

    def take_out(self, number: int, paragraph: str) -> str:
        if self.opened is not None:
            return paragraph
        clean = ""
        for piece in re.split(f"([{self._marked.start}{self._marked.end}{self._marked.block}])", paragraph):
            if piece == self._marked.start:
                self.opened = len(clean)
            elif piece == self._marked.end and self.opened is not None:
                start, end = _without_marks(clean, self.opened, len(clean))
                self.passages.append(replace(next(self._marks), paragraph=number, start=start, end=end))
                self.opened = None
            elif piece == self._marked.block:
                self.passages.append(replace(next(self._blocks), paragraph=number, start=0, end=len(clean)))
            else:
                clean += piece
        return clean


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out blanks at the edges, and quotation marks around all of the words."""
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    if end - start > 2 and _PAIRS.get(text[start]) == text[end - 1]:  # noqa: PLR2004  the two marks, and something in them
        return start + 1, end - 1
    return start, end
