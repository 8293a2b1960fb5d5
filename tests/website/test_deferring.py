"""Pages made by several processes are the pages that one makes, byte for byte, and nothing that is told of them is lost."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from onrecord.build import check_project, render_site
from onrecord.plugin import deferring
from onrecord.rendered import HtmlBlock, ProseBlock
from tests.website.projects import MKDOCS_YML, Project, page, small_site, with_page

ROOT = Path(__file__).parents[2]
WORKERS = (1, 2, 3)
SETTINGS = {
    "Material": MKDOCS_YML,
    "another theme": MKDOCS_YML.replace("{name: material, font: false}", "mkdocs"),
    "no search": MKDOCS_YML.replace("[search, onrecord]", "[onrecord]"),
    "files": f"{MKDOCS_YML}use_directory_urls: false\n",
}


def read_all(folder: Path) -> dict[str, bytes]:
    """Read every file but for the packed sitemap, which says when it was packed."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".gz")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def build(project: Project, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], dict[str, bytes]]:
    """Build with so many processes, and give all that was built."""

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    def build_with(workers: int) -> dict[str, bytes]:
        monkeypatch.setattr(deferring, "count_workers", lambda _: workers)
        project.build()
        return read_all(project.folder / "site")

    return build_with


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_the_site_is_the_same_however_many_processes_make_it(
    project: Project, build: Callable[[int], dict[str, bytes]], settings: str
) -> None:
    project.write("mkdocs.yml", settings)
    project.site = replace(render_site(check_project(ROOT).dossier), problems=())
    alone, *others = map(build, WORKERS)
    for other in others:
        assert [name for name in alone.keys() | other.keys() if alone.get(name) != other.get(name)] == []
    assert "sources/kursk22/index.html" in alone or settings == SETTINGS["files"]


def test_a_website_as_a_value_is_the_same_however_many_processes_make_it() -> None:
    dossier = check_project(ROOT).dossier
    sites = [render_site(dossier, workers=workers) for workers in WORKERS]
    whole = [replace(site, pages=tuple(page.whole() for page in site.pages)) for site in sites]
    assert whole == [sites[0]] * len(WORKERS)
    told = ("address", "title", "description", "is_hub", "edit_path", "language", "modified", "headings", "head")
    for stored, page_ in zip(sites[1].pages, sites[0].pages, strict=True):
        assert [getattr(stored, name) for name in told] == [getattr(page_, name) for name in told]


@pytest.mark.parametrize("workers", WORKERS)
def test_a_link_to_nowhere_is_told_and_fails_a_strict_build(
    project: Project,
    build: Callable[[int], dict[str, bytes]],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    workers: int,
) -> None:
    links = '<a href="page:gone/">a</a> <a href="page:topics/trade/#gone">b</a> <a href="#off">c</a>'
    project.site = with_page(small_site(), page("extra/", "Extra", HtmlBlock(f"<p>{links}</p>")))
    with caplog.at_level(logging.WARNING):
        build(workers)
    told = [record.getMessage() for record in caplog.records]
    assert sum("links to 'gone/', which does not exist" in each for each in told) == 1
    assert sum("'page:topics/trade/#gone'" in each for each in told) == 1
    assert sum("'#off'" in each for each in told) == 1
    monkeypatch.setattr(deferring, "count_workers", lambda _: workers)
    with pytest.raises(Abort):
        project.build(strict=True)


@pytest.mark.parametrize("workers", WORKERS)
def test_a_page_that_loses_a_part_ends_the_build_and_is_named(
    project: Project, build: Callable[[int], dict[str, bytes]], caplog: pytest.LogCaptureFixture, workers: int
) -> None:
    broken = page("topics/broken/", "Broken", ProseBlock("<div>"), HtmlBlock("<p>lost</p>"))
    project.site = with_page(small_site(), broken)
    with pytest.raises(Abort):
        build(workers)
    assert "page 'topics/broken/index.md' lost a part" in caplog.text


@pytest.mark.parametrize("workers", [1, 2])
def test_a_hook_that_sees_pages_sees_each_in_the_process_that_it_lives_in(
    project: Project, build: Callable[[int], dict[str, bytes]], workers: int
) -> None:
    project.write("mkdocs.yml", f"{MKDOCS_YML}hooks: [seeing.py]\n")
    project.write(
        "seeing.py",
        "seen = []\n"
        "def on_page_content(html, **_):\n"
        "    seen.append(len(html))\n"
        "def on_post_build(config):\n"
        "    with open(f'{config.site_dir}/seen.txt', 'w') as file:\n"
        "        file.write(' '.join(map(str, seen)))\n",
    )
    seen = build(workers)["seen.txt"].split()
    assert len(seen) == len(project.site.pages) + 1
    assert b"0" not in seen


def test_no_page_is_said_to_be_empty(
    project: Project, build: Callable[[int], dict[str, bytes]], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        build(2)
    assert "Documentation built" in caplog.text
    assert "empty output" not in caplog.text
    assert len(project.site.pages) > 4
