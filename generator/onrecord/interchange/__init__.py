"""Annotations in and out: other programs' files as records, and records as their files.

A reader of each format makes an `Exchange`; an import anchors what it says by the matching contract and plans records of it.
An export gathers a checked dossier as an `Exchange`, which a writer of each format takes.
"""

from onrecord.interchange.commands import Imported, NotOursError, export_project, import_file
from onrecord.interchange.formats import FOLDERS, READERS, WRITERS

__all__ = ["FOLDERS", "READERS", "WRITERS", "Imported", "NotOursError", "export_project", "import_file"]
