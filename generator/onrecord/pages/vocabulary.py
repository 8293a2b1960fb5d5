"""The interface's own words: in English here, in other languages by the catalogues of `languages`.

Every word that a page says by itself is here and nowhere else; the author's words (titles, labels, contexts) and the
sources' are never here. A word is known to the catalogues by its name as context and its English as message.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.languages import ENGLISH, Language, Plural
from onrecord.model import PassageKind
from onrecord.pages.named_words import (
    BACK_RELATIONS,
    BASES,
    FATES,
    IN_MAGNITUDES,
    PERIOD_KINDS,
    QUOTES_BY,
    RATES,
    RELATIONS,
    UNITS,
)

WordsByName = Mapping[str, str]
"""Words by the name that a record has for what they say."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vocabulary:
    """Every word of the interface, in one language.

    The names stand in capitals, since each is a constant of the language. What composes a sentence is one message.
    """

    language: Language = ENGLISH

    HOME: str = "Home"
    TOPICS: str = "Topics"
    SOURCES: str = "Sources"
    SPEAKERS: str = "Speakers"
    QUOTES: str = "Quotes"
    ALL_QUOTES: str = "All quotes"
    STATEMENTS: str = "Statements"
    FIGURES: str = "Figures"
    TIMELINE: str = "Timeline"
    BROWSE: str = "Browse"

    CITED_PARAGRAPHS: str = "From the sources"
    CONTENTS: str = "Contents"
    BOOK_ACCESSIBILITY: str = (
        "Text only, with headings, a table of contents and links both ways between quotes and sources."
    )

    SEARCH: str = "Search"
    SEARCH_WORDS: str = "Words to find, in any of their forms"
    SEARCH_NONE: str = "Nothing found"
    SEARCH_FOUND: str = "{number} found"
    SEARCH_NAMED: str = "So named:"
    """Before links to pages."""
    SEARCH_LOST: str = "The index cannot be loaded. Try again later."
    SEARCH_SOURCE: str = "words of its title, or its publisher"
    SEARCH_THESE: str = "Search and filter all of these"
    CLOSE: str = "Close"

    AS_OF: str = "As of"
    AS_OF_DATE: str = "as of {date}"
    VERSION_NUMBER: str = "version {version}"
    EVIDENCE: str = "Evidence"
    NOT_HEARD: str = "Not heard"
    NOT_HEARD_CELL: str = "not heard"
    NO_OWN_WORDS: str = "No words of their own here:"
    NOBODY_UNHEARD: str = "Nobody: whoever takes part is quoted."
    NOTHING: str = "nothing"
    POSITIONS: str = "Positions"
    CONTRASTS: str = "Agreements and contrasts"
    REFERENCES: str = "Cited passages"
    CITED_PASSAGE: str = "Cited passage {number}"
    SUBTOPICS: str = "Subtopics"
    PART_OF_TOPIC: str = "Part of"
    CHANGE_LOG: str = "Change log"
    NO_BRIEFING: str = "No briefing is written on this topic yet. What the sources say is below."
    OWN_PASSAGES: str = "This page shows what is filed under the topic itself. Its subtopics have pages of their own."
    NOTHING_FILED: str = "Nothing is filed under this topic itself."
    SHOWN_ABOVE: str = "Shown above:"
    JUDGMENT: str = "the editor’s judgment"

    SIDE: str = "Side"
    SPEAKER: str = "Speaker"
    ROLES: str = "Roles"
    NAME: str = "Name"
    KIND: str = "Kind"
    DATE: str = "Date"
    TOPIC: str = "Topic"
    SOURCE: str = "Source"
    WORDS: str = "Words"
    OWN_WORDS: str = "In their own words"
    REPORTED_WORDS: str = "Reported, not quoted"
    CONTEXT: str = "Context"
    NOTE: str = "Note"
    AS_IN_SOURCE: str = "As in the source"
    OPENING_MARK: str = "“"
    CLOSING_MARK: str = "”"
    SIC_MARK: str = "[sic]"
    SIC_TITLE: str = "so in the source"
    GAP_MARK: str = "[…]"
    GAP_NAME: str = "words left out"
    MORE: str = "…"
    PART_OF: str = "Part of"
    PARTS: str = "Parts"
    ALSO_IN: str = "Also in"
    LINKS: str = "Links"
    BACK_TO_USE: str = "Back to citation {number}"
    USE_NUMBER: str = "Citation {number}"
    SEE_IN_SOURCE: str = "See in the source"
    PERMALINK: str = "Link"
    PERMALINK_OF: str = "Link to {key}"
    COPY: str = "Copy"
    COPY_AS: str = "Copy as {form}"
    COPIED: str = "Copied"
    CITE: str = "Cite"
    OTHER_FORMS: str = "Other forms"
    CITE_PAGE: str = "Cite this page"
    BRIEFING: str = "briefing"
    AS_TEXT: str = "text"
    AS_MARKDOWN: str = "Markdown"
    AS_HTML: str = "HTML"
    AS_BIBTEX_ENTRY: str = "BibTeX"
    AS_RIS: str = "RIS"
    AS_CSL: str = "CSL-JSON"
    USED_IN: str = "Used in"
    MENTIONS: str = "Mentions"
    ABOUT: str = "About"

    DATE_BASIS: str = "How it was established:"
    ADDRESS: str = "Address"
    ARCHIVED: str = "Archived copy"
    RETRIEVED: str = "Retrieved"
    LANGUAGE: str = "Language"
    TRANSLATION: str = "Translation"
    PRESENT: str = "Present"
    ORIGINAL: str = "Taken from"
    HASH: str = "SHA-256 of the stored words"
    VERIFY: str = "Verify this page"
    VERIFIED: str = "As stated: the text has this hash, and {number} passages are where they are said to be."
    NOT_VERIFIED: str = "Not as stated: {what}."
    THE_TEXT: str = "The text"
    TEXT_NOTE: str = "The words as stored, unchanged. Passages are underlined: quotes solid, statements dotted. Page furniture is grey."
    ORIGINAL_PAGE: str = "p.\N{NO-BREAK SPACE}{page} of the original"
    ORIGINAL_TIME: str = "at {time}"
    EARLIER_WORDS: str = "Earlier words"
    NEWER_WORDS: str = "Newer words"
    ARE_EARLIER: str = "These are earlier words of this source."
    ARE_EARLIER_UNTIL: str = "These are earlier words of this source, which newer ones replaced on {date}."
    WHAT_BECAME: str = "What became of the passages"
    FATES: WordsByName = field(default_factory=lambda: FATES)
    WEIGHTY_FIRST: str = "Figures, signs, units or negations are others:"
    STANDS_TIMES: str = "The words stand there {number} times."
    NOTHING_LIKE_IT: str = "Nothing there is like these words."
    FOUND_ELSEWHERE: str = "They are in another source:"
    STEPS: str = "From passage to passage"
    PREVIOUS: str = "Previous"
    NEXT: str = "Next"
    PART_OF_LIST: str = "{page}: {what}, page {number}"
    LIST_PAGES: str = "All {count}, the oldest first, on {pages} pages"
    STEPS_OF_LIST: str = "From page to page"
    PREVIOUS_PAGE: str = "Previous page"
    NEXT_PAGE: str = "Next page"
    AND_MORE_NAMED: str = "and {number} more below"
    STEP_OF: str = "{key}, {number} of {all}"
    STEP_KEYS: str = "keys j and k"
    FILTER: str = "Filter"
    ANY: str = "any"
    TEXT_SEARCH: str = "Words, names"
    FROM_DATE: str = "From"
    UNTIL_DATE: str = "Until"
    ORDER: str = "Order"
    ORDERS: WordsByName = field(
        default_factory=lambda: {
            "": "as listed",
            "newest": "newest first",
            "oldest": "oldest first",
            "speaker": "by speaker",
        }
    )
    RESET: str = "Show all"
    SHOW_MORE: str = "Show more"
    SHOWN_OF_ALL: str = "{shown} of {all} match"
    DRAWN_KINDS: WordsByName = field(
        default_factory=lambda: {"quote": "quote", "paraphrase": "paraphrase", "narration": "the source’s own voice"}
    )
    NOTES: str = "Notes on the passages"
    OWN_RELEASE: str = "This is an official release of the side that it quotes ({side}), not independent reporting."
    NO_WORDS: str = "no words of their own here"

    ALIASES: str = "Also called"
    SPELLINGS: str = "Spelled"
    PRESENT_AT: str = "Present"
    MENTIONED_BY: str = "Mentioned by others"
    FIGURES_CLAIMED: str = "Figures claimed"
    STATEMENTS_ATTRIBUTED: str = "Statements attributed"
    OTHER_TOPIC: str = "Under no topic"
    NEVER_HEARD: str = "No words of this speaker are in the sources."
    SINCE: str = "since {date}"
    UNTIL: str = "until {date}"
    AFTER: str = "after {date}"
    BEFORE: str = "before {date}"
    YEAR: str = "{year}"
    MONTH_AND_YEAR: str = "{month} {year}"
    DAY_MONTH_AND_YEAR: str = "{day} {month} {year}"
    UNDATED_WHEN: str = "no date"

    AS_WRITTEN: str = "As written"
    VALUE: str = "Value"
    WHAT: str = "What"
    PERIOD: str = "Period"
    CLAIMED_WHERE: str = "Claimed by, and where"
    NO_UNIT: str = "count"
    IN_UNIT: str = "in {unit}"
    UNIT_RATE: str = "{unit} per {by}"
    UNITS: WordsByName = field(default_factory=lambda: UNITS)
    RATES: WordsByName = field(default_factory=lambda: RATES)
    NOT_READ: str = "not read as a number"
    NOT_STATED: str = "not stated"
    SOURCE_VOICE: str = "the source’s own voice"
    NO_FIGURES: str = "No figures are recorded."

    PICTURE_TABLE: str = "As a table"
    PICTURE_DATA: str = "Data (CSV)"
    QUOTES_BY: WordsByName = field(default_factory=lambda: QUOTES_BY)
    QUOTES_BY_YEARS: str = "Quotes by {number} years"
    LESS_EXACTLY: str = "Dated less exactly"
    OTHER_SPEAKERS: str = "Others"
    STATUS: str = "Status"
    WHEN: str = "When"
    WHERE: str = "Where"
    CLAIMED_BY: str = "Claimed by"
    FIRST_WORDS: str = "First words"
    PLOT_TITLE: str = "{what} ({how})"
    PERIOD_KINDS: WordsByName = field(default_factory=lambda: PERIOD_KINDS)
    SAME_MONTHS: str = "{first} to {last} of a year"
    BY_YEARS: str = "by {number} years"
    SAID_ON: str = "said {date}"
    AT_LEAST: str = "at least {amount}"
    AT_MOST: str = "at most {amount}"
    NO_STATUS: str = "status not stated"
    IN_MAGNITUDES: WordsByName = field(default_factory=lambda: IN_MAGNITUDES)
    NOT_FROM_ZERO: str = "The scale does not begin at zero."
    LATEST_DRAWN: str = "The latest {shown} of {all} figures are drawn. The data has all of them."
    AND_MORE: str = "and {number} more"
    TIMES_SHOWN: str = "{quotes}, {dates}. The most are of {busiest}: {most}."
    AMOUNTS_SHOWN: str = "{status}: {figures}, {amounts}."
    FROM_TO: str = "from {low} to {high}"

    UNDATED: str = "Undated"
    UNDATED_NOTE: str = "The sources do not date these. They are kept out of the years on purpose."
    WHAT_HAPPENED: str = "What it was about"
    SAID_WHEN: str = "What was said when"
    SAID_NOTE: str = "The day something was said is not the day it was about."
    NO_EVENTS: str = "No events are recorded."

    PUBLISHER: str = "Publisher"
    TITLE: str = "Title"
    PAGE_OF_PAGES: str = "page {page} of {pages}"
    PAGE_NUMBER: str = "p.\N{NO-BREAK SPACE}{page}"
    PAGE_NUMBERS: str = "pp.\N{NO-BREAK SPACE}{pages}"
    PRINTED_SOURCE: str = "source\N{NO-BREAK SPACE}{source}"
    PRINTED_PLACE: str = "source\N{NO-BREAK SPACE}{source}, {place}, p.\N{NO-BREAK SPACE}{page}"
    UNPRINTED_PLACE: str = "source\N{NO-BREAK SPACE}{source}, {place}"
    """Of a source that is not in this print."""
    VOLUME_TITLE: str = "{title}, volume {number} of {count}"
    VOLUME_NUMBER: str = "volume\N{NO-BREAK SPACE}{number}"
    PRINTED_SOURCES_NOTE: str = (
        "Each source is given in full, its words unchanged. Quotes are marked in full, statements underlined; beside "
        "them stand their keys and the pages that cite them."
    )
    INDEX: str = "Index"
    INDEX_OF_SPEAKERS: str = "Index of speakers"
    INDEX_OF_KEYS: str = "Keys of passages"
    INDEX_OF_KEYS_NOTE: str = (
        "The first number is the page of the passage in its source; those that follow are of pages that cite it."
    )
    PROOF_ATTACHED: str = "The stored words of every source, and where in them each passage stands"

    WORD_FOR_WORD: str = "word for word"
    WITH_OMISSIONS: str = "word for word, with omissions"
    REPORTED: str = "reported, not quoted"
    KINDS: WordsByName = field(default_factory=lambda: {PassageKind.QUOTE: "quote", PassageKind.STATEMENT: "statement"})

    QUOTED_IN: str = "{speaker}, quoted in"
    REPORTED_IN: str = "{speaker}, reported in"
    QUOTED: str = "Quoted: {speaker}"
    REPORTED_WORDS_OF: str = "Reported words of {speaker}"
    WEBSITE: str = "website"
    FOUND_QUOTE: str = "{speaker}, {date}"
    FOUND_REPORT: str = "{speaker}, reported, {date}"
    FOUND_CONTEXT: str = "Context: {context}"
    FOUND_NARRATION: str = "The source’s own voice, {date}"
    TAKE_AWAY: str = "Take away"
    QUOTES_AS_CSV: str = "Quotes (CSV)"
    FIGURES_AS_CSV: str = "Figures (CSV)"
    AS_JSON: str = "All as JSON"
    AS_ANNOTATIONS: str = "Web annotations"
    AS_BIBTEX: str = "Sources (BibTeX)"
    FEED: str = "Feed"
    PRODUCTS: WordsByName = field(
        default_factory=lambda: {
            "zip": "The whole to read offline (zip)",
            "pdf": "PDF",
            "epub": "E-book (EPUB)",
        }
    )
    """By the endings of their names."""
    PDF_VOLUME: str = "PDF, volume {number}"
    BRIEFING_CHANGED: str = "briefing changed"

    STATUSES: WordsByName = field(
        default_factory=lambda: {"reported": "reported", "estimate": "estimated", "planned": "planned", "goal": "goal"}
    )
    """Of a figure."""
    EVENT_STATUSES: WordsByName = field(
        default_factory=lambda: {"happened": "happened", "planned": "planned", "goal": "goal"}
    )
    BRIEFING_STATUSES: WordsByName = field(
        default_factory=lambda: {"draft": "draft", "current": "current", "archived": "archived"}
    )
    BASES: WordsByName = field(default_factory=lambda: BASES)
    SPEAKER_KINDS: WordsByName = field(default_factory=lambda: {"person": "Person", "body": "Body"})

    RELATIONS: WordsByName = field(default_factory=lambda: RELATIONS)
    BACK_RELATIONS: WordsByName = field(default_factory=lambda: BACK_RELATIONS)

    QUOTES_COUNTED: Plural = Plural("{number} quote", "{number} quotes")
    STATEMENTS_COUNTED: Plural = Plural("{number} statement", "{number} statements")
    SPEAKERS_COUNTED: Plural = Plural("{number} speaker", "{number} speakers")
    SOURCES_COUNTED: Plural = Plural("{number} source", "{number} sources")
    FIGURES_COUNTED: Plural = Plural("{number} figure", "{number} figures")
    EVENTS_COUNTED: Plural = Plural("{number} event", "{number} events")
    MEETINGS_ATTENDED: Plural = Plural(
        "Present at {number} meeting. No words of this speaker are in the sources.",
        "Present at {number} meetings. No words of this speaker are in the sources.",
    )
    DATED_LESS_EXACTLY: Plural = Plural(
        "{number} quote dated less exactly stands apart.", "{number} quotes dated less exactly stand apart."
    )
    ONLY_QUOTED: Plural = Plural("Only {sides} is quoted.", "Only {sides} are quoted.")
    NOT_SO: Plural = Plural("{sides} is not.", "{sides} are not.")
    """Behind `ONLY_QUOTED`."""
    NOT_QUOTED: Plural = Plural("{sides} is not quoted.", "{sides} are not quoted.")
