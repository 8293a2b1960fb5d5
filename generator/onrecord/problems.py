"""Faults in the author's input, as values: a kind with a code, a place, and a way out.

A code is never given a second meaning. Each has a section in `docs/problems.md` and a case in `tests/problems/cases`;
a test holds the three together.
"""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.locations import Location

_SHORT = 60
"""How many characters of the author's a message repeats."""


class Severity(StrEnum):
    """How much a problem weighs: an error stops the build, a warning does so only under `--strict`."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of problem: its code, its weight, and what it says of any input that has it."""

    code: str
    severity: Severity
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault: what is wrong, where, what is there instead, and what to do."""

    kind: Kind
    location: Location
    message: str
    """One line, readable alone in a log; lower case, names in backticks."""
    notes: tuple[str, ...] = ()
    """What there is instead: the true words, the other place, the difference."""
    hint: str = ""
    """What to do about it."""

    @property
    def code(self) -> str:
        """Give the code of the kind."""
        return self.kind.code

    @property
    def is_error(self) -> bool:
        """Tell whether it stops the build even without `--strict`."""
        return self.kind.severity is Severity.ERROR


def sort_problems(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Put problems in the order in which an author meets them: by file, then by place, then by code."""
    return tuple(
        sorted(set(problems), key=lambda each: (each.location.path, each.location.start, each.code, each.message))
    )


def shorten(text: str) -> str:
    """Keep a value short enough to stand in one line of a message."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"


def _error(code: str, title: str) -> Kind:
    return Kind(code, Severity.ERROR, title)


def _warning(code: str, title: str) -> Kind:
    return Kind(code, Severity.WARNING, title)


# Family T, a file as text.
NOT_UTF8 = _error("T101", "file is not UTF-8")
CONTROL_CHARACTER = _error("T102", "file holds a control character")
FILE_MISSING = _error("T103", "file is missing or cannot be read")
OUTSIDE_CONTENT = _error("T104", "file lies outside the content folder")
BAD_FILE_NAME = _error("T105", "file name is not a key")
UNREAD_FILE = _warning("T106", "file is not read")

# Family Y, YAML as such.
YAML_SYNTAX = _error("Y101", "YAML cannot be read")
YAML_FEATURE = _error("Y102", "YAML anchors, aliases and tags are not used here")
YAML_DEPTH = _error("Y103", "YAML is nested too deeply")
YAML_DUPLICATE = _error("Y104", "key stands twice in one map")
YAML_COMMENT = _error("Y105", "words are cut short by a comment")
YAML_DOCUMENTS = _error("Y106", "file holds more than one YAML document")
YAML_SPLIT = _error("Y107", "words are split at a comma")

# Family V, values.
UNKNOWN_FIELD = _error("V101", "field is not known")
MISSING_FIELD = _error("V102", "field is missing")
WRONG_SHAPE = _error("V103", "value has the wrong shape")
BAD_VALUE = _error("V104", "value is not in its form")
BAD_KEY = _error("V105", "key is not well formed, or reserved")

# Family N, names.
UNKNOWN_NAME = _error("N101", "name is not known")
CLASHING_NAME = _error("N102", "name stands for two things")
CODEBOOK_CYCLE = _error("N103", "topics are parents of each other")
SHARED_ALIAS = _warning("N104", "two speakers share a name")
UNUSED_TOPIC = _warning("N105", "topic is never used")
UNUSED_SPEAKER = _warning("N106", "speaker is never used")
NO_ROLE = _warning("N107", "speaker had no role on that date")
SELF_LINK = _error("N108", "passage links to itself")
DUPLICATE_LINK = _warning("N109", "link stands twice")
NO_SPEAKER = _error("N110", "quote has no speaker")
NO_TOPIC = _warning("N111", "passage has no topic")

# Family S, sources.
NO_TEXT = _error("S101", "source has no stored words")
HASH_DIFFERS = _error("S102", "stored words are not those that were annotated")
NO_HASH = _warning("S103", "source has no hash yet")
NO_RECORD = _warning("S104", "stored words have no record")
MISSING_RECORD = _error("S105", "record of a source that is cited is missing")
NO_SOURCE = _error("S106", "source that is cited does not exist")

UNCONFIRMED = _warning("S107", "record holds what nobody has confirmed")
OLDER_WORDS = _warning("S108", "briefing cites words that its source no longer has")
ORIGINAL_DIFFERS = _warning("S109", "original is not the document that the words were taken from")

# Family D, documents to be added.
UNREADABLE_DOCUMENT = _error("D101", "document is not what its name says, or is damaged")
NO_WORDS = _error("D102", "document holds no words")
LOCKED = _error("D103", "document is locked")
TOO_LARGE = _error("D104", "document is too large")
UNSAFE_DOCUMENT = _error("D105", "document holds what no document needs")
UNKNOWN_ENCODING = _error("D106", "encoding of the document is not known")
KEY_TAKEN = _error("D107", "there is a source of that key")
UNREADABLE_RECORD = _error("D108", "record cannot be changed safely")
EARLIER_VERSION = _error("D109", "source is an earlier version")
BAD_MARK = _error("D110", "mark in the document cannot be read")

# Family Q, anchoring.
CHANGED = _error("Q101", "quote not found word for word in its source")
AMBIGUOUS = _error("Q102", "words stand in the source more than once")
ELSEWHERE = _error("Q103", "words stand in another source")
ORPHAN = _error("Q104", "words are in no source")
CUT = _error("Q105", "words cut a word or a number of the source in two")
CONTEXT_DIFFERS = _error("Q106", "words stand there, but not between this prefix and suffix")
OUT_OF_ORDER = _error("Q107", "pieces do not follow each other in the source")
OUTSIDE_PASSAGE = _error("Q108", "words lie outside their passage")
RUNS_OVER_MARKS = _warning("Q109", "passage runs over a closing and a new opening mark")
UNCOVERED_MARKS = _warning("Q110", "quotation marks of the source lie in no quote")
SAME_PASSAGE = _warning("Q111", "two passages are the same words")
INVISIBLE = _warning("Q112", "passage holds characters that cannot be seen")
SPEECH_TAG = _warning("Q113", "words of the reporter stand in a quote")
MARKS_AROUND = _warning("Q114", "quotation marks stand around the words")

# Family F, figures.
WRONG_NUMBER = _error("F101", "value does not follow from the words")
WRONG_UNIT = _error("F102", "unit does not follow from the words")
RANGE_NEEDED = _error("F103", "words state a range")
WRONG_APPROXIMATE = _warning("F104", "words and entry differ on whether it is approximate")
UNREADABLE_FIGURE = _warning("F105", "words of the figure cannot be read as a number")
LOW_OVER_HIGH = _error("F106", "range is upside down")

# Family B, briefings.
FRONT_MATTER = _error("B101", "front matter is missing or broken")
SECOND_BRIEFING = _error("B102", "topic has two briefings")
UNKNOWN_CITATION = _error("B103", "briefing cites a passage that does not exist")

# Family B2, checked prose.
NOT_IN_PASSAGE = _error("B201", "quotation is not word for word in its passage")
QUOTATION_WITHOUT_KEY = _warning("B202", "quotation has no key")
BLOCK_QUOTE_WITHOUT_KEY = _warning("B203", "block quote has no key")
KEY_POINT_WITHOUT_EVIDENCE = _warning("B204", "key point has no evidence")
QUOTED_STATEMENT = _warning("B205", "quotation is of words that are not direct speech")
OMITS_WEIGHTY = _warning("B206", "omission passes over a negation or a figure")
OMITS_SENTENCE_END = _warning("B207", "omission passes over the end of a sentence without brackets")
BAD_OMISSION = _error("B208", "omission is not one that may be")
BAD_BRACKETS = _error("B209", "brackets stand for what they may not")
KEY_POINT_ON_NARRATION = _warning("B210", "key point rests on narration alone")
LONE_MARK = _error("B211", "quotation mark has no partner")
UNKNOWN_PLACEMENT = _error("B212", "nothing of that name can be placed in prose")
MISPLACED = _error("B213", "comment that places something does not stand alone")
UNREAD_HTML = _warning("B214", "words in raw HTML are not checked")
TOO_DEEP = _error("B215", "Markdown is nested too deeply")
UNKNOWN_ATTRIBUTE = _warning("B216", "attribute is not known")
KEY_WITHOUT_BRACKETS = _warning("B217", "key does not stand in square brackets")
PLACED_TWICE = _warning("B218", "the same thing is placed twice")
KEY_IN_LINK = _error("B219", "citation stands in the words of a link")
UNKNOWN_FOOTNOTE = _warning("B220", "footnote is not defined")

# Family P, pages.
PAGE_CLASH = _error("P101", "generated page and hand-written page have one address")
UNKNOWN_LANGUAGE = _warning("P102", "site is in a language that has no words for it")
THEME_LANGUAGE = _warning("P103", "briefings and theme are in different languages")
UNPRINTABLE = _error("P104", "no font of the print has a character")
TEMPLATE_FAULT = _error("P105", "template of the print cannot be used")

# Family X, files of other programs.
FOREIGN_UNREADABLE = _error("X101", "file to import cannot be read")
NOT_PROVEN = _warning("X102", "imported passage is not proven")
CUTS_WORDS = _warning("X103", "imported passage cuts a word or a number in two")
FALSE_LABEL = _warning("X104", "imported passage is not what its file calls it")
NOT_TAKEN = _warning("X105", "something in the file has no place in a project")
NO_SAFE_PLACE = _error("X106", "file of the project has no safe place for what is imported")

KINDS: tuple[Kind, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Kind))
"""Every kind there is, in the order of their codes' families."""
