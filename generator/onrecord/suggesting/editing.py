"""Text edits of YAML files that people write: every comment, blank and line stays but for what is put in or taken out.

All are functions of texts; None where the text is written in a way that no edit is safe in, such as a map in braces.
"""

from collections.abc import Iterable, Sequence

import regex

from onrecord.suggesting.yaml_writing import write_items, write_words

_TOP = regex.compile(r"^(?P<name>[A-Za-z_]\w*)\s*:(?P<rest>[^\n]*)$", regex.MULTILINE)
_LINE = regex.compile(r"\n([^\n]*)")
_COMMENT = regex.compile(r"\s*(?:#.*)?")
_EMPTY = regex.compile(r"\s*(?:\[\s*\]|\{\s*\})(?P<comment>\s+#.*|\s*)")
_FLOW = regex.compile(r"\s*\[(?P<items>[^\[\]#\"']*)\]\s*(?:#.*)?")
_ORDER = ("participants", "noise", "left_out", "note", "aliases", "quotes", "statements", "events")


def insert_entries(text: str, field: str, entries: str) -> str | None:
    """Put entries, indented by two, at the end of the map of a field at the top; the field is made where it is missing."""
    head = _find_top(text, field)
    if head is None:
        return _insert_field(text, field, f"{field}:\n{entries}")
    empty = _EMPTY.fullmatch(head["rest"])
    if empty is not None:
        at = head.start("rest")
        return f"{text[:at]}{empty['comment'] or ''}\n{entries.rstrip(chr(10))}{text[head.end() :]}"
    if _COMMENT.fullmatch(head["rest"]) is None:
        return None
    start, end = head.end(), _block_end(text, head.end())
    block = text[start:end]
    indent = next((len(line) - len(line.lstrip()) for line in block.split("\n") if _is_content(line)), 2)
    moved = _reindent(entries, indent)
    body = text[:end].rstrip("\n")
    is_spaced = "\n\n" in block.strip("\n")
    return f"{body}\n{chr(10) if is_spaced else ''}{moved}{text[end:]}"


def add_items(text: str, field: str, items: Sequence[str]) -> str | None:
    """Put items at the end of the list of a field at the top; the field is made where it is missing."""
    head = _find_top(text, field)
    if head is None:
        return _insert_field(text, field, f"{field}:{write_items(items, 2)}\n")
    flow = _FLOW.fullmatch(head["rest"])
    if flow is not None and all(regex.fullmatch(r"[\w-]+", each) for each in items):
        at = head.start("rest") + flow.end("items")
        joined = ", ".join(items)
        return f"{text[:at]}{', ' if flow['items'].strip() else ''}{joined}{text[at:]}"
    if _COMMENT.fullmatch(head["rest"]) is None:
        return None
    end = _block_end(text, head.end())
    block = text[head.end() : end]
    indent = next((len(line) - len(line.lstrip()) for line in block.split("\n") if _is_content(line)), 2)
    added = "".join(f"{' ' * indent}- {write_words(each, indent + 2)}\n" for each in items)
    return text[:end].rstrip("\n") + "\n" + added + text[end:]


def add_top_entries(text: str, entries: str) -> str:
    """Put entries, indented by two, at the end of a file that is a map of them."""
    body = text.rstrip("\n")
    return f"{body}\n\n{_reindent(entries, 0)}" if body else _reindent(entries, 0)


def cut_lines(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """Take lines out, from the first to the last of each range, counted from 1."""
    gone = {number for first, last in ranges for number in range(first, last + 1)}
    lines = text.split("\n")
    return "\n".join(line for number, line in enumerate(lines, start=1) if number not in gone)


def drop_empty(text: str, field: str) -> str:
    """Take out a field at the top that has nothing below it any more."""
    head = _find_top(text, field)
    if head is None or _COMMENT.fullmatch(head["rest"]) is None:
        return text
    end = _block_end(text, head.end())
    if any(_is_content(line) for line in text[head.end() : end].split("\n")):
        return text
    return text[: head.start()] + text[end:].lstrip("\n")


def _find_top(text: str, field: str) -> regex.Match[str] | None:
    return next((match for match in _TOP.finditer(text) if match["name"] == field), None)


def _block_end(text: str, at: int) -> int:
    """Give where the block below a top-level key ends: behind its last line that is indented."""
    end = at
    for line in _LINE.finditer(text, at):
        if line[1].strip() and not line[1][0].isspace() and not line[1].startswith(("#", "- ")):
            break
        if line[1].strip() and (line[1][0].isspace() or line[1].startswith("- ")):
            end = line.end()
    return end + (text[end : end + 1] == "\n")


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.strip().startswith("#")


def _reindent(entries: str, indent: int) -> str:
    lines = entries.rstrip("\n").split("\n")
    return "".join(f"{' ' * indent}{line[2:]}\n" if line.strip() else "\n" for line in lines)


def _insert_field(text: str, field: str, block: str) -> str:
    """Put a new field where it belongs among those of a record."""
    later = _ORDER[_ORDER.index(field) + 1 :] if field in _ORDER else ()
    following = next((match for match in _TOP.finditer(text) if match["name"] in later), None)
    if following is None:
        body = text.rstrip("\n")
        return f"{body}\n\n{block}" if body else block
    at = _before_comments(text, following.start())
    return f"{text[:at]}{block}\n{text[at:]}"


def _before_comments(text: str, at: int) -> int:
    """Give where the comment lines right before a line begin."""
    while at > 0:
        start = text.rfind("\n", 0, at - 1) + 1
        if not text[start : at - 1].startswith("#"):
            break
        at = start
    return at
