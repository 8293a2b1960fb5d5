"""Files of the author's as canonical text: UTF-8 decoded, one BOM dropped, CRLF and lone CR made LF.

The stored bytes are never rewritten, and the hash is theirs; whatever is wrong with them is a problem, never a
replacement character.
"""

import hashlib
import os
import re
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from onrecord import problems
from onrecord.encodings import guess_encoding
from onrecord.locations import Location, TextFile
from onrecord.problems import Problem
from onrecord.stored_form import StoredForm, find_form

_BOM = "\ufeff"
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""Control characters (general category Cc) other than tab, line feed, form feed, carriage return and U+0085."""
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredText:
    """A file that could be read: its canonical text, and the hash of its stored bytes."""

    file: TextFile
    sha256: str
    """Lower-case hexadecimal."""
    form: StoredForm

    @property
    def is_utf16(self) -> bool:
        """Tell whether it looks like UTF-16 read as UTF-8, in which no words can be found."""
        return _is_half_nul(self.file.text)


def canonical_text(decoded: str) -> str:
    """Drop one BOM, and make CRLF and lone CR into LF."""
    text = decoded.removeprefix(_BOM)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def find_stored_form(text: str, hash_: str) -> str | None:
    """Find the form in which a canonical text would have that SHA-256, in words; None where its words are others."""
    for bom, with_bom in (("", ""), (_BOM, " and a byte order mark")):
        for end, name in (("\n", "LF"), ("\r\n", "CRLF"), ("\r", "CR")):
            if sha256((bom + text.replace("\n", end)).encode()).hexdigest() == hash_:
                return f"with {name} line endings{with_bom}"
    return None


def read_text_file(path: Path, shown: str, folder: Path) -> tuple[StoredText | None, tuple[Problem, ...]]:
    """Read one file below the content folder; None where it has no text at all (T103, T104, T101).

    A text with control characters (T102) is handed on, so that its quotes can still be looked for.
    """
    stored, refusal = _read_bytes(path, shown, folder)
    if stored is None:
        return None, refusal
    try:
        decoded = stored.decode("utf-8")
    except UnicodeDecodeError as fault:
        return None, (_not_utf8(stored, fault.start, shown),)
    file = TextFile(shown, canonical_text(decoded))
    hexadecimal = sha256(stored).hexdigest()
    return StoredText(file=file, sha256=hexadecimal, form=find_form(decoded)), _find_control_characters(file)


def hash_file(path: Path) -> str:
    """Give the SHA-256 of a file in lower-case hexadecimal; nothing where it cannot be read."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def showable(path: str) -> str:
    r"""Write a path so that it stays one line of plain text: control and bidi characters become `\u202e` and the like."""
    return _UNSHOWABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", path)


def file_location(shown: str) -> Location:
    """Point at a file as a whole, whatever it holds."""
    return Location(TextFile(shown, ""), 0, 0)


def _read_bytes(path: Path, shown: str, folder: Path) -> tuple[bytes | None, tuple[Problem, ...]]:
    if not _is_inside(str(path), str(folder)):
        return None, (_outside(shown),)
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116  pathlib takes twice as long, for every file
            return None, (_missing(shown, "is not a file"),)
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  as above
            return file.read(), ()
    except OSError as fault:
        return None, (_missing(shown, f"cannot be read: {fault.strerror}"),)


def _is_inside(path: str, folder: str) -> bool:
    """Tell whether a path ends inside the folder, wherever links lead; for most files two looks settle it."""
    parent = os.path.dirname(path)  # noqa: PTH120  as above
    if not _is_link(path) and (parent == folder or (os.path.dirname(parent) == folder and not _is_link(parent))):  # noqa: PTH120
        return True
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _is_link(path: str) -> bool:
    try:
        return stat.S_ISLNK(os.lstat(path).st_mode)
    except OSError:
        return True


def _outside(shown: str) -> Problem:
    return Problem(
        kind=problems.OUTSIDE_CONTENT,
        location=file_location(shown),
        message="the link leads out of the content folder",
        hint="put the file itself in its place",
    )


def _missing(shown: str, what: str) -> Problem:
    return Problem(kind=problems.FILE_MISSING, location=file_location(shown), message=f"`{shown}` {what}")


def _not_utf8(stored: bytes, at: int, shown: str) -> Problem:
    start = len(canonical_text(stored[:at].decode("utf-8")))
    file = TextFile(shown, canonical_text(stored.decode("utf-8", errors="replace")))
    encoding = guess_encoding(stored)
    looks = f"it looks like {encoding}; " if encoding else ""
    return Problem(
        kind=problems.NOT_UTF8,
        location=Location(file, start, start + 1),
        message=f"byte {at + 1} of the file, 0x{stored[at]:02X}, is not UTF-8",
        hint=f"{looks}save the file as UTF-8",
    )


def _find_control_characters(file: TextFile) -> tuple[Problem, ...]:
    match = CONTROL.search(file.text)
    if match is None:
        return ()
    count = sum(1 for _ in CONTROL.finditer(file.text, match.end()))
    looks = "the file looks like UTF-16; save it as UTF-8" if match[0] == "\0" and _is_half_nul(file.text) else ""
    problem = Problem(
        kind=problems.CONTROL_CHARACTER,
        location=Location(file, match.start(), match.end()),
        message=f"control character U+{ord(match[0]):04X}",
        notes=(f"{count} more in this file",) if count else (),
        hint=looks or "remove it from the file",
    )
    return (problem,)


def _is_half_nul(text: str) -> bool:
    return 0.4 * len(text) < text.count("\0") < 0.6 * len(text)
