"""YAML as an author would write it: plain where that is safe, folded where it is long."""

import json
from collections.abc import Iterable, Iterator

import regex

WIDTH = 118
_LONG = 90
_PLAIN = regex.compile(r"[\p{L}\p{N}$€£“‘«(][^:#\[\]{}\\\"'`|>&*!%@\n\t]*(?<![ :,])")
UNWRITABLE = regex.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML (1.2.2, 5.1) has no character for."""
_NO_WORDS = frozenset("true false yes no on off null y n ~".split())  # noqa: SIM905  as an author knows them
_IN_LISTS = regex.compile(r"[a-z0-9-]+")


def write_words(words: str, indent: int) -> str:
    """Write words as the value of a key that stands indented so far; every run of blanks becomes one."""
    plain = " ".join(UNWRITABLE.sub("", words).split())
    if len(plain) > _LONG:
        lines = _wrap(plain, WIDTH - indent - 2)
        return ">-" + "".join(f"\n{' ' * (indent + 2)}{line}" for line in lines)
    return write_short(plain)


def _wrap(plain: str, width: int) -> Iterator[str]:
    """Break words at single blanks into lines; `textwrap` is slow on the long turns of a transcript."""
    words = iter(plain.split(" "))
    line = next(words)
    for word in words:
        if len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}"
    yield line


def write_short(words: str) -> str:
    """Write words on one line."""
    words = UNWRITABLE.sub("", words)
    is_plain = _PLAIN.fullmatch(words) is not None and words.casefold() not in _NO_WORDS and " - " not in words
    return words if is_plain else json.dumps(words, ensure_ascii=False)


def write_list(items: Iterable[str]) -> str:
    """Write a list on one line."""
    return (
        "["
        + ", ".join(each if _IN_LISTS.fullmatch(each) else json.dumps(each, ensure_ascii=False) for each in items)
        + "]"
    )


def write_items(items: Iterable[str], indent: int) -> str:
    """Write a list with a line for each item."""
    return "".join(f"\n{' ' * indent}- {write_words(each, indent + 2)}" for each in items)
