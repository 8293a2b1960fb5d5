"""What was made last time of what, so that nothing is made again when nothing has changed.

A receipt lies in `.cache/onrecord/` of the project, which may be deleted at any time. It is believed only where it is
whole, is of the same inputs, and every file that was made is still there as it was left. A file counts as left alone
where its size and both its times are the same; no program can set the time of the last change of its inode.
"""

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

FOLDER = Path(".cache", "onrecord")
_SHAPE = 1
_KEPT = 8
"""How many receipts there are at most: one for each choice of products."""

Left = dict[str, list[int]]
"""By path: size, and the times of the last change of the content and of the inode in nanoseconds."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was made, and what was said of it."""

    inputs: str
    """The hash of what it was made of."""
    out: str
    error: str
    """What the command printed, on either of its channels."""
    left: Left
    shape: int = _SHAPE


def find_receipt(project: Path, inputs: str, folder: Path) -> Receipt | None:
    """Find the receipt of these inputs; none where what was made is no longer as it was left."""
    receipt = _read(_path(project, inputs)) if inputs else None
    if receipt is None or receipt.inputs != inputs:
        return None
    tops = sorted({path.split("/")[0] for path in receipt.left})
    return receipt if receipt.left and look_at(folder, tops) == receipt.left else None


def keep_receipt(project: Path, receipt: Receipt) -> None:
    """Keep a receipt, as a whole or not at all; one that cannot be written is no fault of the build."""
    if not receipt.inputs:
        return
    path = _path(project, receipt.inputs)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            json.dump(asdict(receipt), file)
        Path(name).replace(path)
        for old in _by_age(path.parent)[_KEPT:]:
            old.unlink()


def look_at(folder: Path, names: Iterable[str]) -> Left:
    """Look at each file of what was made."""
    return dict(sorted(found for name in names for found in _look(folder / name, name)))


def _look(path: Path, name: str) -> Iterator[tuple[str, list[int]]]:
    if not path.is_dir() or path.is_symlink():
        with suppress(OSError):
            found = path.lstat()
            yield name, [found.st_size, found.st_mtime_ns, found.st_ctime_ns]
        return
    with os.scandir(path) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _look(Path(entry.path), f"{name}/{entry.name}")
            else:
                found = entry.stat(follow_symlinks=False)
                yield f"{name}/{entry.name}", [found.st_size, found.st_mtime_ns, found.st_ctime_ns]


def _path(project: Path, inputs: str) -> Path:
    return project / FOLDER / f"made-{inputs[:32]}.json"


def _by_age(folder: Path) -> list[Path]:
    return sorted(folder.glob("made-*.json"), key=lambda each: each.stat().st_mtime_ns, reverse=True)


def _read(path: Path) -> Receipt | None:
    """Read a receipt; whatever is none is ignored."""
    with suppress(OSError, ValueError, TypeError):
        found = json.loads(path.read_text(encoding="utf-8"))
        receipt = Receipt(**found)
        if _is_whole(receipt):
            return receipt
    return None


def _is_whole(receipt: Receipt) -> bool:
    texts = (receipt.inputs, receipt.out, receipt.error)
    return (
        receipt.shape == _SHAPE
        and all(isinstance(each, str) for each in texts)
        and isinstance(receipt.left, dict)
        and all(isinstance(each, list) for each in receipt.left.values())
    )
