"""Many small things kept together: a file for each reading took longer to make than its source takes to read.

A pack is its seal, the length of its list (8 bytes, big-endian), the list of the names in it as JSON, each with its
place and length, and what is kept under them. The seal is over all the rest, so nothing in a pack is looked at before it
is known whose it is. A run adds one for each few megabytes that it read anew.
"""

import hmac
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path

from onrecord.working.keeping import FOLDER, SEAL, SPARE, Keep, read_key

_LENGTH = 8
"""Bytes that say how long a list is."""
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


class Packs(Keep):
    """The readings of a project, and what was said of them."""

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
        path = self._folder / f"{Keep.name(*(name.encode() for name in items))}{_ENDING}"
        aside = f"{path}.{os.getpid()}"
        with suppress(OSError):
            try:
                self._write_pack(aside, items)
            except FileNotFoundError:
                self._prepare(self._folder)
                self._write_pack(aside, items)
            os.replace(aside, path)  # noqa: PTH105  pathlib takes three times as long
            self._used.update(items)
            self._is_changed = True
            self._forget()
            return path
        return None

    def tidy(self, spare: int = SPARE) -> None:
        """Make one pack of many, and leave out what this run did not use, the oldest first, until no more is left of it than was used."""
        packs, found = (self._packs, self._pack_of) if self._is_changed else ([], {})
        unused = [name for name in found if name not in self._used]
        surplus = len(unused) - max(spare, len(self._used))
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
            if not hmac.compare_digest(bytes(view[:SEAL]), self._seal(view[SEAL:])):
                return None
        start = SEAL + _LENGTH + int.from_bytes(content[SEAL : SEAL + _LENGTH], "big")
        places = json.loads(content[SEAL + _LENGTH : start])
        return _Pack(path, content, start, places)

    def _write_pack(self, aside: str, items: Mapping[str, bytes]) -> None:
        starts = accumulate(map(len, items.values()), initial=0)
        places = {name: (start, len(data)) for (name, data), start in zip(items.items(), starts, strict=False)}
        names = json.dumps(places, separators=(",", ":")).encode("ascii")
        parts = (len(names).to_bytes(_LENGTH, "big"), names, *items.values())
        with open(aside, "wb") as file:  # noqa: PTH123  as above
            file.writelines((self._seal(*parts), *parts))


def open_packs(project: Path) -> Packs | None:
    """Open what is kept of the sources of a project; None where the user has no folder for a key."""
    key = read_key()
    return None if key is None else Packs(project / FOLDER / "sources", key)
