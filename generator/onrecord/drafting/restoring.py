"""What each file of the content said when it could last be read, in place of what cannot be read now.

A writer saves in the middle of a sentence, and half a YAML file is none: its pages would be gone until it is whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.assembly import Assembled, assemble
from onrecord.checking import Checked
from onrecord.content import (
    BRIEFINGS_FOLDER,
    CODEBOOK_FILE,
    DOSSIER_FILE,
    SPEAKERS_FILE,
    BriefingFile,
    Content,
    RecordFile,
)
from onrecord.model import Dossier

File = TypeVar("File", RecordFile, BriefingFile)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """Content from which pages can be made."""

    content: Content
    dossier: Dossier
    assembled: Assembled | None
    paths: tuple[str, ...]
    """The files that say what they said before, as shown to the author."""


def restore(checked: Checked, before: Content | None) -> Restored:
    """Take from the content before what cannot be read now, and leave out what never could be."""
    if not checked.has_errors:
        return Restored(content=checked.content, dossier=checked.dossier, assembled=checked.assembled, paths=())
    faulty = frozenset(each.location.path for each in checked.problems if each.is_error)
    content = _restore_files(checked.content, before)
    assembled = assemble(content, before=checked.assembled)
    briefings = _restore_briefings(content, assembled.dossier, before, faulty)
    if briefings != content.briefings:
        content = replace(content, briefings=briefings)
        assembled = assemble(content, before=assembled)
    paths = _changed_paths(checked.content, content, faulty)
    return Restored(content=content, dossier=assembled.dossier, assembled=assembled, paths=paths)


def _restore_files(content: Content, before: Content | None) -> Content:
    old = {each.key: each for each in before.records} if before else {}
    records = (old.get(each.key) if _is_unfit(each) else each for each in content.records)
    content = replace(content, records=tuple(each for each in records if each is not None))
    if before is None:
        return content
    if not content.dossier.title.text:
        content = replace(content, dossier=before.dossier)
    if content.is_codebook_broken:
        content = replace(content, codebook=before.codebook, is_codebook_broken=before.is_codebook_broken)
    if content.is_speakers_broken:
        content = replace(content, speakers=before.speakers, is_speakers_broken=before.is_speakers_broken)
    return content


def _is_unfit(record: RecordFile) -> bool:
    return record.is_broken or record.text is None


def _restore_briefings(
    content: Content, dossier: Dossier, before: Content | None, faulty: frozenset[str]
) -> tuple[BriefingFile, ...]:
    """Bring back the briefings that no page shows now, for a fault of their own."""
    shown = {each.location.path for each in dossier.briefings}
    now = {each.key: each for each in content.briefings}
    lost = [each for each in before.briefings if each.file.path in faulty - shown] if before else []
    return tuple((now | {each.key: each for each in lost})[key] for key in sorted({*now, *(each.key for each in lost)}))


def _changed_paths(content: Content, restored: Content, faulty: frozenset[str]) -> tuple[str, ...]:
    records = [each.file.path for each in _others(restored.records, content.records)]
    briefings = [each.file.path for each in _others(restored.briefings, content.briefings)]
    single = (
        (CODEBOOK_FILE, restored.codebook is not content.codebook),
        (SPEAKERS_FILE, restored.speakers is not content.speakers),
        (DOSSIER_FILE, restored.dossier is not content.dossier),
    )
    names = [name for name, is_other in single if is_other]
    of_single = [path for path in sorted(faulty) if path.rsplit("/", 1)[-1] in names and BRIEFINGS_FOLDER not in path]
    return tuple(sorted({*of_single, *records, *briefings}))


def _others(files: Iterable[File], than: Iterable[File]) -> tuple[File, ...]:
    known = {id(each) for each in than}
    return tuple(each for each in files if id(each) not in known)
