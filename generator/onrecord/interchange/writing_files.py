"""Put what an import planned into the content folder: new files exclusively, changed ones in one step each."""

import os
import tempfile
from pathlib import Path

from onrecord.content import SOURCES_FOLDER
from onrecord.fixing import replace_file
from onrecord.interchange.files import Edit
from onrecord.interchange.importing import Plan
from onrecord.stored_form import StoredForm, find_form, restore
from onrecord.texts import canonical_text


def read_below(folder: Path, name: str) -> tuple[str, StoredForm] | None:
    """Read a file of the content folder: its canonical text and form; None where it is not there or is no UTF-8."""
    try:
        decoded = (folder / name).read_bytes().decode("utf-8")
        return canonical_text(decoded), find_form(decoded)
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return None


class ChangedError(Exception):
    """A file of the project that was written by somebody else since the import was planned; the path is its text."""


def write_plan(plan: Plan, folder: Path) -> None:
    """Write the files of a plan: names first, then words, then records, so that an import that broke off can be repeated.

    Raises ChangedError where a file came into being or was changed since the plan was made; nothing is written over.
    """
    words = {**plan.words}
    for edit in sorted(plan.edits, key=lambda each: each.path.startswith(SOURCES_FOLDER)):
        stored = edit.path.removesuffix(".yml") + ".txt"
        if stored in words:
            _write_exclusively(folder, stored, words.pop(stored))
        if edit.old is None:
            _write_exclusively(folder, edit.path, edit.new.encode())
        else:
            _replace(folder, edit)


def _write_exclusively(folder: Path, path: str, data: bytes) -> None:
    try:
        write_new(folder / path, data)
    except FileExistsError:
        raise ChangedError(path) from None


def _replace(folder: Path, edit: Edit) -> None:
    target = (folder / edit.path).resolve()
    decoded = target.read_bytes().decode("utf-8")
    if canonical_text(decoded) != edit.old:
        raise ChangedError(edit.path)
    form = find_form(decoded)
    ends = form.line_ends if len(form.line_ends) == 1 else ("\n",)
    replace_file(target, restore(edit.new, StoredForm(form.has_bom, ends)))


def write_new(path: Path, data: bytes) -> None:
    """Write a file that must not be there yet, whole or not at all; FileExistsError where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as aside:
        aside.write(data)
    try:
        Path(aside.name).chmod(0o644)
        os.link(aside.name, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        with path.open("xb") as file:
            file.write(data)
    finally:
        Path(aside.name).unlink()
