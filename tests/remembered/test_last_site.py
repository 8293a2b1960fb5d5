"""A build that takes over what it can of the last site makes, byte for byte, what a build from nothing makes."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from onrecord.build import check_project
from onrecord.making import Order
from onrecord.pages.index import DossierIndex
from onrecord.products import plan_products
from onrecord.remembered import Digests, Memory, Piece
from onrecord.remembered.watching import OF_PASSAGES, OF_SOURCES, OF_SPEAKERS, OF_TOPICS
from onrecord.working import Keep
from tests.bench.projects import write_project
from tests.remembered.edits import EDITS, change_template, explain_passage
from tests.website.test_deferring import read_all

SOURCES = 12
PASSAGES = 6
WALKS = 4
"""Each edit is made in one of them, after the others of its walk."""


def build(project: Path, *, is_cold: bool = False) -> Path:
    """Build the website as `onrecord build site` does; gives the folder, which has taken the place of the last."""
    build_folder = project / "build"
    checked = check_project(project)
    assert not [each for each in checked.problems if each.is_error]
    order = Order(project=project, checked=checked, last=None if is_cold else build_folder)
    product = plan_products("Bench")[0]
    aside = project / "aside"
    aside.mkdir()
    product.make(order, aside)
    shutil.rmtree(build_folder, ignore_errors=True)
    aside.rename(build_folder)
    return build_folder / "site"


def differing(project: Path, site: Path) -> list[str]:
    """Name what differs from what a build from nothing makes."""
    made = read_all(site)
    copy = project.parent / "copy"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("build", ".cache"))
    try:
        anew = read_all(build(copy, is_cold=True))
    finally:
        shutil.rmtree(copy)
    return sorted(name for name in made.keys() | anew.keys() if made.get(name) != anew.get(name))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that was built once, in the place where it will be built again."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = write_project(tmp_path / "project", SOURCES, PASSAGES)
    build(folder)
    return folder


def taken_over(project: Path, change: Callable[[], object] = lambda: None) -> set[str]:
    """Build after a change; gives the pages and files that are those of the last site."""
    site = project / "build/site"
    before = {path.relative_to(site): path.stat().st_ino for path in site.rglob("*") if path.is_file()}
    kept = [path.open("rb") for path in site.rglob("*") if path.is_file()]  # so that no inode is given again
    change()
    build(project)
    after = {path.relative_to(site): path.stat().st_ino for path in site.rglob("*") if path.is_file()}
    for each in kept:
        each.close()
    return {path.as_posix() for path, inode in after.items() if before.get(path) == inode}


@pytest.mark.parametrize("walk", range(WALKS))
def test_what_is_made_after_each_of_many_edits_is_what_is_made_from_nothing(project: Path, walk: int) -> None:
    dice = random.Random(walk)
    edits = random.Random(WALKS).sample(EDITS, len(EDITS))[walk::WALKS]
    for edit in edits:
        edit(project, dice)
        assert differing(project, build(project)) == [], edit.__name__


def test_after_an_edit_of_one_passage_most_is_taken_over(project: Path) -> None:
    kept = taken_over(project, lambda: explain_passage(project, random.Random(0)))
    pages = {each for each in kept if each.startswith("sources/")}
    assert 2 < len(pages) < SOURCES
    assert any(each.startswith("data/forms/") for each in kept)


def test_where_nothing_has_changed_every_page_is_taken_over(project: Path) -> None:
    kept = taken_over(project)
    assert {f"sources/s{number}/index.html" for number in range(SOURCES)} <= kept
    assert {"index.html", "topics/t0/index.html", "quotes/index.html"} <= kept


def test_another_day_is_no_reason_to_make_a_page_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert {"sources/s1/index.html", "topics/t0/index.html"} <= taken_over(project)
    assert differing(project, project / "build/site") == []


def test_where_a_template_of_the_author_may_print_the_day_every_page_is_made_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_template(project, random.Random(0))
    template = project / "overrides/main.html"
    template.write_text(template.read_text(encoding="utf-8").replace("{% endblock", "{{ build_date_utc }}{% endblock"))
    build(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert not [each for each in taken_over(project) if each.endswith("index.html")]
    assert differing(project, project / "build/site") == []


def test_a_page_that_was_changed_in_the_last_site_is_made_again(project: Path) -> None:
    page = project / "build/site/sources/s1/index.html"
    good = page.read_bytes()
    page.write_bytes(good.replace(b"Talks", b"Talkz"))
    assert "sources/s1/index.html" not in taken_over(project)
    assert page.read_bytes() == good


@pytest.mark.parametrize("gone", ["sources/s1/index.html", "data/quotes.json"])
def test_where_another_build_replaces_the_last_site_meanwhile_everything_is_made(
    project: Path, monkeypatch: pytest.MonkeyPatch, gone: str
) -> None:
    def find(self: Memory, root: bytes, digests: Digests) -> Piece | None:
        found = usual(self, root, digests)
        for path in [self.folder / gone] if found else []:
            path.unlink(missing_ok=True)
        return found

    usual = Memory.find
    explain_passage(project, random.Random(0))
    monkeypatch.setattr(Memory, "find", find)
    site = build(project)
    monkeypatch.undo()
    assert differing(project, site) == []


def test_a_page_that_was_deleted_from_the_last_site_is_made_again(project: Path) -> None:
    page = project / "build/site/topics/t3/index.html"
    good = page.read_bytes()
    page.unlink()
    build(project)
    assert page.read_bytes() == good


def test_a_memory_that_somebody_else_has_written_is_not_believed(project: Path) -> None:
    (memory,) = (project / ".cache/onrecord/site").rglob(Keep.name(b"the last site"))
    data = memory.read_bytes()
    memory.write_bytes(data.replace(b"Talks 1", b"Talks 9"))
    assert not {each for each in taken_over(project) if each.endswith(".html")} - {"404.html"}


def test_a_link_to_nowhere_is_told_again_from_a_page_that_has_not_changed(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with (project / "content/briefings/t4.md").open("a", encoding="utf-8") as file:
        file.write("\nSee [there](../gone.md).\n")
    told = []
    for _ in range(2):
        caplog.clear()
        build(project)
        told.append([record.getMessage() for record in caplog.records if "gone.md" in record.getMessage()])
    assert told[0] == told[1] != []


def test_a_build_leaves_nothing_to_the_next_one_of_its_process(project: Path, tmp_path: Path) -> None:
    other = write_project(tmp_path / "other", SOURCES // 2, PASSAGES)
    config = load_config(str(other / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    assert (tmp_path / "site/sources/s5/index.html").is_file()
    assert not (tmp_path / "site/sources/s6/index.html").exists()
    assert project.is_dir()


def test_every_question_to_the_index_is_watched() -> None:
    questions = {name for name in vars(DossierIndex) if not name.startswith("_") and callable(vars(DossierIndex)[name])}
    assert questions - {"paragraphs_of", "paragraph_at"} == {*OF_PASSAGES, *OF_SOURCES, *OF_SPEAKERS, *OF_TOPICS}
