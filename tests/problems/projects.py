"""Projects made from the parts of a case: a small sound one, with files put in place, taken out or linked.

A part is named by a path and holds the file. Before the path may stand `no` (there is no such file), `folder` (there is
a folder in its place) or `link` (to the path that the part holds); behind it `as` and an encoding other than UTF-8.
"""

import hashlib
import os
from pathlib import Path

from onrecord.build import check_project, make_site
from onrecord.clashes import find_clashes
from onrecord.problems import Problem, sort_problems
from onrecord.site_language import check_language
from onrecord.urls import NOWHERE
from onrecord.writing import read_publication

HASH = "sha256: of the words"
"""A line of a record for which the true hash is put in."""

SOUND = {
    "content/dossier.yml": "title: The bridge",
    "content/codebook.yml": """\
bridge:
  label: Bridge
  definition: The bridge over the Ull.""",
    "content/speakers.yml": """\
brook:
  name: Ada Brook""",
    "content/sources/fair.txt": """\
Fair opens

The mayor spoke at the fair. "We will build the bridge by 2027," Ada Brook said.

"It costs about $1.5 million, and we have the money." Hall 2 closed early.""",
    "content/sources/fair.yml": f"""\
title: Fair opens
date: 2024-05-04
publisher: Ull Gazette
{HASH}
quotes:
  q01:
    text: We will build the bridge by 2027
    speaker: brook
    topics: [bridge]
  q02:
    text: It costs about $1.5 million, and we have the money.
    speaker: brook
    topics: [bridge]
statements:
  s01:
    text: The mayor spoke at the fair.
    topics: [bridge]""",
}
"""A project without a problem, which a case changes."""


def write_project(folder: Path, parts: dict[str, str]) -> None:
    """Write the sound project with the parts of a case in it."""
    for name, text in (SOUND | parts).items():
        words = name.split(" ")
        path = folder / (words[1] if words[0] in {"no", "folder", "link"} else words[0])
        path.parent.mkdir(parents=True, exist_ok=True)
        if words[0] in {"no", "folder", "link"}:
            path.unlink(missing_ok=True)
        if words[0] == "folder":
            path.mkdir()
        elif words[0] == "link":
            path.symlink_to(text)
        elif words[0] != "no":
            path.write_bytes(f"{text}\n".encode(words[2] if words[1:2] == ["as"] else "utf-8"))
    _write_hashes(folder / "content" / "sources")


def _write_hashes(sources: Path) -> None:
    for record in sources.glob("*.yml"):
        words = record.with_suffix(".txt")
        if words.is_file() and record.is_file() and HASH.encode() in record.read_bytes():
            line = f"sha256: {hashlib.sha256(words.read_bytes()).hexdigest()}"
            record.write_bytes(record.read_bytes().replace(HASH.encode(), line.encode()))


def problems_of(folder: Path) -> tuple[Problem, ...]:
    """Check a project as the commands do; where it has hand-written pages or settings, against those too."""
    docs, settings = folder / "docs", folder / "mkdocs.yml"
    if not docs.is_dir() and not settings.is_file():
        return check_project(folder).problems
    publication = read_publication(folder) if settings.is_file() else NOWHERE
    site = make_site(folder, publication=publication)
    hand_written = {path.relative_to(docs).as_posix(): os.path.relpath(path) for path in docs.rglob("*.md")}
    return sort_problems((*site.problems, *find_clashes(site, hand_written), *check_language(site, publication)))
