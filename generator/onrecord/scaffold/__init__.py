"""`onrecord new`: a small project that checks clean at once and teaches the format by its comments.

The files lie in `project/` beside this module, as they will be; names that begin with `dot-` get their dot when written.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from onrecord.schema import schema_files

SCHEMA_FOLDER = "content/.schemas"
"""Where the schemas lie that the first line of every YAML file names."""


def write_project(folder: Path) -> None:
    """Write the project; raises FileExistsError where the folder has anything in it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    for path, data in project_files().items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def project_files() -> dict[str, bytes]:
    """Give every file of a new project by its path."""
    own = {path.replace("dot-", "."): data for path, data in _files_in(files(__package__) / "project", "")}
    schemas = {f"{SCHEMA_FOLDER}/{name}": text.encode() for name, text in schema_files().items()}
    return own | schemas


def _files_in(folder: Traversable, above: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        path = f"{above}{entry.name}"
        found += _files_in(entry, f"{path}/") if entry.is_dir() else [(path, entry.read_bytes())]
    return found
