"""The files of a bundle, in a folder or a zip, read within bounds and never unpacked.

Nothing that a hostile bundle says leads out of it: names are looked up and shown, and no file is written.
"""

import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO, Protocol

from onrecord.site import is_inside
from onrecord.texts import showable
from onrecord.urls import PROOF
from onrecord.verifying.verdict import UnreadableError

MOST_FILES = 500_000
MOST_BYTES = 4 << 30
"""Of all files together, unpacked."""
MOST_TEXT = 128 << 20
"""Of a file that is read as a whole."""

_CHUNK = 1 << 20
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)


class Opened(Protocol):
    """The files of a bundle by their paths, `/` between folders."""

    @property
    def sizes(self) -> dict[str, int]:
        """The size of each file in bytes, in the order of names."""

    def open(self, path: str) -> IO[bytes]:
        """Open one of the files."""


def hash_file(files: Opened, path: str) -> str:
    """Compute the SHA-256 of a file, a chunk at a time; UnreadableError where it cannot be read."""
    digest = sha256()
    with _reading(path), files.open(path) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def read_file(files: Opened, path: str) -> bytes:
    """Read a file as a whole; UnreadableError where it cannot be read or is beyond all use."""
    if files.sizes[path] > MOST_TEXT:
        raise UnreadableError(f"{path} is too large to be read ({files.sizes[path]:,} bytes)")
    with _reading(path), files.open(path) as file:
        return file.read(MOST_TEXT)


@contextmanager
def _reading(path: str) -> Iterator[None]:
    try:
        yield
    except _FAULTS as fault:
        raise UnreadableError(f"{path} cannot be read: {fault}") from fault


class Folder:
    """The files of a folder; links are refused, since they lead elsewhere."""

    def __init__(self, folder: Path) -> None:
        """List the files; UnreadableError where there is a link or something that is no file."""
        self._folder = folder
        found: dict[str, int] = {}
        for path in _files_below(folder):
            name = path.relative_to(folder).as_posix()
            state = path.lstat()
            if not stat.S_ISREG(state.st_mode):
                raise UnreadableError(f"{showable(name)} is a link or no file; a bundle holds files alone")
            found[name] = state.st_size
        self.sizes = _checked(dict(sorted(found.items())))

    def open(self, path: str) -> IO[bytes]:
        """Open one of the files."""
        return (self._folder / path).open("rb")


class Zip:
    """The files of a zip."""

    def __init__(self, path: Path) -> None:
        """List the files; UnreadableError where the zip is broken or hostile."""
        try:
            self._zip = zipfile.ZipFile(path)
        except _FAULTS as fault:
            raise UnreadableError(f"this is no whole zip: {fault}") from fault
        entries = [each for each in self._zip.infolist() if not each.is_dir()]
        for each in entries:
            _refuse_entry(each)
        if len({each.filename for each in entries}) < len(entries):
            raise UnreadableError("two files of the zip have the same name")
        self._root = _root_of({each.filename for each in entries})
        sizes = {each.filename.removeprefix(self._root): each.file_size for each in entries}
        self.sizes = _checked(dict(sorted(sizes.items())))

    def open(self, path: str) -> IO[bytes]:
        """Open one of the files."""
        return self._zip.open(self._root + path)


def open_files(path: Path) -> Folder | Zip:
    """Open a folder or a zip."""
    return Folder(path) if path.is_dir() else Zip(path)


def _files_below(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        yield from (Path(root, name) for name in names)
        yield from (path for name in folders if (path := Path(root, name)).is_symlink())


def _root_of(names: set[str]) -> str:
    """Find the folder that a packed bundle is in; empty where it is in none."""
    roots = {name.partition("/")[0] for name in names}
    return f"{roots.pop()}/" if len(roots) == 1 and PROOF not in names else ""


def _refuse_entry(entry: zipfile.ZipInfo) -> None:
    name = showable(entry.filename)
    if not is_inside(entry.filename):
        raise UnreadableError(f"the zip names a file outside itself: {name}")
    if entry.flag_bits & 1:
        raise UnreadableError(f"{name} is encrypted")
    if entry.compress_type not in _METHODS:
        raise UnreadableError(f"{name} is packed in a way that no bundle uses")


def _checked(sizes: dict[str, int]) -> dict[str, int]:
    if len(sizes) > MOST_FILES or sum(sizes.values()) > MOST_BYTES:
        raise UnreadableError(f"this is too large for a bundle: {len(sizes):,} files, {sum(sizes.values()):,} bytes")
    return sizes
