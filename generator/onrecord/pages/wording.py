"""The interface's own words, in English.

Every word that a page says by itself is here and nowhere else, so that another language is another such module;
the author's words (titles, labels, contexts) and the sources' are never here.
"""

from collections.abc import Sequence

from onrecord.model import PassageKind, Relation

HOME = "Home"
TOPICS = "Topics"
SOURCES = "Sources"
SPEAKERS = "Speakers"
QUOTES = "Quotes"
ALL_QUOTES = "All quotes"
STATEMENTS = "Statements"
FIGURES = "Figures"
TIMELINE = "Timeline"
BROWSE = "Browse"

AS_OF = "As of"
AS_OF_DATE = "as of {date}"
STATUS = "Status"
VERSION_NUMBER = "version {version}"
EDITOR = "Editor"
EVIDENCE = "Evidence"
NOT_HEARD = "Not heard"
NOT_HEARD_CELL = "not heard"
NO_OWN_WORDS = "No words of their own here:"
NOTHING = "nothing"
POSITIONS = "Positions"
CONTRASTS = "Agreements and contrasts"
REFERENCES = "Cited passages"
CITED_PASSAGE = "Cited passage {number}"
SUBTOPICS = "Subtopics"
PART_OF_TOPIC = "Part of"
CHANGE_LOG = "Change log"
NO_BRIEFING = "No briefing is written on this topic yet. What the sources say is below."
OWN_PASSAGES = "This page shows what is filed under the topic itself. Its subtopics have pages of their own."
NOTHING_FILED = "Nothing is filed under this topic itself."
SHOWN_ABOVE = "Shown above:"
JUDGMENT = "the editor’s judgment"

SIDE = "Side"
SPEAKER = "Speaker"
ROLE = "Role"
ROLES = "Roles"
NAME = "Name"
KIND = "Kind"
DATE = "Date"
TITLE = "Title"
TOPIC = "Topic"
SOURCE = "Source"
WORDS = "Words"
KEY = "Key"
STATE = "State"
OWN_WORDS = "In their own words"
REPORTED_WORDS = "Reported, not quoted"
CONTEXT = "Context"
NOTE = "Note"
AS_IN_SOURCE = "As in the source"
SIC_MARK = "[sic]"
SIC_TITLE = "so in the source"
GAP_MARK = "[…]"
GAP_NAME = "words left out"
MORE = "…"
PART_OF = "Part of"
PARTS = "Parts"
ALSO_IN = "Also in"
LINKS = "Links"
BACK_TO_USE = "Back to citation {number}"
USE_NUMBER = "Citation {number}"
SEE_IN_SOURCE = "See in the source"
PERMALINK = "Link"
PERMALINK_OF = "Link to {key}"
COPY = "Copy"
COPY_AS = "Copy as {form}"
COPIED = "Copied"
CITE = "Cite"
OTHER_FORMS = "Other forms"
CITE_PAGE = "Cite this page"
BRIEFING = "briefing"
AS_TEXT = "text"
AS_MARKDOWN = "Markdown"
AS_HTML = "HTML"
AS_BIBTEX_ENTRY = "BibTeX"
AS_RIS = "RIS"
AS_CSL = "CSL-JSON"
USED_IN = "Used in"
FILED_UNDER = "Topics"
MENTIONS = "Mentions"
BECAUSE = "because"
ABOUT = "About"

PUBLISHER = "Publisher"
DATE_BASIS = "How it was established:"
ADDRESS = "Address"
ARCHIVED = "Archived copy"
RETRIEVED = "Retrieved"
LANGUAGE = "Language"
TRANSLATION = "Translation"
PRESENT = "Present"
HASH = "SHA-256 of the stored words"
VERIFY = "Verify this page"
VERIFIED = "As stated: the text has this hash, and {number} passages are where they are said to be."
NOT_VERIFIED = "Not as stated: {what}."
THE_TEXT = "The text"
TEXT_NOTE = (
    "The words as stored, unchanged. Passages are underlined: quotes solid, statements dotted. Page furniture is grey."
)
STEPS = "From passage to passage"
PREVIOUS = "Previous"
NEXT = "Next"
STEP_OF = "{key}, {number} of {all}"
STEP_KEYS = "keys j and k"
FILTER = "Filter"
ANY = "any"
TEXT_SEARCH = "Words, names"
FROM_DATE = "From"
UNTIL_DATE = "Until"
ORDER = "Order"
ORDERS = {"": "as listed", "newest": "newest first", "oldest": "oldest first", "speaker": "by speaker"}
RESET = "Show all"
SHOW_MORE = "Show more"
SHOWN_OF_ALL = "{shown} of {all} match"
DRAWN_KINDS = {"quote": "quote", "paraphrase": "paraphrase", "narration": "the source’s own voice"}
NOTES = "Notes on the passages"
OWN_RELEASE = "This is an official release of the side that it quotes ({side}), not independent reporting."
NO_WORDS = "no words of their own here"
SILENT = "No words of their own here:"

ALIASES = "Also called"
SPELLINGS = "Spelled"
PRESENT_AT = "Present"
MENTIONED_BY = "Mentioned by others"
FIGURES_CLAIMED = "Figures claimed"
STATEMENTS_ATTRIBUTED = "Statements attributed"
OTHER_TOPIC = "Under no topic"
NEVER_HEARD = "No words of this speaker are in the sources."
SINCE = "since {date}"
UNTIL = "until {date}"
AFTER = "after {date}"
BEFORE = "before {date}"
UNDATED_WHEN = "no date"

AS_WRITTEN = "As written"
VALUE = "Value"
UNIT = "Unit"
WHAT = "What"
PERIOD = "Period"
CLAIMED_BY = "Claimed by"
CLAIMED_WHERE = "Claimed by, and where"
BASIS = "Basis"
NO_UNIT = "count"
IN_UNIT = "in {unit}"
NOT_READ = "not read as a number"
NOT_STATED = "not stated"
SOURCE_VOICE = "the source’s own voice"
NO_FIGURES = "No figures are recorded."

PICTURE_TABLE = "As a table"
PICTURE_DATA = "Data (CSV)"
QUOTES_BY = {"day": "Quotes by day", "month": "Quotes by month", "year": "Quotes by year"}
QUOTES_BY_YEARS = "Quotes by {number} years"
LESS_EXACTLY = "Dated less exactly"
OTHER_SPEAKERS = "Others"
WHEN = "When"
WHERE = "Where"
FIRST_WORDS = "First words"
PLOT_TITLE = "{what} ({how})"
PERIOD_KINDS = {
    "": "period not stated",
    "day": "by day",
    "month": "by month",
    "quarter": "by quarter",
    "half": "by half-year",
    "year": "by year",
}
SAME_MONTHS = "{first} to {last} of a year"
BY_YEARS = "by {number} years"
SAID_ON = "said {date}"
AT_LEAST = "at least {amount}"
AT_MOST = "at most {amount}"
NO_STATUS = "status not stated"
IN_MAGNITUDES = {
    3: "{unit}, in thousands",
    6: "{unit}, in millions",
    9: "{unit}, in billions",
    12: "{unit}, in trillions",
}
NOT_FROM_ZERO = "The scale does not begin at zero."
LATEST_DRAWN = "The latest {shown} of {all} figures are drawn. The data has all of them."

UNDATED = "Undated"
UNDATED_NOTE = "The sources do not date these. They are kept out of the years on purpose."
WHAT_HAPPENED = "What it was about"
SAID_WHEN = "What was said when"
SAID_NOTE = "The day something was said is not the day it was about."
NO_EVENTS = "No events are recorded."

WORD_FOR_WORD = "word for word"
WITH_OMISSIONS = "word for word, with omissions"
REPORTED = "reported, not quoted"
QUOTE = "quote"
STATEMENT = "statement"

QUOTED_IN = "{speaker}, quoted in"
REPORTED_IN = "{speaker}, reported in"
QUOTED = "Quoted: {speaker}"
REPORTED_WORDS_OF = "Reported words of {speaker}"
WEBSITE = "website"
FOUND_QUOTE = "{speaker}, {date}"
FOUND_REPORT = "{speaker}, reported, {date}"
FOUND_CONTEXT = "Context: {context}"
FOUND_NARRATION = "The source’s own voice, {date}"
TAKE_AWAY = "Take away"
QUOTES_AS_CSV = "Quotes (CSV)"
FIGURES_AS_CSV = "Figures (CSV)"
AS_JSON = "All as JSON"
AS_ANNOTATIONS = "Web annotations"
AS_BIBTEX = "Sources (BibTeX)"
FEED = "Feed"
BRIEFING_CHANGED = "briefing changed"

STATUSES = {"reported": "reported", "estimate": "estimated", "planned": "planned", "goal": "goal"}
BRIEFING_STATUSES = {"draft": "draft", "current": "current", "archived": "archived"}
BASES = {
    "direct": "in direct speech",
    "parenthesis": "in a parenthesis of the release",
    "narration": "in the source’s own voice",
}
SPEAKER_KINDS = {"person": "Person", "body": "Body"}
KINDS = {PassageKind.QUOTE: QUOTE, PassageKind.STATEMENT: STATEMENT}

RELATIONS = {
    Relation.ELABORATES: ("elaborates on", "is elaborated on by"),
    Relation.REPEATS: ("says the same as", "says the same as"),
    Relation.CONTRASTS: ("contrasts with", "contrasts with"),
    Relation.SUPPORTS: ("supports", "is supported by"),
    Relation.ANSWERS: ("answers", "is answered by"),
}
"""What a link says read forwards, and read backwards."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def count_quotes(number: int) -> str:
    """Say how many quotes."""
    return _count(number, "quote", "quotes")


def count_statements(number: int) -> str:
    """Say how many statements."""
    return _count(number, "statement", "statements")


def count_speakers(number: int) -> str:
    """Say how many speakers."""
    return _count(number, "speaker", "speakers")


def count_sources(number: int) -> str:
    """Say how many sources."""
    return _count(number, "source", "sources")


def count_figures(number: int) -> str:
    """Say how many figures."""
    return _count(number, "figure", "figures")


def count_events(number: int) -> str:
    """Say how many events."""
    return _count(number, "event", "events")


def and_more(number: int) -> str:
    """Say that a list goes on elsewhere."""
    return f"and {number:,} more"


def describe_times(number: int, dates: str, busiest: str, most: int) -> str:
    """Say what a picture of quotes in time shows."""
    return f"{count_quotes(number)}, {dates}. The most are of {busiest}: {most:,}."


def describe_less_exactly(number: int) -> str:
    """Say how many quotes of a picture stand outside its rows."""
    return f"{count_quotes(number)} dated less exactly {'stands' if number == 1 else 'stand'} apart."


def describe_amounts(status: str, number: int, low: str, high: str) -> str:
    """Say what a picture of figures shows of one status."""
    amounts = low if low == high else f"from {low} to {high}"
    return f"{status[:1].upper()}{status[1:]}: {count_figures(number)}, {amounts}."


def list_words(items: Sequence[str]) -> str:
    """Join names as a sentence does: `a`, `a and b`, `a, b and c`."""
    if len(items) < 2:  # noqa: PLR2004  two is where "and" begins
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def only_quoted(heard: Sequence[str], unheard: Sequence[str]) -> str:
    """Say which sides are quoted and which are not."""
    silent = f"{list_words(unheard)} {'is' if len(unheard) == 1 else 'are'} not"
    if not heard:
        return f"{silent} quoted."
    return f"Only {list_words(heard)} {'is' if len(heard) == 1 else 'are'} quoted. {silent}."


def present_but_silent(number: int) -> str:
    """Say that a speaker took part and left no words."""
    return f"Present at {_count(number, 'meeting', 'meetings')}. No words of this speaker are in the sources."


def describe_topic(label: str, evidence: str) -> str:
    """Describe a topic's page for previews."""
    return f"{label}: {evidence}." if evidence else f"{label}."


def describe_source(title: str, publisher: str, date: str) -> str:
    """Describe a source's page for previews."""
    return f"{title}. {publisher}, {date}."


def describe_speaker(name: str, evidence: str) -> str:
    """Describe a speaker's page for previews."""
    return f"{name}: {evidence}."


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
