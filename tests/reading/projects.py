"""Content folders for tests, written from the parts of a case.

A part `file PATH` holds a file; `encoded CODEC PATH` one in another encoding; `link PATH` a symbolic link, with where it leads;
`folder PATH` an empty folder; `without PATH` takes one of the three files away that every content folder has here.
"""

from collections.abc import Callable
from pathlib import Path

ALWAYS = {
    "content/dossier.yml": "title: A dossier\n",
    "content/codebook.yml": "trade: {label: Trade, definition: Buying and selling.}\n",
    "content/speakers.yml": "lukashenko: {name: Aleksandr Lukashenko}\n",
}


def write_project(folder: Path, parts: dict[str, str]) -> None:
    """Write the files that the parts hold below a folder."""
    for name, text in ALWAYS.items():
        if f"without {name}" not in parts:
            _write(folder / name, text.encode())
    for part, text in parts.items():
        how, _, place = part.partition(" ")
        if how in _WRITERS:
            _WRITERS[how](folder, place, text)


def _write(path: Path, stored: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(stored)


def _write_file(folder: Path, place: str, text: str) -> None:
    _write(folder / place, f"{text}\n".encode())


def _write_encoded(folder: Path, place: str, text: str) -> None:
    codec, _, path = place.partition(" ")
    _write(folder / path, f"{text}\n".encode(codec))


def _write_link(folder: Path, place: str, target: str) -> None:
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    (folder / place).symlink_to(target)


def _make_folder(folder: Path, place: str, _: str) -> None:
    (folder / place).mkdir(parents=True)


_WRITERS: dict[str, Callable[[Path, str, str], None]] = {
    "file": _write_file,
    "encoded": _write_encoded,
    "link": _write_link,
    "folder": _make_folder,
}
