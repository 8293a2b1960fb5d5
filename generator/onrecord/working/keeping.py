"""What was read and made before, under names that are hashes of all that it depends on.

Whoever can write into a project's folder must not be able to put anything into it that nobody sees: each file bears a
seal that only the same user can make, whose key lies in the user's own cache folder. A file without a true seal,
whether it is torn, changed, or from somebody else, is as if it were not there. No file is ever run, or believed for
its date; all of them may be deleted at any time.
"""

import hashlib
import hmac
import os
import secrets
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import platformdirs

FOLDER = Path(".cache", "onrecord")
"""Of everything that is kept, in the folder of the project."""
SEAL = 32
"""Bytes of a seal, and of the key."""
_NAME = 20
"""Bytes of a name."""
SPARE = 200
"""Files that may lie there unused, whatever the size of the project."""


class Keep:
    """What is kept of one project, a file for each thing."""

    def __init__(self, folder: Path, key: bytes) -> None:
        """Take the folder, which need not be there, and the key of the user."""
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
        try:
            with open(self._path(name), "rb", buffering=0) as file:  # noqa: PTH123  pathlib takes three times as long
                stored = file.read()
        except OSError:
            return None
        seal, data = stored[:SEAL], stored[SEAL:]
        if not hmac.compare_digest(seal, self._seal(name.encode("ascii"), data)):
            return None
        self._used.add(name)
        return data

    def put(self, name: str, data: bytes) -> None:
        """Keep data under the name, whole or not at all; where nothing can be written, nothing is kept."""
        path = self._path(name)
        aside = f"{path}.{os.getpid()}"
        with suppress(OSError):
            try:
                self._write(aside, name, data)
            except FileNotFoundError:
                self._prepare(Path(path).parent)
                self._write(aside, name, data)
            os.replace(aside, path)  # noqa: PTH105  as above
            self._used.add(name)
            self._is_changed = True

    def note_used(self, names: Iterable[str]) -> None:
        """Note what other processes of this run got and put."""
        self._used.update(names)
        self._is_changed = True

    def tidy(self, spare: int = SPARE) -> None:
        """Delete what this run did not use, the oldest first, until no more is left than what it used, or may be spared."""
        if not self._is_changed:
            return
        unused = [path for path in self._folder.glob("*/*") if path.name not in self._used]
        surplus = len(unused) - max(spare, len(self._used))
        if surplus > 0:
            with suppress(OSError):
                unused.sort(key=lambda path: path.stat().st_mtime_ns)
            for path in unused[:surplus]:
                with suppress(OSError):
                    path.unlink()

    def _path(self, name: str) -> str:
        return f"{self._folder}/{name[:2]}/{name}"

    def _seal(self, *parts: bytes | memoryview) -> bytes:
        seal = hashlib.blake2b(key=self._key, digest_size=SEAL)
        for part in parts:
            seal.update(part)
        return seal.digest()

    def _write(self, aside: str, name: str, data: bytes) -> None:
        with open(aside, "wb", buffering=0) as file:  # noqa: PTH123  as above
            file.write(self._seal(name.encode("ascii"), data) + data)

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


def open_keep(project: Path) -> Keep | None:
    """Open what is kept of the last site of a project; None where the user has no folder for a key."""
    key = read_key()
    return None if key is None else Keep(project / FOLDER / "site", key)


def read_key() -> bytes | None:
    """Read the key of the user, which is made when it is first asked for; None where there is no folder for it."""
    path = platformdirs.user_cache_path("onrecord") / "seal"
    try:
        if not path.exists():
            _make_key(path)
        key = path.read_bytes()
    except OSError:
        return None
    return key if len(key) == SEAL else None


def _make_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=path.parent)  # readable by its owner alone
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(SEAL))
        with suppress(FileExistsError):  # somebody else was first
            os.link(aside, path)
    finally:
        Path(aside).unlink()
