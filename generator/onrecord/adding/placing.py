"""Put new files in their places: all or none, never over another, and only when every byte of them is written.

The record comes last. Whoever is interrupted before leaves words without a record at the most, and who adds the same
document again takes those for its own.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock

_LOCK = Path(".cache", "onrecord", "sources.lock")
_ASIDE = ".adding-"
"""How the folders begin in which files are written before they are put in their places; no reader of sources looks in."""


@contextmanager
def only_one(project: Path) -> Iterator[None]:
    """Wait until nobody else adds sources to this project or refreshes them."""
    path = project / _LOCK
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path):
        yield


def place_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write new files into a folder, in their order; FileExistsError where there is another of the name.

    Only for whoever is `only_one`. A file that is there already with the same bytes is left as it is.
    """
    placed: list[Path] = []
    _clear(folder)
    with tempfile.TemporaryDirectory(dir=folder, prefix=_ASIDE) as aside:
        staged = [
            (_stage(Path(aside, str(number)), data), folder / name) for number, (name, data) in enumerate(files.items())
        ]
        try:
            for source, target in staged:
                if not _is_same(source, target):
                    _place(source, target)
                    placed.append(target)
        except BaseException:
            for path in placed:
                path.unlink(missing_ok=True)
            raise


def _clear(folder: Path) -> None:
    """Take away what somebody left who was interrupted: nobody else is at work."""
    for left in folder.glob(f"{_ASIDE}*"):
        shutil.rmtree(left, ignore_errors=True)


def _stage(path: Path, data: bytes) -> Path:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return path


def _is_same(source: Path, target: Path) -> bool:
    with suppress(OSError):
        return not target.is_symlink() and source.read_bytes() == target.read_bytes()
    return False


def _place(source: Path, target: Path) -> None:
    """Give a file its name, unless the name is taken; where files cannot be linked, by a copy."""
    try:
        target.hardlink_to(source)
    except FileExistsError:
        raise
    except OSError:
        with target.open("xb") as file:
            file.write(source.read_bytes())
