"""Write what a record lacks and the program knows: the hash of the stored words. All else stays byte for byte.

Nothing is written before it was read back: what would read as anything but the same record with its hash is left alone.
"""

import os
import tempfile
from dataclasses import fields, replace
from pathlib import Path

from onrecord.content import SOURCES_FOLDER, Content, RecordFile
from onrecord.fields import Entry, Keyed
from onrecord.locations import TextFile, Written
from onrecord.records import read_record
from onrecord.texts import canonical_text


def find_missing_hashes(content: Content) -> tuple[RecordFile, ...]:
    """Find the records that have stored words and no hash."""
    return tuple(
        record for record in content.records if record.entry.sha256 is None and record.sha256 and not record.is_broken
    )


def write_hash(folder: Path, record: RecordFile) -> bool:
    """Write its hash into a record of the content folder; tell whether there was a safe place for it."""
    path = (folder / SOURCES_FOLDER / f"{record.key}.yml").resolve()
    line = _line_behind_publisher(record)
    if line is None:
        return False
    data = _insert(path.read_bytes(), line, f"sha256: {record.sha256}".encode())
    if not _reads_back(data, record):
        return False
    replace_file(path, data)
    return True


def _line_behind_publisher(record: RecordFile) -> int | None:
    """Count the lines up to and with the publisher's; None where nothing tells where its value ends."""
    publisher = record.entry.publisher.location
    rest = record.file.text[publisher.end :].partition("\n")[0].strip()
    is_alone = publisher.line_text.startswith("publisher:") and (not rest or rest.startswith("#"))
    return publisher.end_line if is_alone else None


def _insert(stored: bytes, line: int, words: bytes) -> bytes:
    """Insert a line behind so many others, ended as the file ends its lines."""
    ending = b"\r\n" if b"\r\n" in stored else b"\n"
    lines = stored.splitlines(keepends=True)
    if not lines[line - 1].endswith((b"\n", b"\r")):
        return b"".join((*lines, ending, words))
    return b"".join((*lines[:line], words, ending, *lines[line:]))


def _reads_back(data: bytes, record: RecordFile) -> bool:
    """Tell whether the bytes read as the record did, but for its hash."""
    read, problems = read_record(TextFile(record.file.path, canonical_text(data.decode("utf-8"))))
    if read is None or read.sha256 is None:
        return False
    is_same = words_of(replace(read, sha256=None)) == words_of(record.entry)
    return is_same and len(problems) == len(read_record(record.file)[1])


def words_of(value: object) -> object:
    """Give what was written without where."""
    if isinstance(value, Written):
        return value.text
    if isinstance(value, tuple):
        return tuple(map(words_of, value))
    if isinstance(value, Entry | Keyed):
        return tuple(words_of(getattr(value, each.name)) for each in fields(value) if each.name != "location")
    return value


def replace_file(path: Path, data: bytes) -> None:
    """Put new bytes in the place of a file in one step, so that an interruption leaves the old ones."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as aside:
        aside.write(data)
    try:
        Path(aside.name).chmod(path.stat().st_mode)
        os.replace(aside.name, path)  # noqa: PTH105  pathlib's replace says less of what it does
    except BaseException:
        Path(aside.name).unlink(missing_ok=True)
        raise
