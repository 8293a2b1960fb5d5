"""The record of a source, `sources/<key>.yml`: what an author noted about a document and its words.

Every field that a record may have stands here, with the line that the schema and the docs say about it.
"""

from typing import ClassVar

from onrecord.entries import read_entry_file
from onrecord.fields import Entry, Keyed, entry, says
from onrecord.forms import DATE, FILE_NAME, KEY, LANGUAGE, NAME, NUMBER, PART_KEY, SHA256, URL, WORDS, YES_NO, choice
from onrecord.locations import TextFile, Written
from onrecord.model import Relation
from onrecord.problems import Problem

FIGURE_STATUS = choice("the status of a figure", "reported", "planned", "goal", "estimate")
FIGURE_BASIS = choice("where a figure stands", "direct", "parenthesis", "narration")
EVENT_STATUS = choice("the status of an event", "happened", "planned", "goal")
RELATION = choice("a relation", *Relation)


@entry
class FigureEntry(Entry):
    """A number stated in a passage."""

    called: ClassVar[str] = "a figure"

    text: Written = says("The words that state the figure, exactly as in the passage", form=WORDS)
    value: Written | None = says("The number that the words state: `1.5e9` for `$1.5 billion`", form=NUMBER)
    low: Written | None = says("The lower end, where the words state a range", form=NUMBER)
    high: Written | None = says("The upper end, where the words state a range", form=NUMBER)
    unit: Written | None = says("The ISO 4217 code for money, `%`, or a plain word; none for a bare count")
    approximate: Written | None = says("Whether the words say that the number is not exact", form=YES_NO)
    status: Written | None = says("Whether the number is a fact, a plan, a goal or an estimate", form=FIGURE_STATUS)
    basis: Written | None = says(
        "Whether it stands in the speech itself, in a parenthesis, or in narration", form=FIGURE_BASIS
    )
    what: Written | None = says("What is counted")
    period: Written | None = says("The time that it covers, where the source says so")
    as_of: Written | None = says("The day that it describes, where the source says so", form=DATE)
    note: Written | None = says("A remark for readers")


@entry
class LinkEntry(Entry):
    """How a passage stands to another."""

    called: ClassVar[str] = "a link"

    to: Written = says("The other passage: `q04`, or `source:q04` where it is in another source", form=NAME)
    relation: Written = says("What this passage does to the other", form=RELATION, written_as="as")
    because: Written | None = says("Why, in a sentence")


@entry
class PartEntry(Entry):
    """A part of a passage whose topic changes half-way."""

    called: ClassVar[str] = "a part"

    text: tuple[Written, ...] = says(
        "The exact words, or `first words … last words`; a list where the passage is split into pieces",
        form=WORDS,
        is_required=True,
    )
    prefix: Written | None = says("Words right before, where the text stands in the source more than once", form=WORDS)
    suffix: Written | None = says("Words right after, where the text stands in the source more than once", form=WORDS)
    topics: tuple[Written, ...] = says("What the passage is about: keys of the codebook", form=NAME)
    context: Written | None = says("What words that point elsewhere mean, such as “these plans”")
    note: Written | None = says("A remark for readers")
    sic: tuple[Written, ...] = says("Slips of the source within the passage, kept letter for letter", form=WORDS)
    mentions: tuple[Written, ...] = says("Speakers that the passage speaks of", form=NAME)
    figures: tuple[FigureEntry, ...] = says("Numbers that the passage states")
    links: tuple[LinkEntry, ...] = says("How the passage stands to others")
    aliases: tuple[Written, ...] = says("Former keys, which addresses may still use", form=KEY)


@entry
class PassageEntry(PartEntry):
    """A quote (direct speech) or a statement (anything else)."""

    called: ClassVar[str] = "a passage"

    speaker: Written | None = says("Who said it: a key of the speakers", form=NAME)
    parts: tuple[Keyed[PartEntry], ...] = says(
        "The parts, each under a letter: part `c` of `q04` is `q04c`", key_form=PART_KEY
    )


@entry
class EventEntry(Entry):
    """Something that the timeline shows, dated only as far as the source dates it."""

    called: ClassVar[str] = "an event"

    what: Written = says("What happens, in a few words")
    passage: Written = says("The passage that says so", form=NAME)
    date: Written | None = says("When, as far as the source says", form=DATE)
    after: Written | None = says("The date that it comes after, where that is all the source says", form=DATE)
    before: Written | None = says("The date that it comes before, where that is all the source says", form=DATE)
    status: Written | None = says("Whether it happened, is planned, or is a goal", form=EVENT_STATUS)
    topics: tuple[Written, ...] = says("What it is about: keys of the codebook", form=NAME)


@entry
class OriginalEntry(Entry):
    """The document that the stored words were taken from, where they are not its own bytes."""

    called: ClassVar[str] = "an original"

    file: Written = says("Its file, beside the stored words", form=FILE_NAME)
    sha256: Written | None = says("The hash of its bytes", form=SHA256)
    extractor: Written | None = says("What took the words out of it, with its version")
    places: Written | None = says("The file that says on which page and line each of its words stands", form=FILE_NAME)


@entry
class ProposedEntry(Entry):
    """What was taken from the document itself, and where it says so; nobody has confirmed it yet."""

    called: ClassVar[str] = "a list of proposals"

    title: Written | None = says("Where the title was taken from")
    date: Written | None = says("Where the date was taken from")
    publisher: Written | None = says("Where the publisher was taken from")
    url: Written | None = says("Where the web address was taken from")
    language: Written | None = says("Where the language was taken from")
    noise: Written | None = says("How the page furniture was found")


@entry
class RecordEntry(Entry):
    """The record of a source."""

    called: ClassVar[str] = "a record"

    title: Written = says("The headline, as published")
    date: Written = says("The date of the document: a day, a month or a year", form=DATE)
    publisher: Written = says("Who published it")
    date_basis: Written | None = says("How the date is known, where the document does not say it in full")
    kind: Written | None = says("What sort of document it is, such as `official release`")
    url: Written | None = says("The address that it was published at", form=URL)
    archive_url: Written | None = says("The address of a copy in a web archive", form=URL)
    language: Written | None = says("The language of the words, such as `en`", form=LANGUAGE)
    translation: Written | None = says("What is known about the words being a translation")
    retrieved: Written | None = says("The day on which the words were stored", form=DATE)
    sha256: Written | None = says("The hash of the stored words, written by `onrecord check --fix`", form=SHA256)
    original: OriginalEntry | None = says("The document that the words were taken from, written by `onrecord add`")
    proposed: ProposedEntry | None = says("What nobody has confirmed yet, written by `onrecord add`")
    participants: tuple[Written, ...] = says("Speakers who take part, whether quoted or not", form=NAME)
    noise: tuple[Written, ...] = says("Page furniture in the stored words, which is not of the document", form=WORDS)
    left_out: tuple[Written, ...] = says(
        "Words in quotation marks that are no speech (titles, names), left out on purpose", form=WORDS
    )
    note: Written | None = says("A remark for readers")
    version_of: Written | None = says(
        "The source whose earlier words these are, written by `onrecord refresh`", form=KEY
    )
    replaced: Written | None = says("The day on which newer words took their place", form=DATE)
    aliases: tuple[Written, ...] = says("Former keys of the source, which addresses may still use", form=KEY)
    quotes: tuple[Keyed[PassageEntry], ...] = says("Direct speech, each quote under a key such as `q01`")
    statements: tuple[Keyed[PassageEntry], ...] = says(
        "Paraphrase (with a speaker) and narration (without), each under a key such as `s01`"
    )
    events: tuple[EventEntry, ...] = says("What the timeline shows")


def read_record(file: TextFile) -> tuple[RecordEntry | None, tuple[Problem, ...]]:
    """Read a record; None where its YAML cannot be read."""
    return read_entry_file(RecordEntry, file)
