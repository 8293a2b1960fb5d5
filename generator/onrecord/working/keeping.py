"""What was read before, in packs under names that are hashes of all that a reading depends on.

Whoever can write into a project's folder must not be able to put readings into it that nobody sees: each pack bears a
seal that only the same user can make, whose key lies in the user's own cache folder. A pack without a true seal,
whether it is torn, changed, or from somebody else, is as if it were not there, and nothing in it is looked at. No file
is ever run, or believed for its date; all of them may be deleted at any time.

A pack is its seal, the length of its list (8 bytes, big-endian), the list of the names in it as JSON, each with its
place and length, and what is kept under them. A run adds one for each few megabytes that it read anew; a file for each
source would take longer to make than the source takes to read.
"""

import hashlib
import hmac
import json
import os
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path

import platformdirs

FOLDER = Path(".cache", "onrecord")
"""Of everything that is kept, in the folder of the project."""
SOURCES = "sources"
SITE = "site"
"""The parts: the readings of sources, and what the last site was made of."""
_SEAL = 32
"""Bytes of a seal, and of the key."""
_LENGTH = 8
"""Bytes that say how long a list is."""
_NAME = 20
"""Bytes of a name."""
_SPARE = 200
"""Readings that may lie there unused, whatever the size of the project."""
_MOST_PACKS = 16
"""More are made into one."""
_ENDING = ".pack"


@dataclass(frozen=True, slots=True)
class _Pack:
    """A pack with a true seal."""

    path: Path
    content: mmap
    start: int
    """Where in it begins what the list has the places of."""
    places: Mapping[str, tuple[int, int]]
    """By name, from the start, and how long."""

    def get(self, name: str) -> bytes:
        place, length = self.places[name]
        return self.content[self.start + place : self.start + place + length]


class Keep:
    """The readings of one project."""

    def __init__(self, folder: Path, key: bytes) -> None:
        """Take the folder of the readings, which need not be there, and the key of the user."""
        self._folder = folder
        self._key = key
        self._used: set[str] = set()
        self._is_changed = False

    @staticmethod
    def name(*parts: bytes) -> str:
        """Make the name of what depends on these parts and on nothing else."""
        digest = hashlib.blake2b(digest_size=_NAME)
        for part in parts:
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
        return digest.hexdigest()

    def get(self, name: str) -> bytes | None:
        """Give what was kept under the name; None where nothing was, or where its seal is not ours."""
        pack = self._pack_of.get(name)
        if pack is None:
            return None
        self._used.add(name)
        return pack.get(name)

    def put(self, name: str, data: bytes) -> None:
        """Keep data under the name, whole or not at all; where nothing can be written, nothing is kept."""
        self.put_all({name: data})

    def put_all(self, items: Mapping[str, bytes]) -> Path | None:
        """Keep data under each name, all or none; gives the pack, or None where nothing can be written."""
        path = self._folder / f"{self.name(*(name.encode() for name in items))}{_ENDING}"
        aside = f"{path}.{os.getpid()}"
        with suppress(OSError):
            try:
                self._write(aside, items)
            except FileNotFoundError:
                self._prepare(self._folder)
                self._write(aside, items)
            os.replace(aside, path)  # noqa: PTH105  pathlib takes three times as long
            self._used.update(items)
            self._is_changed = True
            self._forget()
            return path
        return None

    def tidy(self) -> None:
        """Make one pack of many, and leave out what this run did not use, the oldest first, until no more is left of it than was used."""
        packs, found = (self._packs, self._pack_of) if self._is_changed else ([], {})
        unused = [name for name in found if name not in self._used]
        surplus = len(unused) - max(_SPARE, len(self._used))
        if surplus > 0 or len(packs) > _MOST_PACKS:
            left_out = set(unused[: max(0, surplus)])
            one = self.put_all({name: pack.get(name) for name, pack in found.items() if name not in left_out})
            for pack in packs if one is not None else ():
                if pack.path != one:
                    with suppress(OSError):
                        pack.path.unlink()
        self._forget()

    @cached_property
    def _packs(self) -> list[_Pack]:
        """Every pack with a true seal, the oldest first."""
        try:
            paths = sorted(self._folder.glob(f"*{_ENDING}"), key=lambda path: (path.stat().st_mtime_ns, path.name))
        except OSError:
            return []
        return [pack for pack in map(self._open, paths) if pack is not None]

    @cached_property
    def _pack_of(self) -> Mapping[str, _Pack]:
        """The newest pack that has each name, in the order of their age."""
        return {name: pack for pack in self._packs for name in pack.places}

    def _forget(self) -> None:
        """Look at the folder anew when somebody asks."""
        self.__dict__.pop("_packs", None)
        self.__dict__.pop("_pack_of", None)

    def _open(self, path: Path) -> _Pack | None:
        """Open a pack; None where there is none, or where its seal is not ours."""
        try:
            with path.open("rb") as file:
                content = mmap(file.fileno(), 0, access=ACCESS_READ)
        except (OSError, ValueError):  # an empty file has no map
            return None
        with memoryview(content) as view:
            if not hmac.compare_digest(bytes(view[:_SEAL]), self._seal(view[_SEAL:])):
                return None
        start = _SEAL + _LENGTH + int.from_bytes(content[_SEAL : _SEAL + _LENGTH], "big")
        places = json.loads(content[_SEAL + _LENGTH : start])
        return _Pack(path, content, start, places)

    def _seal(self, *parts: bytes | memoryview) -> bytes:
        seal = hashlib.blake2b(key=self._key, digest_size=_SEAL)
        for part in parts:
            seal.update(part)
        return seal.digest()

    def _write(self, aside: str, items: Mapping[str, bytes]) -> None:
        starts = accumulate(map(len, items.values()), initial=0)
        places = {name: (start, len(data)) for (name, data), start in zip(items.items(), starts, strict=False)}
        names = json.dumps(places, separators=(",", ":")).encode("ascii")
        parts = (len(names).to_bytes(_LENGTH, "big"), names, *items.values())
        with open(aside, "wb") as file:  # noqa: PTH123  as above
            file.writelines((self._seal(*parts), *parts))

    def _prepare(self, folder: Path) -> None:
        """Make the folder, and have version control and backups pass over it."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in (
            (".gitignore", "*\n"),
            ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n"),
        ):
            path = self._folder.parent / name
            if not path.exists():
                path.write_text(text, encoding="ascii")


def open_keep(project: Path, part: str = SOURCES) -> Keep | None:
    """Open a part of what is kept of a project; None where the user has no folder for a key."""
    key = _read_key(platformdirs.user_cache_path("onrecord") / "seal")
    return Keep(project / FOLDER / part, key) if key is not None else None


def _read_key(path: Path) -> bytes | None:
    """Read the key of the user, which is made when it is first asked for."""
    try:
        if not path.exists():
            _make_key(path)
        key = path.read_bytes()
    except OSError:
        return None
    return key if len(key) == _SEAL else None


def _make_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent)  # readable by its owner alone
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(_SEAL))
        with suppress(FileExistsError):  # somebody else was first
            os.link(aside, path)
    finally:
        Path(aside).unlink()
