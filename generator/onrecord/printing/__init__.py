"""The print: a dossier, or the briefing on one topic, as a PDF that Typst sets.

The page views of the website become one tree (`tree`), which a template reads as JSON. The PDF is tagged (PDF/UA-1), may
be archived (PDF/A-3a), and holds the proof of every quote.
"""

import os
import shutil
import tempfile
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from onrecord.data.proof import write_proof
from onrecord.model import Dossier, PrintOptions
from onrecord.printing.compiling import MAIN, PRINT, compile_folder
from onrecord.printing.fonts import font_folders
from onrecord.printing.tree import print_tree
from onrecord.problems import Problem
from onrecord.urls import Publication

__all__ = ["print_dossier"]


def print_dossier(
    dossier: Dossier, publication: Publication, options: PrintOptions, target: Path, *, topic: str | None = None
) -> tuple[Problem, ...]:
    """Print a dossier, or the briefing on the topic of this id alone, into the file `target`."""
    chosen = next(each for each in dossier.topics if each.id == topic) if topic else None
    import json
    with tempfile.TemporaryDirectory(prefix="onrecord-print-") as name:
        folder = Path(name)
        for each in ("onrecord.typ",):
            (folder / each).write_text(files("onrecord.printing").joinpath("templates", each).read_text(encoding="utf-8"))
        (folder / MAIN).write_text(files("onrecord.printing").joinpath("templates", "dossier.typ").read_text(encoding="utf-8"))
        (folder / "dossier.json").write_text(json.dumps(print_tree(dossier, publication, options, chosen), ensure_ascii=False), encoding="utf-8")
        (folder / "proof.json").write_text(write_proof(dossier), encoding="utf-8")
        outcome = compile_folder(folder, font_folders(), 1654732800)
        for f in outcome.faults: print(f)
        if not outcome.faults:
            shutil.copy(folder / PRINT, target)
    return ()
