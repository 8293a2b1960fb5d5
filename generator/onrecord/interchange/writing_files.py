"""Put what an import planned into the content folder: new files exclusively, changed ones in one step each."""

import os
import tempfile
from pathlib import Path

from onrecord.fixing import replace_file
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


def write_plan(plan: Plan, folder: Path) -> None:
    """Write the files of a plan, new ones first.

    Raises FileExistsError where a file came into being since the plan was made; nothing is written over.
    """
    new = {**plan.words, **{edit.path: edit.new.encode() for edit in plan.edits if edit.old is None}}
    for path, data in new.items():
        write_new(folder / path, data)
    changed = [edit for edit in plan.edits if edit.old is not None]
    for edit in changed:
        target = (folder / edit.path).resolve()
        form = find_form(target.read_bytes().decode("utf-8"))
        ends = form.line_ends if len(form.line_ends) == 1 else ("\n",)
        replace_file(target, restore(edit.new, type(form)(form.has_bom, ends)))


def write_new(path: Path, data: bytes) -> None:
    """Write a file that must not be there yet, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as aside:
        aside.write(data)
    try:
        Path(aside.name).chmod(0o644)
        os.link(aside.name, path)
    finally:
        Path(aside.name).unlink()
