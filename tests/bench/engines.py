"""The engines that are compared: each builds the same pages of a project, in a command of its own."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_ONRECORD = (sys.executable, "-c", "from onrecord.cli import main; main()")
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "TERM": "dumb"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """How an engine is run."""

    name: str
    command: tuple[str, ...]
    prepare: Callable[[Path], Path]
    """Makes, of a project, the folder that the command runs in; not measured."""
    output: str
    """Where it writes, below that folder."""
    environment: dict[str, str]


def find_engines() -> tuple[Engine, ...]:
    """Give the engines that this environment has, ours first."""
    return tuple(engine for engine in _all() if shutil.which(engine.command[0]))


def _all() -> tuple[Engine, ...]:
    return (
        Engine(
            name="onrecord build site",
            command=(*_ONRECORD, "build", "site"),
            prepare=lambda project: project,
            output="build/site",
            environment=_QUIET,
        ),
        Engine(
            name="mkdocs build",
            command=(_script("mkdocs"), "build", "--quiet"),
            prepare=_write_plain,
            output="site",
            environment=_QUIET,
        ),
        Engine(
            name="zensical build",
            command=(_script("zensical"), "build"),
            prepare=_write_plain,
            output="site",
            environment=_QUIET,
        ),
        Engine(
            name="hugo, bare",
            command=(_script("hugo"), "--quiet"),
            prepare=_write_for_hugo,
            output="public",
            environment=_QUIET,
        ),
    )


def _script(name: str) -> str:
    """Find a program of this environment, or by its name elsewhere."""
    here = Path(sys.executable).with_name(name)
    return str(here) if here.exists() else name


def _write_plain(project: Path) -> Path:
    """Write the pages as plain Markdown, as `onrecord write` does, with the hubs alone in the navigation."""
    folder = project / "plain"
    if not folder.exists():
        subprocess.run([*_ONRECORD, "write", str(folder)], cwd=project, check=True, capture_output=True)
    return folder


def _write_for_hugo(project: Path) -> Path:
    """Write the same Markdown with the least that Hugo needs: one layout, no search, raw HTML let through."""
    folder = project / "hugo"
    if folder.exists():
        return folder
    docs = _write_plain(project) / "docs"
    for page in docs.rglob("*.md"):
        below = page.relative_to(docs)
        target = folder / "content" / (below.with_name("_index.md") if page.name == "index.md" else below)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, target)
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text(_LAYOUT, encoding="utf-8")
    (layouts.parent / "index.html").write_text(_LAYOUT, encoding="utf-8")
    (folder / "hugo.toml").write_text(_HUGO, encoding="utf-8")
    return folder


_LAYOUT = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main>{{ .Content }}</main></body></html>
"""
_HUGO = """\
baseURL = "https://example.org/"
title = "Bench"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]
[markup.goldmark.renderer]
unsafe = true
"""
