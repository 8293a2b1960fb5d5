"""Why YAML could not be read, in the author's words: a message, a place and a way out for each well-known trap.

libyaml says where it gave up, which is often not where the author went wrong: each rule here looks at one way of
failing, and the first one that knows it gives the answer. Nothing here reads YAML.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

QUOTE_HINT = "put the words in quotation marks, or write a block: `text: |-` and the words on the next line, indented"
INDENT_HINT = "indent it as the lines around it are"

_NAMES = {"\t": "a tab", "@": "`@`", "`": "a backtick", "%": "`%`"}
_COMMENT_THEN_INDENT = re.compile(r"[ \t]+#[^\n]*\n[ \n]*")
_STRANGE_INDENT = re.compile(r"[ \t-]*[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]+")
"""Blanks that are none to YAML, before the words of a line."""
_FIELD_WITHOUT_COLON = re.compile(
    r"(?P<indent>[ ]*(?:- +)?)(?P<name>[a-z][a-z0-9_-]{0,30})(?:(?: +|:)(?P<value>\S.*?))?\s*"
)
_SHOWN = 40
"""How many code points of a value a hint repeats."""
_FIELD_ALONE = re.compile(r"[ -]*[\w-]{1,60}")
"""A longer one is no name of a field, and is not to be repeated in a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """How libyaml gave up: its own words, and positions in the text it was given."""

    text: str
    start: int
    """Where the YAML begins in the text."""
    context: str
    problem: str
    opened_at: int
    """Where what could not be finished began; `at` where libyaml does not say."""
    at: int
    """Where it gave up."""
    last: tuple[int, int]
    """Where the last words, or the last bracketed list or map, were read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What to tell the author."""

    message: str
    hint: str
    start: int
    end: int


def explain_failure(failure: Failure) -> Fault:
    """Find the rule that knows this failure; libyaml's own words where none does."""
    for rule in _RULES:
        fault = rule(failure)
        if fault is not None:
            return fault
    return _fault(failure, failure.at, failure.problem or "this is not YAML", INDENT_HINT)


def _strange_indent(failure: Failure) -> Fault | None:
    """Look for blanks that YAML takes for words in the lines that failed, and in the one above them."""
    start = failure.text.rfind("\n", failure.start, min(failure.opened_at, failure.at)) + 1
    start = max(failure.start, failure.text.rfind("\n", failure.start, max(failure.start, start - 1)) + 1)
    while failure.start <= start <= failure.at:
        if _STRANGE_INDENT.match(failure.text, start) is not None:
            return _fault(failure, start, "a blank that is none to YAML indents this line", "indent with plain blanks")
        start = failure.text.find("\n", start) + 1 or -1
    return None


def _field_without_colon(failure: Failure) -> Fault | None:
    """Find a field whose colon is missing: the line itself, or the one above it, of which YAML makes one key."""
    if failure.problem == "could not find expected ':'":
        start = max(failure.start, failure.text.rfind("\n", failure.start, failure.opened_at) + 1)
    elif failure.problem == "mapping values are not allowed in this context":
        line = max(failure.start, failure.text.rfind("\n", failure.start, failure.at) + 1)
        start = _line_above(failure.text, line, failure.start)
    else:
        return None
    end = failure.text.find("\n", start) if start >= 0 else -1
    match = (
        _FIELD_WITHOUT_COLON.fullmatch(failure.text, start, end if end >= 0 else len(failure.text))
        if start >= 0
        else None
    )
    if match is None:
        return None
    name, value = match["name"], match["value"]
    shown = value if value is None or len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    written = f"{name}: {shown}" if shown else f"{name}:"
    hint = f"write `{written}`; words that go on from the line above are indented deeper, and items of a list begin with `- `"
    return _fault(failure, match.start("name"), f"this line is no field: is `: ` missing behind `{name}`?", hint)


def _line_above(text: str, start: int, beginning: int) -> int:
    """Find the line above that is indented like this one, and that this one was joined to; -1 where there is none."""
    indent = _indent_of(text, start)
    while start > beginning:
        start = max(beginning, text.rfind("\n", beginning, start - 1) + 1)
        if text[start : text.find("\n", start)].strip() and _indent_of(text, start) <= indent:
            return start if _indent_of(text, start) == indent else -1
    return -1


def _indent_of(text: str, start: int) -> int:
    """Count the blanks and list marks that a line begins with."""
    match = re.compile(r"[ ]*(?:- +)?").match(text, start)
    return match.end() - start if match else 0


def _mark_never_closed(failure: Failure) -> Fault | None:
    if failure.context != "while scanning a quoted scalar":
        return None
    return _fault(failure, failure.opened_at, "the quotation mark that opens here is never closed", QUOTE_HINT)


def _words_after_mark(failure: Failure) -> Fault | None:
    start, end = failure.last
    if failure.problem != "did not find expected key" or failure.text[end : failure.at].strip(" \t"):
        return None
    opening = failure.text[start : start + 1]
    if opening in {'"', "'"}:
        return _fault(failure, start, _where_mark_closes(failure.text, start, end), QUOTE_HINT)
    if opening in {"[", "{"}:
        return _fault(failure, start, f"words that begin with `{opening}` are a list or map to YAML", QUOTE_HINT)
    return None


def _where_mark_closes(text: str, start: int, end: int) -> str:
    line = text.count("\n", 0, end) + 1
    where = f" in line {line}" if "\n" in text[start:end] else ""
    return f"the quotation mark that opens here is closed{where}, and words go on after it"


def _comment_in_words(failure: Failure) -> Fault | None:
    between = failure.text[failure.last[1] : failure.at]
    if failure.problem != "did not find expected key" or not _COMMENT_THEN_INDENT.fullmatch(between):
        return None
    start = failure.last[1] + between.index("#")
    return _fault(failure, start, "a comment cuts these words in two", QUOTE_HINT)


def _colon_in_words(failure: Failure) -> Fault | None:
    if failure.problem != "mapping values are not allowed in this context":
        return None
    line_start = failure.text.rfind("\n", 0, failure.at) + 1
    if _FIELD_ALONE.fullmatch(failure.text, line_start, failure.at):
        name = failure.text[line_start : failure.at].strip(" -")
        message = f"`{name}` is indented deeper than the field before it"
        return _fault(failure, failure.at - len(name), message, INDENT_HINT)
    first_word = failure.at - len(failure.text[line_start : failure.at].lstrip())
    start = max(first_word, failure.last[0])
    return _fault(failure, start, "`: ` stands inside words, where YAML takes it for a field", QUOTE_HINT)


def _character_that_opens_nothing(failure: Failure) -> Fault | None:
    if failure.problem != "found character that cannot start any token":
        return None
    character = failure.text[failure.at : failure.at + 1]
    if character == "\t":
        return _fault(failure, failure.at, "a tab indents this line", "indent with blanks")
    return _fault(failure, failure.at, f"words cannot begin with {_NAMES.get(character, character)}", QUOTE_HINT)


def _tab(failure: Failure) -> Fault | None:
    if "tab character" not in failure.problem:
        return None
    return _fault(failure, failure.at, "a tab indents this line", "indent with blanks")


def _bracket_never_closed(failure: Failure) -> Fault | None:
    if failure.context not in {"while parsing a flow sequence", "while parsing a flow mapping"}:
        return None
    opening = failure.text[failure.opened_at : failure.opened_at + 1]
    message = f"the list or map that opens with `{opening}` here is not closed, or lacks a comma"
    return _fault(failure, failure.opened_at, message, QUOTE_HINT)


def _line_without_colon(failure: Failure) -> Fault | None:
    if failure.problem != "could not find expected ':'":
        return None
    message = "this line is no field, and is not indented like the words above it"
    return _fault(failure, failure.opened_at, message, f"indent it; or {QUOTE_HINT}")


def _block_header(failure: Failure) -> Fault | None:
    if failure.context != "while scanning a block scalar":
        return None
    opening = failure.text[failure.opened_at : failure.opened_at + 1]
    return _fault(failure, failure.opened_at, f"words cannot begin with `{opening}`, which opens a block", QUOTE_HINT)


def _anchor_or_tag(failure: Failure) -> Fault | None:
    if not re.search(r"\b(?:anchor|alias|tag)\b", failure.context):
        return None
    opening = failure.text[failure.opened_at : failure.opened_at + 1]
    return _fault(failure, failure.opened_at, f"words cannot begin with `{opening}`", QUOTE_HINT)


def _escape(failure: Failure) -> Fault | None:
    if failure.context != "while parsing a quoted scalar":
        return None
    hint = r"write `\\` for a backslash in double quotation marks, or use single ones"
    return _fault(failure, failure.at, r"`\` and what follows it mean nothing to YAML", hint)


def _dash_in_words(failure: Failure) -> Fault | None:
    if failure.problem != "block sequence entries are not allowed in this context":
        return None
    return _fault(failure, failure.at, "`- ` opens an item of a list only on a line of its own", QUOTE_HINT)


def _question_mark(failure: Failure) -> Fault | None:
    if failure.problem != "mapping keys are not allowed in this context":
        return None
    return _fault(failure, failure.at, "words cannot begin with `? `", QUOTE_HINT)


def _node_expected(failure: Failure) -> Fault | None:
    if failure.problem != "did not find expected node content":
        return None
    character = failure.text[failure.at : failure.at + 1]
    if character.strip():
        return _fault(failure, failure.at, f"words cannot begin with `{character}`", QUOTE_HINT)
    start = max(failure.text.rfind(opening, 0, failure.at) for opening in "[{")
    return _fault(
        failure, start, f"the list or map that opens with `{failure.text[start]}` here is not closed", QUOTE_HINT
    )


def _indentation(failure: Failure) -> Fault | None:
    if failure.problem not in {
        "did not find expected key",
        "did not find expected '-' indicator",
        "did not find expected <document start>",
    }:
        return None
    return _fault(failure, failure.at, "this line does not belong to what stands above it", INDENT_HINT)


_RULES: tuple[Callable[[Failure], Fault | None], ...] = (
    _strange_indent,
    _field_without_colon,
    _mark_never_closed,
    _words_after_mark,
    _comment_in_words,
    _colon_in_words,
    _character_that_opens_nothing,
    _tab,
    _bracket_never_closed,
    _line_without_colon,
    _block_header,
    _anchor_or_tag,
    _escape,
    _dash_in_words,
    _question_mark,
    _node_expected,
    _indentation,
)


def _fault(failure: Failure, start: int, message: str, hint: str) -> Fault:
    """Place a fault from `start` to the end of its line."""
    line_end = failure.text.find("\n", start)
    end = line_end if line_end >= 0 else len(failure.text)
    return Fault(message=message, hint=hint, start=start, end=start + len(failure.text[start:end].rstrip()))
