"""A source as it is stored, before it is refreshed."""

import re
from dataclasses import dataclass
from pathlib import Path

from onrecord.content import SOURCES_FOLDER
from onrecord.forms import KEY
from onrecord.locations import TextFile
from onrecord.problems import EARLIER_VERSION, HASH_DIFFERS, NO_SOURCE, Problem, shorten
from onrecord.records import RecordEntry, read_record
from onrecord.stored_form import StoredForm
from onrecord.texts import StoredText, file_location, read_text_file


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSource:
    """The record and the words of a source."""

    key: str
    file: TextFile
    """The record."""
    form: StoredForm
    """Of the record."""
    entry: RecordEntry
    text: str
    """The words that were annotated."""
    data: bytes
    """The bytes of those words."""
    number: int
    """Of the version that these words will be."""
    is_resumed: bool
    """Whether a refresh was interrupted when the newer words were in place and the newer record was not."""
    has_leftovers: bool
    """Whether an interrupted refresh left files of the version of that number."""


def read_stored(content: Path, shown: str, key: str) -> tuple[StoredSource | None, tuple[Problem, ...]]:
    """Read the source of that key; None with the problems that stand in the way."""
    folder = content / SOURCES_FOLDER
    where = f"{shown}/{SOURCES_FOLDER}"
    if not KEY.admits(key) or not (folder / f"{key}.yml").is_file():
        return None, (_no_source(where, key),)
    record, problems = read_text_file(folder / f"{key}.yml", f"{where}/{key}.yml", content)
    if record is None or problems:
        return None, problems
    entry, problems = read_record(record.file)
    if entry is None or problems:
        return None, problems
    text, problems = read_text_file(folder / f"{key}.txt", f"{where}/{key}.txt", content)
    if text is None or problems:
        return None, problems
    return _of_record(folder, key, record, entry, text)


def _of_record(
    folder: Path, key: str, record: StoredText, entry: RecordEntry, text: StoredText
) -> tuple[StoredSource | None, tuple[Problem, ...]]:
    path, number, is_resumed = folder / f"{key}.txt", _next_number(folder, key), False
    last = folder / f"{version_key(key, number - 1)}.txt"
    if entry.version_of is not None:
        return None, (_is_version(record, key, entry.version_of.text),)
    if entry.sha256 is not None and entry.sha256.text.lower() != text.sha256:
        # The last version holds the annotated words, if a refresh was interrupted.
        path, number, is_resumed = last, number - 1, True
        found, _ = read_text_file(path, "", folder) if path.is_file() else (None, ())
        if found is None or found.sha256 != entry.sha256.text.lower():
            return None, (_differs(record, key, entry),)
        text = found
    elif last.is_file() and last.read_bytes() == path.read_bytes():
        number -= 1  # no version has the words of the source itself, but for one that was not finished
    stored = StoredSource(
        key=key,
        file=record.file,
        form=record.form,
        entry=entry,
        text=text.file.text,
        data=path.read_bytes(),
        number=number,
        is_resumed=is_resumed,
        has_leftovers=(folder / f"{version_key(key, number)}.txt").exists(),
    )
    return stored, ()


def version_key(key: str, number: int) -> str:
    """Give the key of an earlier version of a source."""
    return f"{key}-v{number}"


def _next_number(folder: Path, key: str) -> int:
    pattern = re.compile(rf"{re.escape(key)}-v([0-9]+)\.(?:txt|yml)")
    numbers = (pattern.fullmatch(each.name) for each in folder.iterdir())
    return max((int(match[1]) for match in numbers if match), default=0) + 1


def _no_source(path: str, key: str) -> Problem:
    return Problem(
        kind=NO_SOURCE,
        location=file_location(path),
        message=f"there is no source `{shorten(key)}`",
        hint="name the key of a source that has a record; `onrecord add` makes new ones",
    )


def _is_version(record: StoredText, key: str, newer: str) -> Problem:
    return Problem(
        kind=EARLIER_VERSION,
        location=file_location(record.file.path),
        message=f"`{key}` is an earlier version, whose words are never replaced",
        hint=f"refresh `{newer}`",
    )


def _differs(record: StoredText, key: str, entry: RecordEntry) -> Problem:
    return Problem(
        kind=HASH_DIFFERS,
        location=entry.sha256.location if entry.sha256 else file_location(record.file.path),
        message=f"{key}.txt is not the text that was annotated: its hash differs",
        hint="bring back the text that was annotated, and give the newer words as a file to `onrecord refresh`",
    )
