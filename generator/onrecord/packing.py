"""A folder as a zip whose bytes depend on the files alone: names in order, one time, one way of packing."""

import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path

_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""What a zip can say at least."""
_FILE = 0o100644 << 16


def build_time() -> datetime:
    """Give the time that products bear: `SOURCE_DATE_EPOCH` (reproducible-builds.org), or the earliest of a zip."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    return max(_EARLIEST, datetime.fromtimestamp(int(stated), UTC)) if stated.isdecimal() else _EARLIEST


def pack_folder(folder: Path, target: Path) -> None:
    """Write the files of a folder into a new zip, in a folder of its name."""
    with zipfile.ZipFile(target, "x") as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            pack(packed, f"{target.stem}/{path.relative_to(folder).as_posix()}", path.read_bytes())


def pack(packed: zipfile.ZipFile, name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED) -> None:
    """Add one file, the same way on every system."""
    entry = zipfile.ZipInfo(name, build_time().timetuple()[:6])
    entry.external_attr = _FILE
    entry.create_system = 3
    entry.compress_type = method
    packed.writestr(entry, data, compresslevel=9)
