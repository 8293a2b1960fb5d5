"""What a check said, kept for the next one: where no byte of the content has changed, it says the same.

The bytes of all files are read and hashed each time; no date of a file is believed. Where the content holds a link, or
a file that cannot be read, nothing is kept; nor where it is small.
"""

import hashlib
import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.checking import Checked, check_project, shown_path
from onrecord.circles import without_collecting
from onrecord.content import BRIEFINGS_FOLDER, SOURCES_FOLDER
from onrecord.locations import Location, Span, TextFile
from onrecord.model import PassageKind, Proof, State
from onrecord.problems import KINDS, Problem
from onrecord.texts import canonical_text, showable
from onrecord.timings import timed
from onrecord.working import Crew, Keep
from onrecord.working.stamp import stamp

LEAST = 200_000
"""Bytes of a content that is worth to be kept; a smaller one is checked in the time that this takes."""
_KINDS = {kind.code: kind for kind in KINDS}
_FOLDERS = ("", SOURCES_FOLDER, BRIEFINGS_FOLDER)
"""The folders of the content that a check looks into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a check says."""

    proofs: tuple[Proof, ...]
    problems: tuple[Problem, ...]
    """By file and place."""

    @property
    def has_errors(self) -> bool:
        """Tell whether a problem forbids to publish."""
        return any(problem.is_error for problem in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The content as it is on the disk."""

    folder: Path
    shown: str
    """The path of the folder as the author knows it: messages hold it."""
    name: str
    """Of what is kept of it: a hash of every name and every byte."""
    states: "tuple[_State, ...]"
    """Of each file, its path, size, change and number: a file that changes while it is checked is not kept."""


def check_or_recall(project: Path, crew: Crew, content: str = "content") -> Verdict:
    """Check the content of a project, or give what the last check of the same bytes said."""
    folder = project / content
    keep, snapshot = crew.keep, None
    if keep is not None:
        with timed("kept verdict"):
            snapshot = take_snapshot(folder, shown_path(folder))
            stored = None if snapshot is None else keep.get(snapshot.name)
            if snapshot is not None and stored is not None:
                return _restore(stored, snapshot)
    with without_collecting():
        checked = check_project(project, content, crew)
        if keep is not None and snapshot is not None and _look(folder) == snapshot.states:
            keep.put(snapshot.name, _store(checked))
    return Verdict(proofs=checked.proofs, problems=checked.problems)


def take_snapshot(folder: Path, shown: str) -> Snapshot | None:
    """Read and hash the content; None where it is small, or where nobody could say later whether it is the same."""
    states = _look(folder)
    if states is None or sum(size for _, size, _, _ in states) < LEAST or showable(shown) != shown:
        return None
    digest = hashlib.blake2b(digest_size=32)
    for path, *_ in states:
        digest.update(path.encode() + b"\0")
        if not path.endswith("/"):
            try:
                with open(folder / path, "rb", buffering=0) as file:  # noqa: PTH123  pathlib takes three times as long
                    digest.update(hashlib.sha256(file.read()).digest())
            except OSError:
                return None
    name = Keep.name(stamp().encode(), shown.encode(), digest.digest())
    return Snapshot(folder=folder, shown=shown, name=name, states=states)


_State = tuple[str, int, int, int]


def _look(folder: Path) -> tuple[_State, ...] | None:
    """List what a check sees, with the state of each file; None where there is a link or something strange."""
    found: list[_State] = []
    try:
        for name in _FOLDERS:
            place = folder / name
            if place.is_symlink():
                return None
            if not place.exists():
                continue
            with os.scandir(place) as entries:
                states = [_state(each, f"{name}/" if name else "") for each in entries if not each.name.startswith(".")]
            if None in states:
                return None
            found += (state for state in states if state is not None)
    except OSError:
        return None
    return tuple(sorted(found))


def _state(entry: os.DirEntry[str], before: str) -> _State | None:
    if showable(entry.name) != entry.name:
        return None
    state = entry.stat(follow_symlinks=False)
    if stat.S_ISDIR(state.st_mode):
        return f"{before}{entry.name}/", 0, 0, 0
    if stat.S_ISREG(state.st_mode):
        return before + entry.name, state.st_size, state.st_mtime_ns, state.st_ino
    return None


def _store(checked: Checked) -> bytes:
    proofs = [
        [each.key, each.kind, each.state, each.source, _edges(each), each.speaker, each.topics, each.part_of]
        for each in checked.proofs
    ]
    problems = [[each.code, *_place(each.location), each.message, each.notes, each.hint] for each in checked.problems]
    return json.dumps([proofs, problems], ensure_ascii=False).encode("utf-8", "surrogatepass")


def _edges(proof: Proof) -> list[int] | None:
    return None if proof.spans is None else [edge for span in proof.spans for edge in (span.start, span.end)]


def _place(location: Location) -> tuple[str, int, int, bool]:
    """Give the path, the edges, and whether the location has no text, as that of a file as a whole has none."""
    return location.path, location.start, location.end, not location.file.text


def _restore(stored: bytes, snapshot: Snapshot) -> Verdict:
    proofs, problems = json.loads(stored)
    files = _Files(snapshot)
    return Verdict(
        proofs=tuple(map(_restore_proof, proofs)),
        problems=tuple(_restore_problem(each, files) for each in problems),
    )


def _restore_proof(stored: list[Any]) -> Proof:
    key, kind, state, source, edges, speaker, topics, part_of = stored
    pairs = None if edges is None else zip(edges[::2], edges[1::2], strict=True)
    return Proof(
        key=key,
        kind=PassageKind(kind),
        state=State(state),
        source=source,
        spans=None if pairs is None else tuple(Span(start, end) for start, end in pairs),
        speaker=speaker,
        topics=tuple(topics),
        part_of=part_of,
    )


def _restore_problem(stored: list[Any], files: "_Files") -> Problem:
    code, path, start, end, is_bare, message, notes, hint = stored
    file = TextFile(path, "") if is_bare else files.read(path)
    location = Location(file, start, end)
    return Problem(kind=_KINDS[code], location=location, message=message, notes=tuple(notes), hint=hint)


class _Files:
    """The files that problems are in, read as far as they are asked for."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._read: dict[str, TextFile] = {}

    def read(self, path: str) -> TextFile:
        if path not in self._read:
            shown = self._snapshot.shown
            inside = path if shown in {"", "."} else path.removeprefix(f"{shown.rstrip('/')}/")
            stored = (self._snapshot.folder / inside).read_bytes()
            self._read[path] = TextFile(path, canonical_text(stored.decode("utf-8", errors="replace")))
        return self._read[path]
