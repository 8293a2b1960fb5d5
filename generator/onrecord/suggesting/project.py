"""The files of a project as suggesting reads and writes them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from onrecord.codebook import read_codebook
from onrecord.content import CODEBOOK_FILE, SOURCES_FOLDER, SPEAKERS_FILE
from onrecord.entries import nearest_name
from onrecord.fixing import replace_file
from onrecord.forms import KEY
from onrecord.locations import TextFile
from onrecord.proving import Job
from onrecord.records import read_record
from onrecord.speakers import read_speakers
from onrecord.suggesting.accepting import Files
from onrecord.suggesting.evaluating import Tally, add_up, evaluate_texts
from onrecord.suggesting.known import Known, know
from onrecord.suggesting.learning import learn_from
from onrecord.suggesting.source import Suggested, Texts, restore_suggested, suggest_texts
from onrecord.suggesting.suggested import ENDING
from onrecord.texts import canonical_text
from onrecord.working import Crew

_BOM = "\ufeff"
_FOLDS = 5
"""Parts of a project that are scored in turn by what the others have shown."""


class UnreadableError(Exception):
    """A file that is needed is not there or cannot be read; its words say which, and what to do."""


@dataclass(frozen=True, slots=True)
class Came:
    """What came of suggesting for one source."""

    key: str
    path: Path
    """Of the file of proposals."""
    suggested: Suggested


def suggest(project: Path, keys: Sequence[str], crew: Crew) -> Iterator[Came]:
    """Suggest for sources of a project, and write what is new beside them: for all but earlier words where none is named.

    UnreadableError where a source is named that is not there.
    """
    folder = project / "content"
    sources = _find_sources(folder, keys)
    known = read_known(folder, crew)
    texts: list[Texts] = [_texts_of(folder, key) for key in sources]
    made = crew.do_all(texts, partial(suggest_texts, known.store()))
    for key, stored in zip(sources, made, strict=True):
        suggested = restore_suggested(stored)
        path = _path(folder, key, ENDING)
        if suggested.text is not None:
            _write(path, suggested.text)
        yield Came(key, path, suggested)


def evaluate(project: Path, keys: Sequence[str], crew: Crew) -> Tally:
    """Score proposals against the records of sources; UnreadableError where a source is named that is not there."""
    folder = project / "content"
    sources = _find_sources(folder, keys)
    tally: Tally = Counter()
    for fold in range(_FOLDS):
        mine = sources[fold::_FOLDS]
        known = read_known(folder, crew, without=frozenset(mine)) if mine else None
        if known is not None:
            texts = [_texts_of(folder, key) for key in mine]
            tally += add_up(crew.do_all(texts, partial(evaluate_texts, known.store())))
    return tally


def read_known(folder: Path, crew: Crew, without: frozenset[str] = frozenset()) -> Known:
    """Read what a project knows: its speakers, its topics, and what its accepted passages have shown.

    Nothing is learnt from the sources `without`.
    """
    speakers, _ = read_speakers(TextFile("", _read(folder / SPEAKERS_FILE) or ""))
    topics, _ = read_codebook(TextFile("", _read(folder / CODEBOOK_FILE) or ""))
    known = know(speakers or (), topics or ())
    return learn_from(known, list(_jobs(folder, without)), crew) if known.topics else known


def _jobs(folder: Path, without: frozenset[str]) -> Iterator[Job]:
    """Give every source that has a record, but for some."""
    for key in _keys_of(folder):
        record = _read(_path(folder, key, ".yml"))
        if record is not None and key not in without:
            yield Job(record=TextFile("", record), text=_read(_path(folder, key, ".txt")))


def read_files(project: Path, key: str, *, needs_record: bool) -> Files:
    """Read what accepting and rejecting for a source need; UnreadableError where something is not there."""
    folder = project / "content"
    suggested = _read(_path(folder, key, ENDING))
    if suggested is None:
        raise UnreadableError(f"nothing is proposed for `{key}`; `onrecord suggest {key}` proposes")
    record = _read(_path(folder, key, ".yml"))
    if record is None and needs_record:
        raise UnreadableError(f"`{key}` has no record; write one first, with `title`, `date` and `publisher`")
    return Files(record=record or "", suggested=suggested, speakers=_read(folder / SPEAKERS_FILE) or "")


def write_files(project: Path, key: str, before: Files, after: Files) -> None:
    """Write what accepting or rejecting changed; the record last, so that nothing is lost on the way."""
    folder = project / "content"
    for path, old, new in (
        (folder / SPEAKERS_FILE, before.speakers, after.speakers),
        (_path(folder, key, ".yml"), before.record, after.record),
        (_path(folder, key, ENDING), before.suggested, after.suggested),
    ):
        if new != old:
            _write(path, new)


def _find_sources(folder: Path, keys: Sequence[str]) -> list[str]:
    there = _keys_of(folder)
    for key in keys:
        if key not in there:
            near = nearest_name(key, tuple(there))
            meant = f"; did you mean `{near}`?" if near else ""
            raise UnreadableError(f"there is no source `{key}`{meant}")
    return list(dict.fromkeys(keys)) or [key for key in there if not _is_earlier(folder, key)]


def _is_earlier(folder: Path, key: str) -> bool:
    """Tell whether a source holds the earlier words of another, which nobody goes on annotating."""
    record = _read(_path(folder, key, ".yml")) or ""
    entry = read_record(TextFile("", record))[0] if "version_of" in record else None
    return entry is not None and entry.version_of is not None and bool(entry.version_of.text)


def _keys_of(folder: Path) -> list[str]:
    names: Iterable[Path] = (folder / SOURCES_FOLDER).glob("*.txt")
    return sorted(path.stem for path in names if KEY.admits(path.stem))


def _texts_of(folder: Path, key: str) -> Texts:
    return key, *(_read(_path(folder, key, ending)) for ending in (".txt", ".yml", ENDING))


def _path(folder: Path, key: str, ending: str) -> Path:
    return folder / SOURCES_FOLDER / f"{key}{ending}"


def _read(path: Path) -> str | None:
    """Read a file as canonical text; None where there is none, or where it is no UTF-8, which a check tells."""
    try:
        return canonical_text(path.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def _write(path: Path, text: str) -> None:
    """Write a file in one step, with the line ends and the byte order mark that it had."""
    stored = path.read_bytes() if path.exists() else b""
    if b"\r\n" in stored:
        text = text.replace("\n", "\r\n")
    if stored.startswith(_BOM.encode()):
        text = _BOM + text
    if path.exists():
        replace_file(path.resolve(), text.encode("utf-8"))
    else:
        path.write_text(text, encoding="utf-8", newline="")
