"""A folder that is replaced as a whole, and only if it is ours.

The new files are written aside, in a hidden folder next to it, and then swapped in; a failure before that changes
nothing. A marker file says that a folder was written by us and may be replaced.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from onrecord.site import is_inside

MARKER = ".onrecord"
_MARKER_TEXT = b"This folder is written by `onrecord write`, which replaces it as a whole.\n"


class RefusedError(Exception):
    """Something that we were asked to do could destroy what is not ours, or cannot be done; says what and why."""


def check_folder(folder: Path, sources: tuple[Path, ...]) -> None:
    """Refuse a folder that holds something else, or that is, holds or lies in what the site is made from."""
    target = folder.resolve()
    project, *inputs = (source.resolve() for source in sources)
    if project.is_relative_to(target) or any(target.is_relative_to(source) for source in inputs):
        raise RefusedError(f"{folder} holds files of the project itself; name another folder")
    if folder.exists() and not folder.is_dir():
        raise RefusedError(f"{folder} is not a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        raise RefusedError(f"{folder} is not empty and was not written by `onrecord write`; name another folder")


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder hold these files (by path below it) and the marker, and nothing else."""
    target = folder.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as aside:
        new = Path(aside) / "new"
        for path, content in ({MARKER: _MARKER_TEXT} | dict(files)).items():
            _write_file(new, path, content)
        _swap(new, target, Path(aside) / "old")


def _write_file(root: Path, path: str, content: bytes) -> None:
    if not is_inside(path):
        raise ValueError(f"`{path}` is outside the folder")
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content)


def _swap(new: Path, target: Path, old: Path) -> None:
    """Put the new folder in the place of the old one, which comes back if that fails."""
    if not target.exists():
        new.rename(target)
        return
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        old.rename(target)
        raise
