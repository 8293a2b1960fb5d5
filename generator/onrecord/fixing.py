"""Write what a record lacks and the program knows: the hash of the stored words. All else stays byte for byte."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from onrecord.content import Content, RecordFile


def write_missing_hashes(content: Content) -> Iterator[str]:
    """Write the hash into every record that has stored words and none, and give the paths written."""
    for record in content.records:
        if record.entry.sha256 is None and record.sha256 and not record.is_broken and _insert_hash(record):
            yield record.file.path


def _insert_hash(record: RecordFile) -> bool:
    line = _line_behind_publisher(record)
    if line is None:
        return False
    path = Path(record.file.path)
    lines = path.read_bytes().splitlines(keepends=True)
    ending = b"\r\n" if lines[line - 1].endswith(b"\r\n") else b"\n"
    if not lines[line - 1].endswith((b"\n", b"\r")):
        lines[line - 1] += ending
    lines.insert(line, f"sha256: {record.sha256}".encode() + ending)
    replace_file(path, b"".join(lines))
    return True


def _line_behind_publisher(record: RecordFile) -> int | None:
    """Count the lines up to and with the publisher's; None where its line cannot be followed by another key."""
    publisher = record.entry.publisher.location
    line_text = publisher.line_text
    is_alone = (
        line_text.startswith("publisher:")
        and publisher.end_line == publisher.line
        and bool(record.entry.publisher.text)
    )
    rest = record.file.text[publisher.end :].partition("\n")[0].strip()
    return publisher.line if is_alone and (not rest or rest.startswith("#")) else None


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
