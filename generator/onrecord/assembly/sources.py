"""One source: its metadata, its stored words, its passages and figures."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeGuard

from onrecord.anchoring import Anchor, Miss, Reason, Selector
from onrecord.assembly.explaining import Missed, SearchedText, explain
from onrecord.assembly.figures import assemble_figures
from onrecord.assembly.names import Names
from onrecord.assembly.passages import Passages, Surroundings, assemble_passages
from onrecord.assembly.people import text_of, texts_of
from onrecord.content import RecordFile
from onrecord.dates import Date, parse_date
from onrecord.fields import fields_of
from onrecord.locations import Span, TextFile, Written
from onrecord.model import Figure, Passage, Source, Speaker, Topic
from onrecord.noise import whole_lines
from onrecord.problems import HASH_DIFFERS, NO_HASH, NO_TEXT, UNCONFIRMED, Problem
from onrecord.records import ProposedEntry, RecordEntry
from onrecord.texts import find_stored_form

UNKNOWN_DATE = Date(year=1)
"""Stands in where a record has no date that can be read; such a record has a problem, so no page shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceParts:
    """A source with all that its record says of it, but for what refers to other sources."""

    record: RecordFile
    source: Source
    passages: Passages
    figures: tuple[Figure, ...]
    problems: tuple[Problem, ...]

    @property
    def found(self) -> Iterable[Passage]:
        """Give the proven passages in the order of their first words, a whole before its parts."""
        return sorted(self.passages.found.values(), key=lambda each: (each.start, -each.end, len(each.key), each.key))


def store(record: RecordFile) -> SearchedText | None:
    """Make the stored words of a source ready for searching; None where there are none."""
    if record.text is None or record.answers is None:
        return None
    return SearchedText(key=record.key, file=record.text, answers=record.answers)


def assemble_source(
    record: RecordFile,
    speakers: Names[Speaker],
    topics: Names[Topic],
    others: Callable[[], Iterable[SearchedText]],
) -> SourceParts:
    """Resolve one source; `others` gives the sources to search for words that are missed here."""
    text = store(record)
    participants, problems = speakers.find_all(record.entry.participants)
    noise, noise_problems = _stretches(record.entry.noise, "noise", text, others, may_repeat=True)
    left_out, left_out_problems = _stretches(record.entry.left_out, "left-out stretch", text, others)
    source = _source(record, text, participants, noise, left_out)
    around = Surroundings(source=source, text=text, speakers=speakers, topics=topics, others=others)
    passages = assemble_passages(record.entry.quotes, record.entry.statements, around)
    figures: list[Figure] = []
    figure_problems: list[Problem] = []
    for key, passage in passages.found.items():
        found, more = assemble_figures(passages.entries[key].figures, passage, around)
        figures += found
        figure_problems += more
    return SourceParts(
        record=record,
        source=source,
        passages=passages,
        figures=tuple(figures),
        problems=(
            *_check_words(record),
            *_check_confirmed(record),
            *problems,
            *noise_problems,
            *left_out_problems,
            *passages.problems,
            *figure_problems,
        ),
    )


def _stretches(
    entries: tuple[Written, ...],
    noun: str,
    text: SearchedText | None,
    others: Callable[[], Iterable[SearchedText]],
    *,
    may_repeat: bool = False,
) -> tuple[tuple[Span, ...], list[Problem]]:
    """Find stretches that belong to no passage: page furniture, which may repeat, and what is left out on purpose."""
    spans: list[Span] = []
    problems: list[Problem] = []
    if text is None:
        return (), problems
    for words in entries:
        found = text.answers.find(Selector(pieces=(words.text,)))
        repeated = whole_lines(text.file.text, found) if may_repeat and _is_ambiguous(found) else ()
        if repeated:
            spans += repeated
        elif isinstance(found, Miss):
            problems.append(explain(Missed(noun=noun, pieces=(words,), miss=found, text=text), others()))
        else:
            spans += found.spans
    return tuple(sorted(set(spans))), problems


def _is_ambiguous(found: Anchor | Miss) -> TypeGuard[Miss]:
    return isinstance(found, Miss) and found.reason is Reason.AMBIGUOUS


def _source(
    record: RecordFile,
    text: SearchedText | None,
    participants: tuple[Speaker, ...],
    noise: tuple[Span, ...],
    left_out: tuple[Span, ...],
) -> Source:
    entry: RecordEntry = record.entry
    return Source(
        key=record.key,
        title=entry.title.text,
        date=parse_date(entry.date.text) or UNKNOWN_DATE,
        date_basis=text_of(entry.date_basis),
        publisher=entry.publisher.text,
        kind=text_of(entry.kind),
        url=text_of(entry.url),
        archive_url=text_of(entry.archive_url),
        language=text_of(entry.language),
        translation=text_of(entry.translation),
        retrieved=parse_date(text_of(entry.retrieved)),
        note=text_of(entry.note),
        sha256=record.sha256,
        text=text.file.text if text is not None else "",
        form=record.form,
        participants=participants,
        noise=noise,
        left_out=left_out,
        aliases=texts_of(entry.aliases),
        location=record.entry.location,
        path=text.file.path if text is not None else "",
        original=_original(entry),
        places=record.places,
        version_of=text_of(entry.version_of),
        replaced=parse_date(text_of(entry.replaced)),
    )


def _original(entry: RecordEntry) -> str:
    """Name the original and what took the words out of it."""
    if entry.original is None:
        return ""
    extractor = text_of(entry.original.extractor)
    return entry.original.file.text + (f" ({extractor})" if extractor else "")


def _check_words(record: RecordFile) -> Iterable[Problem]:
    """Hold the stored words to the hash in the record."""
    if record.text is None or record.is_broken:
        if record.text is None and not record.is_text_broken:
            yield _no_text(record)
        return
    stated = record.entry.sha256
    if stated is None and not record.entry.title.text:
        return  # in an empty record the hash is the least that is missing
    if stated is None:
        yield Problem(
            kind=NO_HASH,
            location=record.entry.location,
            message=f"source `{record.key}` has no hash yet, so a change of its words would not be seen",
            hint=f"run `onrecord check --fix`, or write sha256: {record.sha256}",
        )
    elif stated.text and stated.text.lower() != record.sha256:
        yield _hash_differs(record, record.text, stated)


def _check_confirmed(record: RecordFile) -> Iterable[Problem]:
    """Warn of what only the document says of itself."""
    proposed = record.entry.proposed
    fields = [each.name for each in fields_of(ProposedEntry) if proposed and getattr(proposed, each.attribute)]
    if proposed is None or not fields:
        return
    named = " and ".join(filter(None, (", ".join(f"`{each}`" for each in fields[:-1]), f"`{fields[-1]}`")))
    yield Problem(
        kind=UNCONFIRMED,
        location=proposed.location,
        message=f"nobody has confirmed {named} of `{record.key}`",
        notes=("the document itself says so, or the program found it",),
        hint="look at each, mend it where it is wrong, and take its line out of `proposed`",
    )


def _hash_differs(record: RecordFile, text: TextFile, stated: Written) -> Problem:
    form = find_stored_form(text.text, stated.text.lower())
    if form is None:
        message = "is not the text that was annotated: its hash differs"
        hint = "bring back the text that was annotated; if the source has changed, look at every quote, then write the new hash"
    else:
        message = f"was annotated {form}, and is not stored so any more; its words are the same"
        hint = "bring the file back as it was (`*.txt -text` in .gitattributes keeps Git from changing it), or write the new hash"
    return Problem(
        kind=HASH_DIFFERS,
        location=stated.location,
        message=f"{record.key}.txt {message}",
        notes=(f"{text.path} has the SHA-256 {record.sha256}",),
        hint=hint,
    )


def _no_text(record: RecordFile) -> Problem:
    return Problem(
        kind=NO_TEXT,
        location=record.entry.location,
        message=f"source `{record.key}` has no stored words, so nothing of it can be proven",
        hint=f"store the words as published in {record.key}.txt beside the record",
    )
