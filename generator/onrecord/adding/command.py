"""`onrecord add`: documents become sources, each by itself; what cannot is a problem and changes nothing."""

import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.adding.extracted import CannotAddError, Document
from onrecord.adding.formats import check_size
from onrecord.adding.keys import check_key, propose_key
from onrecord.adding.placing import only_one, place_new
from onrecord.adding.reading import read_document
from onrecord.adding.source import NewSource, plan_source
from onrecord.content import SOURCES_FOLDER
from onrecord.problems import FILE_MISSING, KEY_TAKEN, Problem
from onrecord.texts import file_location, showable


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the person says of the documents."""

    key: str = ""
    """Empty where it is to be made of the file's name."""
    encoding: str = ""
    given: Mapping[str, str]
    """Fields of the record."""
    retrieved: str
    """The day on which the words are stored, in ISO form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one document: the source that was stored, or the problem."""

    file: Path
    source: NewSource | None = None
    problem: Problem | None = None


def add_document(content: Path, file: Path, wishes: Wishes) -> Added:
    """Add one document to the content folder, whose project lies above it."""
    try:
        source = _plan(file, wishes)
        _place(content, source)
    except CannotAddError as refusal:
        return Added(file=file, problem=problem_of(file, refusal))
    return Added(file=file, source=source)


def read_file(file: Path, encoding: str = "") -> Document:
    """Read a file that is to be added; raises `CannotAddError` where it cannot be, or is too large."""
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):
            raise CannotAddError(FILE_MISSING, f"`{showable(file.name)}` is not a file")
        check_size(found.st_size)
        return Document(name=file.name, data=file.read_bytes(), encoding=encoding)
    except OSError as fault:
        raise CannotAddError(FILE_MISSING, f"`{showable(file.name)}` cannot be read: {fault.strerror}") from None


def _plan(file: Path, wishes: Wishes) -> NewSource:
    key = wishes.key or propose_key(file.name)
    check_key(key)
    document = read_file(file, wishes.encoding)
    return plan_source(key, document, read_document(document), wishes.given, wishes.retrieved)


def _place(content: Path, source: NewSource) -> None:
    folder = content / SOURCES_FOLDER
    folder.mkdir(exist_ok=True)
    with only_one(content.parent):
        if (folder / f"{source.key}.yml").exists():
            raise _taken(source.key)
        try:
            place_new(folder, source.files)
        except FileExistsError:
            raise _taken(source.key) from None


def _taken(key: str) -> CannotAddError:
    return CannotAddError(
        KEY_TAKEN,
        f"there is a source `{key}` already",
        f"name another key with --key; if it is a new version, run `onrecord refresh {key} FILE`",
    )


def problem_of(file: Path, refusal: CannotAddError) -> Problem:
    """Make a problem of a refusal, at the file that was given."""
    return Problem(
        kind=refusal.kind,
        location=file_location(showable(file.as_posix())),
        message=refusal.message,
        hint=refusal.hint,
    )


def tell_added(added: NewSource, folder: Path) -> str:
    """Say what was stored, and what is left for the person to do."""
    lines = [
        f"{added.key}: {_counts(added)}, read by {added.extractor}",
        *(f"  {(folder / name).as_posix()}" for name in added.files),
        *(f"  note: {showable(each)}" for each in added.remarks),
    ]
    if added.to_write:
        lines.append(f"  write yourself, since the document does not say: {', '.join(added.to_write)}")
    if added.to_confirm:
        lines.append(f"  confirm, since only the document says so: {', '.join(added.to_confirm)}")
    return "\n".join(lines)


def _counts(added: NewSource) -> str:
    passages = f" with {_count(added.passages, 'marked passage')}" if added.passages else ""
    return _count(added.paragraphs, "paragraph") + passages


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
