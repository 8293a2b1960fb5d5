"""The folder that `write_site` makes is built by three engines, and every reader sees the same words."""

import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.rendered import Heading, HtmlBlock, ProseBlock
from onrecord.writing import write_site
from tests.website.projects import HOSTILE, Project, html_text, page, small_site, text_of, with_page

PAGES = (
    "index.html",
    "method/index.html",
    "topics/index.html",
    "topics/hostile/index.html",
    "sources/kursk22/index.html",
)


def run(engine: str, folder: Path) -> None:
    command = [str(Path(sys.executable).parent / engine), "build", "--strict", "-f", "mkdocs.yml"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def rich_project(project: Project) -> Project:
    """A project whose pages hold everything that an engine could stumble over."""
    project.write("docs/index.md", "# Welcome\n\nThis is [how](method.md#matching).\n")
    blocks = [
        block
        for number, text in enumerate(HOSTILE)
        for block in (Heading(2, text, f"h{number}"), HtmlBlock(f'<p id="q{number}">{html_text(text)}</p>'))
    ]
    prose = ProseBlock('- A point <a href="page:sources/kursk22/#q04">q04</a>\n- Another[^1]\n\n[^1]: A note.')
    project.site = with_page(small_site(), page("topics/hostile/", HOSTILE[0], prose, *blocks))
    return project


@pytest.mark.parametrize("engine", ["properdocs", "zensical"])
def test_another_engine_shows_the_same_words(rich_project: Project, engine: str) -> None:
    rich_project.build(strict=True)
    out = rich_project.folder.parent / "out"
    assert write_site(rich_project.site, rich_project.folder, out) == ()
    run(engine, out)
    for path in PAGES:
        html = (out / "site" / path).read_text(encoding="utf-8")
        for tag in ("article", "title"):
            assert text_of(html, tag) == rich_project.text(path, tag)
    assert (out / "site" / "data" / "quotes.csv").read_bytes() == b"key\nq04\n"
    assert 'href="../../sources/kursk22/#q04"' in (out / "site/topics/hostile/index.html").read_text(encoding="utf-8")
