"""A whole project in which one text stands wherever an author or a source can put words, and what is built from it."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from onrecord.checking import check_content
from onrecord.problems import Problem
from tests.markup import Element, parse

MKDOCS_YML = """\
site_name: Demo
theme: {name: material, font: false}
plugins: [search, onrecord]
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - meta
  - smarty
  - tables
  - toc: {permalink: true}
  - wikilinks
  - pymdownx.betterem
  - pymdownx.caret
  - pymdownx.critic
  - pymdownx.details
  - pymdownx.emoji
  - pymdownx.highlight
  - pymdownx.inlinehilite
  - pymdownx.keys
  - pymdownx.magiclink
  - pymdownx.mark
  - pymdownx.smartsymbols
  - pymdownx.snippets: {base_path: [.]}
  - pymdownx.superfences
  - pymdownx.tabbed
  - pymdownx.tasklist
  - pymdownx.tilde
"""
"""Every extension that comes with the theme and might take words for its own."""

UNSHOWN = "the words of a file that no page includes"


def files_with(text: str, lines: tuple[str, ...] = ()) -> dict[str, str]:
    """Write every file of a project with the text in every field, and the stored words with some lines more."""
    words, aye, name, body = (_quote(each) for each in fields_with(text))
    source = "\n".join(lines) + f"\n\nWords {text} end\n\n“Words {text} end,” she said. “Aye {text} end.”\n\n"
    source += f"It cost {text} about $12 million of {text} money.\n"
    return {
        "mkdocs.yml": MKDOCS_YML,
        "secret.md": UNSHOWN,
        "content/dossier.yml": f"title: {name}\nsubtitle: {words}\neditor: {words}\nmarking: {words}\nas_of: 2024-05-04\n",
        "content/codebook.yml": f"""\
bridge: {{label: {name}, definition: {words}, terms: [{words}]}}
road: {{label: {words}, definition: {words}, parent: bridge}}
""",
        "content/speakers.yml": f"""\
brook: {{name: {name}, side: {words}, aliases: [{words}], spellings: [{aye}], roles: [{{title: {words}, from: 2020}}]}}
moss: {{name: {body}, kind: body}}
""",
        "content/sources/fair.txt": source,
        "content/sources/fair.yml": _record(words, aye, name)
        + f"    text: {_quote(f'It cost {text} about $12 million of {text} money.')}\n"
        + f"sha256: {hashlib.sha256(source.encode()).hexdigest()}\n",
        "content/briefings/bridge.md": f"""\
---
topic: bridge
editor: {words}
version: {words}
changes: [{{date: 2024-05-04, version: {words}, what: {words}}}]
---
## Key points

- It is said [@fair:q01].

> [@fair:q02]

<!-- onrecord: figures -->
""",
    }


def fields_with(text: str) -> tuple[str, ...]:
    """Give the values that hold the text."""
    return (f"Words {text} end", f"Aye {text} end", f"Name {text}", f"Body {text}")


def _record(words: str, aye: str, name: str) -> str:
    return f"""\
title: {name}
date: 2024-05-04
date_basis: {words}
publisher: {words}
kind: {words}
translation: {words}
note: {words}
participants: [brook, moss]
events:
  - {{what: {words}, passage: q01, date: 2024-05-04, topics: [road]}}
quotes:
  q01:
    text: {words}
    prefix: “
    speaker: brook
    topics: [bridge, road]
    context: {words}
    note: {words}
    sic: [{words}]
    mentions: [moss]
    links: [{{to: s01, as: repeats, because: {words}}}]
  q02:
    text: {aye}
    speaker: brook
    topics: [bridge]
statements:
  s01:
    speaker: brook
    topics: [bridge]
    figures:
      - {{text: about $12 million, value: 12e6, unit: USD, what: {words}, period: {words}, note: {words}}}
"""


def _quote(text: str) -> str:
    """Write text as YAML's double-quoted style has it, control characters as escapes."""
    return json.dumps(text, ensure_ascii=False)


@dataclass(frozen=True)
class Tree:
    """A folder that holds a project, and stands for all else that a project must not touch."""

    folder: Path

    @property
    def project(self) -> Path:
        return self.folder / "project"

    def write(self, files: dict[str, str]) -> None:
        (self.project / "docs").mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            path = self.project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())

    def check(self) -> tuple[Problem, ...]:
        return check_content(self.project / "content", "content").problems

    def build(self) -> None:
        """Build the site as `mkdocs build` does; raises Abort where the content has errors."""
        config = load_config(str(self.project / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)

    def state(self) -> dict[str, str]:
        """Tell what every file outside of the site holds, and where every link leads."""
        paths = (path for path in self.folder.rglob("*") if not path.is_relative_to(self.project / "site"))
        return {path.relative_to(self.folder).as_posix(): _state_of(path) for path in paths}

    def pages(self) -> dict[str, Element]:
        """Read every page of the site."""
        site = self.project / "site"
        return {page.relative_to(site).as_posix(): parse(page.read_text("utf-8")) for page in site.rglob("*.html")}


def _state_of(path: Path) -> str:
    if path.is_symlink():
        return f"leads to {path.readlink()}"
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
