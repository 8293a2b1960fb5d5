"""Passages that were marked in a document, as the record has them: quotes and statements under their keys."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.adding.extracted import CannotAddError, MarkedPassage
from onrecord.anchoring import FoldedText, describe, fold
from onrecord.forms import KEY
from onrecord.locations import Span
from onrecord.problems import BAD_MARK, shorten
from onrecord.yaml_words import is_printable, write_words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    key: str
    is_quote: bool
    lines: tuple[str, ...]


def write_passages(text: str, starts: tuple[int, ...], marks: tuple[MarkedPassage, ...]) -> str:
    """Write the maps of quotes and statements; `starts` is where each paragraph begins in the canonical text.

    A mark with a speaker is a quote, one without is a statement, unless it says what it is. Raises `CannotAddError` (D110) where a key is none, or
    stands twice.
    """
    if not marks:
        return ""
    folded = fold(text)
    taken = _check_keys(marks)
    entries = [_entry(mark, folded, starts[mark.paragraph], taken) for mark in marks]
    quotes = [each for each in entries if each.is_quote]
    statements = [each for each in entries if not each.is_quote]
    return "".join((*_map("quotes", quotes), *_map("statements", statements)))


def _check_keys(marks: tuple[MarkedPassage, ...]) -> set[str]:
    taken: set[str] = set()
    for key in (each.key for each in marks if each.key):
        if not KEY.admits(key):
            raise CannotAddError(BAD_MARK, f"a mark has the key `{shorten(key)}`, which is none", KEY.hint)
        if key in taken:
            raise CannotAddError(BAD_MARK, f"two marks have the key `{key}`", "give one of them another")
        taken.add(key)
    return taken


def _entry(mark: MarkedPassage, text: FoldedText, start: int, taken: set[str]) -> _Entry:
    selector = describe(text, Span(start + mark.start, start + mark.end))
    fields = {
        "text": selector.pieces[0],
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "speaker": mark.speaker,
        "context": mark.context,
        "note": mark.note,
    }
    if not all(is_printable(" ".join(words.split())) for words in (*fields.values(), *mark.topics)):
        raise CannotAddError(BAD_MARK, "a mark holds a character that a record cannot hold", "mark other words")
    lines = [f"    {name}: {write_words(' '.join(words.split()))}\n" for name, words in fields.items() if words.strip()]
    if mark.topics:
        lines.append(f"    topics: [{', '.join(map(_in_list, mark.topics))}]\n")
    is_quote = mark.kind == "quote" or (not mark.kind and bool(mark.speaker) and not mark.key.startswith("s"))
    return _Entry(key=mark.key or _next_key("q" if is_quote else "s", taken), is_quote=is_quote, lines=tuple(lines))


def _in_list(words: str) -> str:
    """Write words as an item of a list in brackets, where a comma would part them."""
    return words if KEY.admits(words) else "'{}'".format(words.replace("'", "''"))


def _next_key(letter: str, taken: set[str]) -> str:
    key = next(key for number in range(1, len(taken) + 2) if (key := f"{letter}{number:02}") not in taken)
    taken.add(key)
    return key


def _map(name: str, entries: list[_Entry]) -> Iterator[str]:
    if entries:
        yield f"{name}:\n"
    for each in entries:
        yield f"  {each.key}:\n"
        yield from each.lines
