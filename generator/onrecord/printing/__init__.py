"""The print: a dossier, or the briefing on one topic, as a PDF that Typst sets.

The page views of the website become one tree (`tree`), which a template reads as JSON (`docs/printing.md`). The PDF is
tagged (PDF/UA-1), may be archived (PDF/A-3a), and holds the proof of every quote. The modules, lowest first: `nodes`,
`places`, `markdown`; `cards`, `tables`, `drawings`, `prose`; `chapters`, `sources`, `indexes`; `volumes`, `tree`; and `fonts`,
`compiling`, `options`, `staging`, `faults`, which run Typst.
"""

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from onrecord.data.proof import write_proof
from onrecord.model import Dossier, Topic
from onrecord.printing.compiling import PRINT, compile_folder
from onrecord.printing.faults import faults_as_problems
from onrecord.printing.fonts import font_folders
from onrecord.printing.options import PrintOptions, file_name, options_of
from onrecord.printing.staging import stage
from onrecord.printing.tree import print_tree
from onrecord.printing.volumes import Volume, file_of, plan_volumes, proven_in
from onrecord.problems import Problem
from onrecord.urls import Publication

__all__ = ["PrintOptions", "file_name", "options_of", "print_dossier", "print_files", "print_volumes"]


def print_dossier(
    dossier: Dossier, publication: Publication, options: PrintOptions, target: Path, *, topic: str | None = None
) -> tuple[Problem, ...]:
    """Print a dossier, or the briefing on the topic of this id alone, into the file `target`.

    `publication` says where the website is, which the cover names. Where there are problems (P104, P105), `target` is
    left as it was. KeyError where there is no such topic. The same dossier gives the same bytes.
    """
    chosen = {each.id: each for each in dossier.topics}[topic] if topic is not None else None
    return _print(dossier, publication, options, target, chosen)


def _print(
    dossier: Dossier, publication: Publication, options: PrintOptions, target: Path, chosen: Topic | Volume | None
) -> tuple[Problem, ...]:
    with tempfile.TemporaryDirectory(prefix="onrecord-print-") as name:
        folder = Path(name)
        proof = write_proof(proven_in(chosen, dossier) if isinstance(chosen, Volume) else dossier)
        problems = stage(folder, print_tree(dossier, publication, options, chosen), proof, options)
        if problems:
            return problems
        fonts = (*font_folders(), *((str(folder),) if options.template else ()))
        faults = compile_folder(folder, fonts, _timestamp(dossier))
        if faults:
            return faults_as_problems(faults, dossier, options)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((folder / PRINT).read_bytes())
    return ()


def print_volumes(
    dossier: Dossier, publication: Publication, options: PrintOptions, target: Path
) -> tuple[Problem, ...]:
    """Print a dossier into the file `target`, or where it is in volumes, each into the file that `print_files` names."""
    for file, volume in print_files(dossier, options, target):
        problems = _print(dossier, publication, options, file, volume)
        if problems:
            return problems
    return ()


def print_files(dossier: Dossier, options: PrintOptions, target: Path) -> tuple[tuple[Path, Volume | None], ...]:
    """Name the file of each volume of a dossier; `target` alone where it is not in volumes."""
    volumes = plan_volumes(dossier, options.volume)
    return tuple((file_of(target, each), each) for each in volumes) or ((target, None),)


def _timestamp(dossier: Dossier) -> int:
    """Give the moment that the PDF states, in seconds since 1970: the build's where it is set, or the dossier's day."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(epoch)
    days = [date.first_day for date in (dossier.as_of, *(each.as_of for each in dossier.briefings)) if date]
    newest = dossier.as_of.first_day if dossier.as_of else max(days, default=None)
    return int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp()) if newest else 0
