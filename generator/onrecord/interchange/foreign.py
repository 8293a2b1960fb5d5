"""A file that somebody wants to import: its bytes, and what lies beside it that belongs to it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

LARGEST = 200_000_000
"""Bytes of a file that is read at all."""


def _nothing(_: str) -> bytes | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """A file to be read by one of the formats."""

    name: str
    """Without its folder."""
    data: bytes
    beside: Callable[[str], bytes | None] = _nothing
    """Reads a file by its path below the folder of this one; None where it is not there, or outside."""

    @property
    def stem(self) -> str:
        """Give the name without its ending."""
        return PurePosixPath(self.name).stem

    @property
    def ending(self) -> str:
        """Give the ending in lower case, with its dot."""
        return PurePosixPath(self.name).suffix.lower()


def open_foreign(path: Path) -> Foreign:
    """Read a file to import; OSError where it cannot be read, ValueError where it is too large."""
    inner = path / "data.qda" if path.is_dir() else path  # QualCoder's project is a folder
    if inner.stat().st_size > LARGEST:
        raise ValueError(f"the file has more than {LARGEST:,} bytes")
    folder = inner.resolve().parent

    def beside(name: str) -> bytes | None:
        target = (folder / name).resolve()
        is_inside = target.is_relative_to(folder) and target.is_file()
        return target.read_bytes() if is_inside and target.stat().st_size <= LARGEST else None

    return Foreign(name=path.name, data=inner.read_bytes(), beside=beside)
