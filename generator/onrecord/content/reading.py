"""Read the content folder."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from onrecord import problems
from onrecord.codebook import read_codebook
from onrecord.content.values import (
    BRIEFINGS_FOLDER,
    CODEBOOK_FILE,
    DOSSIER_FILE,
    SOURCES_FOLDER,
    SPEAKERS_FILE,
    BriefingFile,
    Content,
    RecordFile,
)
from onrecord.dossier_file import DossierEntry, read_dossier_file
from onrecord.entries import empty_entry
from onrecord.forms import KEY
from onrecord.locations import Location, TextFile
from onrecord.model import OriginalPlace
from onrecord.original_places import read_places
from onrecord.problems import Kind, Problem
from onrecord.proving import Job, Reading, answers_of
from onrecord.records import RecordEntry
from onrecord.speakers import read_speakers
from onrecord.stored_form import PLAIN
from onrecord.texts import StoredText, file_location, hash_file, read_text_file, showable
from onrecord.timings import timed
from onrecord.working import ALONE, Crew

_SUGGESTED = ".suggested"
"""`<key>.suggested.yml` holds what nobody has confirmed yet."""

_NEW_HINT = "`onrecord new` makes a project with all its files"
_UNREAD_HINTS = {
    SOURCES_FOLDER: "store its words in a file that ends in `.txt`; what is no source goes elsewhere",
    BRIEFINGS_FOLDER: "a briefing is a file that ends in `.md`; what is none goes elsewhere",
}
_MISSING_HINTS = {
    DOSSIER_FILE: "write it, with a line `title: …`",
    CODEBOOK_FILE: "bring it back, or write it: the topics, each under its key, with `label` and `definition`",
    SPEAKERS_FILE: "bring it back, or write it: the speakers, each under its key, with `name`",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _StoredFiles:
    """The two files of a source, before they are read as what they say."""

    key: str
    file: TextFile
    """The record."""
    is_sound: bool
    """Whether the text of the record has no problem of its own, which would be told again as one of YAML."""
    text: StoredText | None
    is_text_broken: bool

    @property
    def job(self) -> Job:
        return Job(record=self.file if self.is_sound else None, text=self.text.file.text if self.text else None)


Result = TypeVar("Result")
Read = Callable[[TextFile], tuple[Result | None, tuple[Problem, ...]]]
"""How one file's text becomes a value; None where its YAML cannot be read."""


def read_content(folder: Path, shown: str, crew: Crew = ALONE) -> tuple[Content, tuple[Problem, ...]]:
    """Read the whole content folder; `shown` is its path as the author knows it, with `/` between folders.

    The crew reads the sources; it makes no difference to what comes out.
    """
    return _Reader(folder, shown, crew).read()


class _Reader:
    """One reading of a content folder, with the problems met so far."""

    def __init__(self, folder: Path, shown: str, crew: Crew) -> None:
        self._folder = folder
        self._crew = crew
        self._shown = "" if shown in {"", "."} else f"{shown.rstrip('/')}/"
        self._problems: list[Problem] = []
        self._unrecorded: dict[str, Location] = {}

    def read(self) -> tuple[Content, tuple[Problem, ...]]:
        if not self._folder.is_dir():
            self._add(problems.FILE_MISSING, "", "there is no such folder", _NEW_HINT)
        dossier = self._read_single(DOSSIER_FILE, read_dossier_file)
        codebook = self._read_single(CODEBOOK_FILE, read_codebook)
        speakers = self._read_single(SPEAKERS_FILE, read_speakers)
        content = Content(
            dossier=dossier or empty_entry(DossierEntry, file_location(self._show(DOSSIER_FILE))),
            codebook=codebook or (),
            is_codebook_broken=codebook is None,
            speakers=speakers or (),
            is_speakers_broken=speakers is None,
            records=self._read_records(),
            unrecorded=self._unrecorded,
            briefings=self._read_briefings(),
        )
        return content, tuple(self._problems)

    def _read_single(self, name: str, read: Read[Result]) -> Result | None:
        """Read one of the files that every content folder has; without the folder itself, that alone is told."""
        if not self._folder.is_dir():
            return None
        if not os.path.lexists(self._folder / name):
            self._add(problems.FILE_MISSING, name, f"`{name}` is missing", _MISSING_HINTS[name])
            return None
        return self._read_yaml(name, read)[0]

    def _read_yaml(self, name: str, read: Read[Result]) -> tuple[Result | None, TextFile]:
        """Read a YAML file, unless its text has a problem of its own, which would be told again as one of YAML."""
        stored, found = self._read_text(name)
        if stored is None or found:
            return None, stored.file if stored else file_location(self._show(name)).file
        return self._collect(read(stored.file)), stored.file

    def _read_text(self, name: str) -> tuple[StoredText | None, tuple[Problem, ...]]:
        stored, found = read_text_file(self._folder / name, self._show(name), self._folder)
        self._problems.extend(found)
        return stored, found

    def _read_records(self) -> tuple[RecordFile, ...]:
        names = self._names_in(SOURCES_FOLDER)
        keys = self._keys_of(SOURCES_FOLDER, names, (".yml", ".txt"))
        for key in keys:
            if f"{key}.yml" not in names and f"{key}.yaml" not in names:
                self._unrecorded[key] = file_location(self._show(f"{SOURCES_FOLDER}/{key}.txt"))
        with timed("files"):
            stored = [self._read_files(key, has_text=f"{key}.txt" in names) for key in keys if f"{key}.yml" in names]
            jobs = [each.job for each in stored]
        readings = self._crew.read_all(jobs)
        return tuple(map(self._record_file, stored, jobs, readings))

    def _read_files(self, key: str, *, has_text: bool) -> _StoredFiles:
        record, found = self._read_text(f"{SOURCES_FOLDER}/{key}.yml")
        text = self._read_stored(f"{SOURCES_FOLDER}/{key}.txt") if has_text else None
        text = None if text is not None and text.is_utf16 else text
        return _StoredFiles(
            key=key,
            file=record.file if record else file_location(self._show(f"{SOURCES_FOLDER}/{key}.yml")).file,
            is_sound=record is not None and not found,
            text=text,
            is_text_broken=has_text and text is None,
        )

    def _record_file(self, stored: _StoredFiles, job: Job, reading: Reading) -> RecordFile:
        self._problems.extend(reading.problems)
        self._check_original(reading.entry)
        text = stored.text
        return RecordFile(
            key=stored.key,
            entry=reading.entry or empty_entry(RecordEntry, Location(stored.file, 0, 0)),
            file=stored.file,
            is_broken=reading.entry is None,
            text=text.file if text else None,
            is_text_broken=stored.is_text_broken,
            sha256=text.sha256 if text else "",
            form=text.form if text else PLAIN,
            answers=answers_of(job, reading),
            places=self._read_places(stored, reading),
            job=job,
            reading=reading,
        )

    def _check_original(self, entry: RecordEntry | None) -> None:
        """Hold the original to its hash: words that were taken from it are proven by theirs, and read beside it."""
        original = entry.original if entry is not None else None
        if original is None or original.sha256 is None or not original.file.text or not original.sha256.text:
            return
        found = hash_file(self._folder / SOURCES_FOLDER / original.file.text)
        if found != original.sha256.text.lower():
            what = "is not the document that the words were taken from: its hash differs" if found else "is not there"
            problem = Problem(
                kind=problems.ORIGINAL_DIFFERS,
                location=original.file.location,
                message=f"`{showable(original.file.text)}` {what}",
                hint="bring it back as it was; if it is a newer version, give it to `onrecord refresh`",
            )
            self._problems.append(problem)

    def _read_places(self, stored: _StoredFiles, reading: Reading) -> tuple[OriginalPlace, ...]:
        """Read the file of places that a record names; what is not of these words is left aside, and told."""
        original = reading.entry.original if reading.entry is not None else None
        if original is None or original.places is None or not original.places.text or stored.text is None:
            return ()
        name = f"{SOURCES_FOLDER}/{original.places.text}"
        file = self._read_stored(name)
        if file is None:
            return ()
        places = read_places(file.file.text, stored.text.sha256)
        if places is None:
            message = f"`{showable(original.places.text)}` is not of these words, so that no page is cited"
            self._add(problems.UNREAD_FILE, name, message, "bring it back as `onrecord add` wrote it")
        return places or ()

    def _read_briefings(self) -> tuple[BriefingFile, ...]:
        keys = self._keys_of(BRIEFINGS_FOLDER, self._names_in(BRIEFINGS_FOLDER), (".md",))
        read = ((key, self._read_stored(f"{BRIEFINGS_FOLDER}/{key}.md")) for key in keys)
        return tuple(BriefingFile(key=key, file=stored.file) for key, stored in read if stored)

    def _names_in(self, folder: str) -> frozenset[str]:
        """List a folder of the content, less what begins with a dot; nothing where there is no such folder."""
        try:
            names = [each.name for each in (self._folder / folder).iterdir()]
        except FileNotFoundError:
            return frozenset()
        except OSError as fault:
            self._add(problems.FILE_MISSING, folder, f"the folder cannot be read: {fault.strerror}")
            return frozenset()
        return frozenset(name for name in names if not name.startswith("."))

    def _keys_of(self, folder: str, names: frozenset[str], endings: tuple[str, ...]) -> tuple[str, ...]:
        """Take the keys from the names of files with these endings, in order."""
        stems = {name.removesuffix(ending) for ending in endings for name in names if name.endswith(ending)}
        for name in sorted(names):
            if name.endswith(".yaml"):
                self._add(
                    problems.BAD_FILE_NAME, f"{folder}/{name}", "the file ends in `.yaml`", "let it end in `.yml`"
                )
            elif name.partition(".")[0] not in stems and (self._folder / folder / name).is_file():
                self._add(
                    problems.UNREAD_FILE, f"{folder}/{name}", f"`{showable(name)}` is not read", _UNREAD_HINTS[folder]
                )
        good = {stem for stem in stems if KEY.admits(stem)}
        for stem in sorted(stems - good):
            if not stem.endswith(_SUGGESTED):
                self._add_bad_name(folder, stem, next(ending for ending in endings if stem + ending in names))
        return tuple(sorted(good))

    def _add_bad_name(self, folder: str, stem: str, ending: str) -> None:
        self._add(problems.BAD_FILE_NAME, f"{folder}/{stem}{ending}", f"`{showable(stem)}` is not a key", KEY.hint)

    def _read_stored(self, name: str) -> StoredText | None:
        return self._collect(read_text_file(self._folder / name, self._show(name), self._folder))

    def _collect(self, result: tuple[Result, tuple[Problem, ...]]) -> Result:
        value, found = result
        self._problems.extend(found)
        return value

    def _show(self, name: str) -> str:
        return showable(self._shown + name).removesuffix("/")

    def _add(self, kind: Kind, name: str, message: str, hint: str = "") -> None:
        location = file_location(self._show(name))
        self._problems.append(Problem(kind=kind, location=location, message=message, hint=hint))
