"""What a refresh comes to, before anything is written: the outcome of every passage, and every file as it will be."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from onrecord.adding.extracted import Document, Extracted
from onrecord.adding.noise import write_noise
from onrecord.adding.plain import FIRST_LINE
from onrecord.adding.source import join_paragraphs, original_of, write_places
from onrecord.anchoring import Miss, Reason, Selector, anchor, fold
from onrecord.changes import Outcome, compare
from onrecord.noise import whole_lines
from onrecord.problems import UNREADABLE_RECORD, Problem, shorten
from onrecord.records import RecordEntry
from onrecord.refreshing.asking import ask_of
from onrecord.refreshing.rewriting import Wanted, rewrite_record
from onrecord.refreshing.stored import StoredSource, version_key
from onrecord.stored_form import restore
from onrecord.texts import canonical_text
from onrecord.yaml_words import write_words

_STRETCHES = ("noise", "left_out")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refresh:
    """What is to be done."""

    outcomes: tuple[Outcome, ...]
    text: str
    """The newer words."""
    version: str
    """The key of the version that the older words become; empty where the words are the same."""
    new_files: Mapping[str, bytes]
    """Of the version, by name."""
    replaced_files: Mapping[str, bytes]
    """Of the source, by name; the record last."""
    gone_files: tuple[str, ...]
    """Whose bytes the version has."""
    remarks: tuple[str, ...]
    """What else the person should look at, each a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Newer:
    """The newer words, as they will be stored."""

    words: bytes
    text: str
    original: Mapping[str, str]
    """The fields of `original` in the record."""
    files: Mapping[str, bytes]
    """The document itself and its places, by name; none where the words are their own original."""
    noise: tuple[str, ...]
    """What looks like page furniture."""


def plan_refresh(
    stored: StoredSource, document: Document, extracted: Extracted, day: str, beside: Mapping[str, bytes]
) -> tuple[Refresh | None, tuple[Problem, ...]]:
    """Plan a refresh; `beside` holds the original of the older words and its places, by name."""
    newer = _store(stored.key, document, extracted)
    outcomes = compare(ask_of(stored.entry, stored.text), stored.text, newer.text)
    if newer.text == stored.text and not stored.is_resumed:
        return _nothing(outcomes, newer.text), ()
    kept = _surviving(stored.entry, outcomes)
    stretches = {name: _standing(stored.entry, name, newer.text) for name in _STRETCHES}
    values = {"sha256": sha256(newer.words).hexdigest(), "retrieved": day}
    context = [each.key for each in outcomes if each.has_lost_context]
    record = _write(
        stored,
        Wanted(passages=kept, lost_context=context, stretches=stretches, values=values, original=newer.original),
    )
    older = _plan_version(stored, kept, day, beside)
    if record is None or older is None:
        return None, (_cannot_edit(stored),)
    replaced = {**newer.files, f"{stored.key}.txt": newer.words, f"{stored.key}.yml": record}
    return Refresh(
        outcomes=outcomes,
        text=newer.text,
        version=version_key(stored.key, stored.number),
        new_files=older,
        replaced_files=replaced,
        gone_files=tuple(name for name in beside if name not in replaced and name.startswith(f"{stored.key}.")),
        remarks=(*_gone(stored.entry, stretches), *_new(newer, stretches), *_differences(stored.entry, extracted)),
    ), ()


def _store(key: str, document: Document, extracted: Extracted) -> _Newer:
    joined = join_paragraphs(extracted.paragraphs)
    words = document.data if extracted.is_own_text else joined.text.encode()
    original = {} if extracted.is_own_text else original_of(key, document, extracted)
    files = {original["file"]: document.data} if original else {}
    if "places" in original:
        files[original["places"]] = write_places(joined, extracted.places, sha256(words).hexdigest())
    noise, _ = write_noise(joined.text, tuple(joined.spans[each] for each in extracted.noise))
    text = canonical_text(words.decode("utf-8"))
    return _Newer(words=words, text=text, original=original, files=files, noise=noise)


def _plan_version(
    stored: StoredSource, kept: Collection[str], day: str, beside: Mapping[str, bytes]
) -> Mapping[str, bytes] | None:
    """Give the files of the version that the older words become, by name; None where its record cannot be written."""
    version = version_key(stored.key, stored.number)
    record = _write(
        stored,
        Wanted(
            passages=_all_keys(stored.entry) - frozenset(kept),
            stretches={name: [each.text for each in getattr(stored.entry, name)] for name in _STRETCHES},
            dropped=("events", "aliases"),
            values=_without_nothing(
                {
                    "sha256": "" if stored.entry.sha256 else sha256(stored.data).hexdigest(),
                    "version_of": stored.key,
                    "replaced": day,
                }
            ),
            original=_renamed_original(stored.entry, stored.key, version),
        ),
    )
    if record is None:
        return None
    renamed = {_rename(name, stored.key, version): data for name, data in beside.items()}
    return {**renamed, f"{version}.txt": stored.data, f"{version}.yml": record}


def _without_nothing(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}


def _gone(entry: RecordEntry, stretches: Mapping[str, Collection[str]]) -> Iterator[str]:
    for name in _STRETCHES:
        for each in getattr(entry, name):
            if each.text not in stretches[name]:
                yield f"no longer there, and taken out of `{name}`: {shorten(each.text)}"


def _new(newer: _Newer, stretches: Mapping[str, Collection[str]]) -> Iterator[str]:
    for words in newer.noise:
        if words not in stretches["noise"]:
            yield f"looks like page furniture, to be listed under `noise`: {write_words(words)}"


def _differences(entry: RecordEntry, extracted: Extracted) -> Iterator[str]:
    """Tell where the newer document says something else of itself than the record, which stays as it is."""
    for each in extracted.proposals:
        said = getattr(entry, each.field)
        if said is not None and said.text and said.text != each.value and each.basis != FIRST_LINE:
            yield f"the record keeps its `{each.field}`; the newer document says {shorten(each.value)}, in {each.basis}"


def names_beside(key: str, entry: RecordEntry) -> tuple[str, ...]:
    """Name the files that a record has beside its words: the original, and the places of its lines."""
    if entry.original is None:
        return ()
    named = (each.text for each in (entry.original.file, entry.original.places) if each is not None)
    return tuple(each for each in named if each and each not in {f"{key}.txt", f"{key}.yml"})


def _nothing(outcomes: tuple[Outcome, ...], text: str) -> Refresh:
    return Refresh(outcomes=outcomes, text=text, version="", new_files={}, replaced_files={}, gone_files=(), remarks=())


def _write(stored: StoredSource, wanted: Wanted) -> bytes | None:
    text = rewrite_record(stored.file, stored.entry, wanted)
    if text is None:
        return None
    has_one_end = len(stored.form.line_ends) == 1
    return restore(text, stored.form) if has_one_end else text.encode()


def _all_keys(entry: RecordEntry) -> frozenset[str]:
    return frozenset(each.key.text for each in (*entry.quotes, *entry.statements))


def _surviving(entry: RecordEntry, outcomes: tuple[Outcome, ...]) -> frozenset[str]:
    """Name the passages that stand in the newer words with all their parts."""
    fates = {each.key: each.fate.is_proven for each in outcomes}
    return frozenset(
        each.key.text
        for each in (*entry.quotes, *entry.statements)
        if all(
            fates.get(each.key.text + letter, False) for letter in ("", *(part.key.text for part in each.entry.parts))
        )
    )


def _standing(entry: RecordEntry, name: str, text: str) -> Collection[str]:
    """List the stretches that the newer words have; furniture may stand there several times."""
    folded = fold(text)
    found: list[str] = []
    for words in getattr(entry, name):
        hit = anchor(Selector(pieces=(words.text,)), folded)
        may_repeat = name == "noise" and isinstance(hit, Miss) and hit.reason is Reason.AMBIGUOUS
        if not isinstance(hit, Miss) or (may_repeat and whole_lines(text, hit)):
            found.append(words.text)
    return found


def _renamed_original(entry: RecordEntry, key: str, version: str) -> Mapping[str, str]:
    if entry.original is None:
        return {}
    fields = {name: getattr(entry.original, name) for name in ("file", "sha256", "extractor", "places")}
    said = {name: value.text for name, value in fields.items() if value is not None}
    return said | {name: _rename(said[name], key, version) for name in ("file", "places") if name in said}


def _rename(name: str, key: str, version: str) -> str:
    """Name a file after the version, whatever it was named after."""
    rest = name.removeprefix(key) if name.startswith(f"{key}.") else "".join(PurePosixPath(name).suffixes)
    return version + rest


def _cannot_edit(stored: StoredSource) -> Problem:
    return Problem(
        kind=UNREADABLE_RECORD,
        location=stored.entry.location,
        message=f"the record of `{stored.key}` is written in a way in which no passage can be moved safely",
        hint="write `quotes` and `statements` as blocks, each passage and each field on lines of its own",
    )
