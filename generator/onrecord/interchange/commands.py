"""What the commands `import` and `export` do, as functions of paths; only the command itself prints."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.build import shown_path
from onrecord.checking import Checked, check_content
from onrecord.content import CODEBOOK_FILE, SPEAKERS_FILE
from onrecord.interchange.exchange import UnreadableError, UnwritableError
from onrecord.interchange.foreign import open_foreign
from onrecord.interchange.formats import FOLDERS, WRITERS, FolderWriter, Writer, read_foreign
from onrecord.interchange.gathering import gather
from onrecord.interchange.importing import Plan, plan_import
from onrecord.interchange.keys import free_key
from onrecord.interchange.listing import FOLDER, write_listing
from onrecord.interchange.telling import count, summarise, tell_changed, tell_problems, tell_refused, tell_unreadable
from onrecord.interchange.writing_files import ChangedError, read_below, write_new, write_plan
from onrecord.problems import Problem
from onrecord.texts import file_location, showable


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What importing one file came to."""

    problems: tuple[Problem, ...]
    told: str = ""
    """The lines that sum it up."""
    written: tuple[str, ...] = ()
    """Files that were written, as shown to the author."""
    plan: Plan | None = None
    """None where the file could not be read."""


class NotOursError(Exception):
    """An export that cannot be: something is in its place, or the format cannot hold it."""


def import_file(path: Path, project: Path, wanted: str, today: date, *, is_rehearsal: bool = False) -> Imported:
    """Import one file into a project; a rehearsal writes nothing."""
    place = file_location(showable(shown_path(path)))
    try:
        exchange, unit = read_foreign(open_foreign(path), wanted)
    except UnreadableError as refusal:
        return Imported(problems=(tell_unreadable(refusal, place),))
    except (OSError, ValueError) as fault:
        why = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        return Imported(problems=(tell_unreadable(UnreadableError(f"it cannot be read: {why}"), place),))
    content = project / "content"
    checked = check_content(content, shown_path(content))
    broken = _broken_names(checked, content)
    if broken:
        return Imported(problems=tuple(tell_refused(each, place) for each in broken))
    plan = plan_import(exchange, checked, lambda name: read_below(content, name), unit, today)
    listed = write_listing(plan, showable(path.name))
    name, is_new = _listing_name(content, path.stem, listed)
    shown = f"{showable(shown_path(content))}/{name}"
    written = (*plan.words, *(each.path for each in plan.edits), *([name] if listed and is_new else []))
    if not is_rehearsal:
        try:
            write_plan(plan, content)
        except ChangedError as changed:
            return Imported(problems=(tell_changed(str(changed), place),))
        if listed and is_new:
            write_new(content / name, listed.encode())
    return Imported(
        problems=tuple(tell_problems(plan, place, shown)),
        told=summarise(plan, showable(path.name), shown),
        written=tuple(showable(f"{shown_path(content)}/{each}") for each in written),
        plan=plan,
    )


def _broken_names(checked: Checked, content: Path) -> tuple[str, ...]:
    """Name the files that cannot be read although all passages lean on them."""
    broken = {CODEBOOK_FILE: checked.content.is_codebook_broken, SPEAKERS_FILE: checked.content.is_speakers_broken}
    return tuple(name for name, is_broken in broken.items() if is_broken and (content / name).exists())


def _listing_name(content: Path, stem: str, listed: str) -> tuple[str, bool]:
    """Find where the list goes, and whether it is new there: an import that is repeated says nothing new."""
    folder = content / FOLDER
    there = {each.stem: each for each in folder.iterdir()} if folder.is_dir() else {}
    same = next((name for name, each in there.items() if each.is_file() and each.read_bytes() == listed.encode()), None)
    name = same or (stem if stem not in there else free_key(stem, there, first=2))
    return f"{FOLDER}/{name}.yml", same is None


def export_project(checked: Checked, name: str, target: Path) -> str:
    """Write a project that checked without errors in the format of that name; say what was written.

    Raises NotOursError where something is in the way, or where the format cannot hold the project.
    """
    folders = {each.name: each for each in FOLDERS}
    if target.exists() and not (name in folders and target.is_dir() and not any(target.iterdir())):
        raise NotOursError(f"{target} is there already; name another place, or move it out of the way")
    try:
        if name in folders:
            return _export_folder(checked, folders[name], target)
        return _export_file(checked, next(each for each in WRITERS if each.name == name), target)
    except UnwritableError as refusal:
        raise NotOursError(str(refusal)) from None


def _export_file(checked: Checked, writer: Writer, target: Path) -> str:
    exchange = gather(checked)
    write_new(target, writer.write(exchange))
    passages, sources = count(len(exchange.annotations), "passage"), count(len(exchange.documents), "source")
    return f"{target} holds {passages} of {sources} as {writer.called}\n"


def _export_folder(checked: Checked, writer: FolderWriter, target: Path) -> str:
    files = writer.write(checked)
    for path, data in files.items():
        write_new(target / path, data)
    return f"{target} holds {count(len(files), 'file')}: {writer.called}\n"
