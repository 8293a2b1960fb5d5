"""Facts written as YAML that reads back as the same words: plain where nothing can be taken for anything else, else quoted.

Only maps, lists and words, in block style, the lists of short names in one line, as an author would write them.
"""

import json
import re
from collections.abc import Mapping

from onrecord.interchange.exchange import Fact

_PLAIN = re.compile(r"[^\W\d_](?:[\w,;.()/’“”«»%$€+ -]|[\w]'[\w]|:(?=[^\s:])){0,200}")
"""Words that YAML takes as they stand: a letter first, and no mark that begins anything."""
_PLAIN_NUMBER = re.compile(r"[0-9]{1,4}(?:-[0-9]{2}){0,2}|[0-9a-f]{64}|[0-9]+(?:\.[0-9]+)?(?:e[0-9]+)?")
_SHORT_NAME = re.compile(r"[a-z0-9][a-z0-9:-]*")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_LINE = 100


def has_unprintable(text: str) -> bool:
    """Tell whether there are characters that no value of a record may hold (YAML 1.2.2, 5.1, `c-printable`)."""
    return _UNPRINTABLE.search(text) is not None


def printable(text: str) -> str:
    """Put the replacement character in their place, in names and notes; words of a source are never changed."""
    return _UNPRINTABLE.sub("\ufffd", text)


def write_map(facts: Mapping[str, Fact], indent: int = 0) -> str:
    """Write a map, each line indented by so many blanks and ended."""
    return "".join(_member(name, value, indent) for name, value in facts.items())


def write_list(items: list[dict[str, Fact]]) -> str:
    """Write a list of maps."""
    return "".join(_item(item, 0) for item in items)


def write_words(words: str) -> str:
    """Write one scalar."""
    if (_PLAIN.fullmatch(words) or _PLAIN_NUMBER.fullmatch(words)) and words == words.strip() and words[-1] != ":":
        return words
    quoted = json.dumps(words, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _member(name: str, value: Fact, indent: int) -> str:
    margin = " " * indent
    key = name if _SHORT_NAME.fullmatch(name) or name.replace("_", "").isalnum() else write_words(name)
    if isinstance(value, str):
        return f"{margin}{key}: {write_words(value)}\n"
    if isinstance(value, Mapping):
        return f"{margin}{key}:\n{write_map(value, indent + 2)}" if value else f"{margin}{key}: {{}}\n"
    short = f"{margin}{key}: [{', '.join(each for each in value if isinstance(each, str))}]\n"
    is_short = all(isinstance(each, str) and _SHORT_NAME.fullmatch(each) for each in value)
    if is_short and len(short) <= _LONGEST_LINE:
        return short
    return f"{margin}{key}:\n" + "".join(_item(each, indent + 2) for each in value)


def _item(value: Fact, indent: int) -> str:
    margin = " " * indent
    if isinstance(value, str):
        return f"{margin}- {write_words(value)}\n"
    inner = write_map(value, indent + 2) if isinstance(value, Mapping) else ""
    return f"{margin}- {inner[indent + 2 :]}" if inner else ""
