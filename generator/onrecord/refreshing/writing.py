"""Put the files of a refresh in their places, or none of them.

First the version is stored, whole; then the source is replaced, its record last. Who is interrupted in between has the older words
twice, and a record that still speaks of them: the next refresh goes on from there.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from onrecord.adding.placing import place_new
from onrecord.fixing import replace_file
from onrecord.refreshing.planning import Refresh


def write_refresh(folder: Path, refresh: Refresh, *, has_leftovers: bool) -> None:
    """Write all files of a refresh into the folder of the sources; only for whoever is alone there."""
    before = _read(folder, {**refresh.new_files, **refresh.replaced_files, **dict.fromkeys(refresh.gone_files, b"")})
    try:
        if has_leftovers:
            for name in refresh.new_files:
                (folder / name).unlink(missing_ok=True)
        place_new(folder, refresh.new_files)
        for name, data in refresh.replaced_files.items():
            _put(folder, name, data)
        for name in refresh.gone_files:
            (folder / name).unlink(missing_ok=True)
    except BaseException:
        _restore(folder, refresh, before)
        raise


def _read(folder: Path, names: Mapping[str, bytes]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name in names:
        with suppress(FileNotFoundError):
            found[name] = (folder / name).read_bytes()
    return found


def _put(folder: Path, name: str, data: bytes) -> None:
    if (folder / name).exists():
        replace_file((folder / name).resolve(), data)
    else:
        place_new(folder, {name: data})


def _restore(folder: Path, refresh: Refresh, before: Mapping[str, bytes]) -> None:
    for name in (*refresh.new_files, *refresh.replaced_files, *refresh.gone_files):
        if name in before:
            _put(folder, name, before[name])
        else:
            (folder / name).unlink(missing_ok=True)
