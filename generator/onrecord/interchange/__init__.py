"""Annotations in and out: other programs' files as records, and records as their files.

A reader of each format makes an `Exchange`; an import anchors what it says by the matching contract and plans records of it.
An export gathers a checked dossier as an `Exchange`, which a writer of each format takes. What other programs' files take to
read and write is loaded by `commands` alone, so that no other command waits for it.
"""

from onrecord.interchange.names import READ, WRITTEN, WRITTEN_AS_FOLDERS

__all__ = ["READ", "WRITTEN", "WRITTEN_AS_FOLDERS"]
