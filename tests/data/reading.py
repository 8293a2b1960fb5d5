"""The data files as other programs read them."""

import csv
import io
import json
import re
from dataclasses import replace
from typing import Any

from onrecord.data import data_files
from onrecord.model import Dossier
from onrecord.urls import Publication

PUBLISHED = Publication(site_url="https://example.com/harbour/")


def files_of(dossier: Dossier, publication: Publication = PUBLISHED) -> dict[str, str]:
    return {path: content.decode() for path, content in data_files(dossier, publication).items()}


def read_table(text: str) -> list[dict[str, str]]:
    """Read a table as `docs/api.md` says: a byte order mark, and an apostrophe before what looks like a formula."""
    assert text.startswith("\ufeff")
    rows = csv.DictReader(io.StringIO(text[1:], newline=""), strict=True)
    return [{name: unguarded(cell) for name, cell in row.items()} for row in rows]


def unguarded(cell: str) -> str:
    return cell[1:] if re.match(r"'+\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]", cell) else cell


def read_json(text: str) -> dict[str, Any]:
    return dict(json.loads(text))


def with_words(dossier: Dossier, words: str) -> Dossier:
    """Put words wherever an author's words reach a data file."""
    return replace(
        dossier,
        title=words,
        editor=words,
        topics=tuple(replace(each, label=words, definition=words) for each in dossier.topics),
        speakers=tuple(replace(each, name=words, side=words) for each in dossier.speakers),
    )
