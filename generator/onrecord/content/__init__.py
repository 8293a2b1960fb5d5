"""The content folder as located values: everything that its files say, and nothing looked up yet.

A file that cannot be read leaves its problems here and an empty entry in its place, marked as broken, so that later
stages complain neither about it nor about what leads to it.
"""

from onrecord.content.reading import read_content
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

__all__ = [
    "BRIEFINGS_FOLDER",
    "CODEBOOK_FILE",
    "DOSSIER_FILE",
    "SOURCES_FOLDER",
    "SPEAKERS_FILE",
    "BriefingFile",
    "Content",
    "RecordFile",
    "read_content",
]
