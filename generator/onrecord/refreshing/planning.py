"""What a refresh comes to, before anything is written: the outcome of every passage, and every file as it will be."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from onrecord.adding.extracted import Document, Extracted
from onrecord.adding.source import join_paragraphs, original_of, write_places
from onrecord.anchoring import Miss, Reason, Selector, anchor, fold
from onrecord.changes import Outcome, compare
from onrecord.noise import whole_lines
from onrecord.problems import UNREADABLE_RECORD, Problem
from onrecord.records import RecordEntry
from onrecord.refreshing.asking import ask_of
from onrecord.refreshing.rewriting import Wanted, rewrite_record
from onrecord.refreshing.stored import StoredSource, version_key
from onrecord.stored_form import restore
from onrecord.texts import canonical_text

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
    stretches_gone: tuple[str, ...]
    """Words of `noise` and `left_out` that the newer words do not have."""


def plan_refresh(
    stored: StoredSource, document: Document, extracted: Extracted, day: str, read_beside: Mapping[str, bytes]
) -> tuple[Refresh | None, tuple[Problem, ...]]:
    """Plan a refresh; `read_beside` holds the original of the older words and its places, by name."""
    joined = join_paragraphs(extracted.paragraphs)
    words = document.data if extracted.is_own_text else joined.text.encode()
    text = canonical_text(words.decode("utf-8"))
    outcomes = compare(ask_of(stored.entry, stored.text), stored.text, text)
    if text == stored.text and not stored.is_resumed:
        return _nothing(outcomes, text), ()
    kept = _surviving(stored.entry, outcomes)
    stretches = {name: _standing(stored.entry, name, text) for name in _STRETCHES}
    original = {} if extracted.is_own_text else original_of(stored.key, document, extracted)
    newer = Wanted(
        passages=kept,
        lost_context=[each.key for each in outcomes if each.has_lost_context],
        stretches=stretches,
        values={"sha256": sha256(words).hexdigest(), "retrieved": day},
        original=original,
    )
    version = version_key(stored.key, stored.number)
    beside = {name: _rename(name, stored.key, version) for name in read_beside}
    older = Wanted(
        passages=_all_keys(stored.entry) - kept,
        stretches={name: [each.text for each in getattr(stored.entry, name)] for name in _STRETCHES},
        dropped=("events", "aliases"),
        values={"version_of": stored.key, "replaced": day},
        original=_renamed_original(stored.entry, stored.key, version),
    )
    records = [_write(stored, each) for each in (newer, older)]
    if records[0] is None or records[1] is None:
        return None, (_cannot_edit(stored),)
    places = write_places(joined, extracted.places, newer.values["sha256"]) if "places" in original else b""
    replaced = {
        **({original["file"]: document.data} if original else {}),
        **({original["places"]: places} if places else {}),
        f"{stored.key}.txt": words,
        f"{stored.key}.yml": records[0],
    }
    gone = [
        each.text for name in _STRETCHES for each in getattr(stored.entry, name) if each.text not in stretches[name]
    ]
    return Refresh(
        outcomes=outcomes,
        text=text,
        version=version,
        new_files={
            **{beside[name]: data for name, data in read_beside.items()},
            f"{version}.txt": stored.data,
            f"{version}.yml": records[1],
        },
        replaced_files=replaced,
        gone_files=tuple(name for name in read_beside if name not in replaced),
        stretches_gone=tuple(gone),
    ), ()


def names_beside(entry: RecordEntry) -> tuple[str, ...]:
    """Name the files that a record has beside its words: the original, and the places of its lines."""
    if entry.original is None:
        return ()
    return tuple(each.text for each in (entry.original.file, entry.original.places) if each is not None and each.text)


def _nothing(outcomes: tuple[Outcome, ...], text: str) -> Refresh:
    return Refresh(
        outcomes=outcomes, text=text, version="", new_files={}, replaced_files={}, gone_files=(), stretches_gone=()
    )


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
