"""The pieces of the last build: what each was made of, and where what was made of it lies.

What was made is not copied. The last site is where it is, and a file of it counts as left alone where its size, the
time of its last change and its place on the disk are the same. The memory is JSON under the seal of `working.keeping`,
so to read it runs nothing, and nobody else can have written it; where it is missing or of another make, everything is
made again.
"""

import json
import os
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from onrecord.remembered.digests import Digests
from onrecord.stored import StoredPage
from onrecord.working.keeping import Keep

_SHAPE = 3
_LENGTH = 8
"""Bytes that say how long the head of a memory is."""
_QUICKLY = 1
_NAME = Keep.name(b"the last site")

Left = tuple[int, int, int]
"""A file as it was left: its size, the time of its last change in nanoseconds, the number of its inode."""


UNSEEN: Left = (0, 0, 0)
"""Of a file that nobody has looked at yet."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What whoever puts the site together notes of a page while it is made."""

    ids: Sequence[str] = ()
    links: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The places linked to: by the path of the Markdown file, each fragment with the link as it was written."""
    entries: Sequence[Any] = ()
    """Of the theme's search."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a file, which is what a piece adds to it."""

    gap: str
    path: str
    start: int
    length: int
    """In bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of the site: a page, some files, or what a source adds to files that hold the whole dossier."""

    root: str
    """The digest of what it was planned from; one piece of a site has it."""
    subjects: tuple[str, ...]
    """What it asked for."""
    asked: str
    """The digest of that."""
    told: StoredPage | None = None
    """What is told of a page without reading it; none of files."""
    files: tuple[tuple[str, Left], ...] = ()
    """What was made of it, or holds what it adds, by path below the site's root."""
    added: tuple[Stretch, ...] = ()
    """What it adds to them."""
    links: tuple[str, ...] = ()
    """The addresses that a page links to."""
    has_prose: bool = False
    """Whether it holds what somebody wrote, which may link to anything."""
    notice: str = ""
    """What a draft has put above it."""
    place: tuple[int, int] = (0, 0)
    """Where in the memory is what was noted of it."""


class Looked(dict[str, Left | None]):
    """How the files of a folder were left, each looked at once; None where there is none."""

    def __init__(self, folder: Path) -> None:
        """Take the folder."""
        super().__init__()
        self._folder = f"{folder}{os.sep}"

    def __missing__(self, path: str) -> Left | None:
        """Look at a file."""
        left = self[path] = tell_file(self._folder + path)
        return left


@dataclass(frozen=True, kw_only=True)
class Memory:
    """What is remembered of the last site."""

    folder: Path = Path()
    """Where the site is."""
    base: str = ""
    """The hash of what all pieces are made of: the programs, and where the site is published."""
    around: str = ""
    """The hash of what is around all pages."""
    addresses: str = ""
    """The hash of the addresses of all pages."""
    pieces: Mapping[str, Piece] = field(default_factory=dict)
    """By root."""
    noted: bytes = b""
    keep: Keep | None = None
    """Where it is kept."""
    digests: Digests | None = None
    """Those of the last dossier, where the process lives on."""
    is_living: bool = False
    """Whether the process that builds remembers by itself; without this and a place nothing is remembered."""

    @cached_property
    def _looked(self) -> Mapping[str, Left | None]:
        """The files of the last site, each looked at when it is first asked for: many pieces may be in one."""
        return Looked(self.folder)

    @property
    def is_wanted(self) -> bool:
        """Tell whether the new site is to be remembered."""
        return self.is_living or self.keep is not None

    def find(self, root: bytes, digests: Digests) -> Piece | None:
        """Find a piece that would be made again as it is."""
        piece = self.pieces.get(root.hex()) if root else None
        if piece is None or digests.of_subjects(piece.subjects).hex() != piece.asked:
            return None
        return piece if all(self._looked[path] == left for path, left in piece.files) else None

    def based_on(self, base: str) -> "Memory":
        """Give what is remembered of a site with the same base: nothing, where it had another."""
        return self if base == self.base else replace(self, base=base, pieces={}, noted=b"", around="", addresses="")

    def read(self, span: Stretch) -> bytes:
        """Read what a piece added to a file of the last site."""
        with (self.folder / span.path).open("rb", buffering=0) as file:
            return os.pread(file.fileno(), span.length, span.start)

    def noted_of(self, piece: Piece) -> bytes:
        """Give what was noted of a page, to be read by `read_noted`."""
        start, length = piece.place
        return self.noted[start : start + length]

    def renewed(self, around: str, addresses: str, made: Iterable[tuple[Piece, bytes]]) -> "Memory":
        """Remember a new site instead: its pieces, and what was noted of each, as `write_noted` writes it."""
        pieces: dict[str, Piece] = {}
        noted: list[bytes] = []
        end = 0
        for piece, told in made:
            pieces[piece.root] = replace(piece, place=(end, len(told)))
            noted.append(told)
            end += len(told)
        return replace(self, around=around, addresses=addresses, pieces=pieces, noted=b"".join(noted))

    def save(self) -> None:
        """Write it to where it is kept."""
        if self.keep is None:
            return
        subjects: dict[str, int] = {}
        rows = [
            _row(piece, [subjects.setdefault(each, len(subjects)) for each in piece.subjects])
            for piece in self.pieces.values()
        ]
        head = {
            "shape": _SHAPE,
            "base": self.base,
            "around": self.around,
            "addresses": self.addresses,
            "subjects": list(subjects),
            "pieces": rows,
        }
        written = json.dumps(head, ensure_ascii=False, separators=(",", ":"), default=str)
        encoded = written.encode("utf-8", "surrogatepass")
        self.keep.put(_NAME, b"".join((len(encoded).to_bytes(_LENGTH, "big"), encoded, self.noted)))


NOTHING = Memory()
"""Is remembered, and is to be."""


def write_noted(noted: Noted) -> bytes:
    """Write what was noted of a page, packed: places are much alike."""
    told = [list(noted.ids), noted.links, list(noted.entries)]
    written = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return zlib.compress(written, _QUICKLY)


def read_noted(written: bytes) -> Noted:
    """Read it."""
    ids, links, entries = json.loads(zlib.decompress(written))
    return Noted(ids, links, entries)


def open_memory(keep: Keep | None, folder: Path) -> Memory:
    """Open what is remembered of the site in this folder; an empty memory where nothing is."""
    empty = Memory(folder=folder, keep=keep)
    data = keep.get(_NAME) if keep is not None else None
    if not data:
        return empty
    length = int.from_bytes(data[:_LENGTH], "big")
    head = json.loads(data[_LENGTH : _LENGTH + length])
    if head["shape"] != _SHAPE:
        return empty
    pieces = (_piece(row, head["subjects"]) for row in head["pieces"])
    return replace(
        empty,
        base=head["base"],
        around=head["around"],
        addresses=head["addresses"],
        pieces={each.root: each for each in pieces},
        noted=data[_LENGTH + length :],
    )


def tell_file(path: Path | str) -> Left | None:
    """Say how a file was left; None where there is none."""
    with suppress(OSError):
        found = os.lstat(path)
        return found.st_size, found.st_mtime_ns, found.st_ino
    return None


def _row(piece: Piece, subjects: list[int]) -> list[Any]:
    page = piece.told and [getattr(piece.told, name) for name in _TOLD]
    added = [(each.gap, each.path, each.start, each.length) for each in piece.added]
    return [piece.root, subjects, piece.asked, page, piece.files, added, piece.links, piece.has_prose, piece.place]


def _piece(row: Sequence[Any], subjects: Sequence[str]) -> Piece:
    root, numbers, asked, page, files, added, links, has_prose, place = row
    return Piece(
        root=root,
        subjects=tuple(subjects[each] for each in numbers),
        asked=asked,
        told=page and _told(page),
        files=tuple((path, tuple(left)) for path, left in files),
        added=tuple(Stretch(*each) for each in added),
        links=tuple(links),
        has_prose=has_prose,
        place=tuple(place),
    )


_TOLD = ("address", "title", "description", "is_hub", "edit_path", "language", "modified", "headings")
"""What is remembered of what is told of a page."""


def _told(row: Sequence[Any]) -> StoredPage:
    told = dict(zip(_TOLD, row, strict=True))
    path = told["edit_path"]
    return StoredPage(**told | {"edit_path": PurePosixPath(path) if path is not None else None})
