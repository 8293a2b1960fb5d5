"""A server's rebuild, which takes over what it can of the site before, shows what a server that was started anew shows."""

import random
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from onrecord.plugin import OnrecordPlugin
from onrecord.plugin.last_site import LastSite
from onrecord.remembered import Memory
from tests.bench.projects import write_project
from tests.remembered.edits import (
    EDITS,
    Edit,
    explain_passage,
    give_passage_to_another_speaker,
    rename_source,
    rename_speaker,
    rename_topic,
    turn_link,
    write_more,
)
from tests.website.test_deferring import read_all

SOURCES = 8
PASSAGES = 4
WALKS = 4
"""Each edit that leaves a project that builds is made in one of them; three more that do not in all."""


def misquote(project: Path, dice: random.Random) -> None:
    record = project / f"content/sources/s{dice.randrange(2)}.yml"
    record.write_text(record.read_text(encoding="utf-8").replace('text: "', 'text: "Not so ', 1), encoding="utf-8")


def break_yaml(project: Path, dice: random.Random) -> None:
    with (project / f"content/sources/s{2 + dice.randrange(2)}.yml").open("a", encoding="utf-8") as file:
        file.write("  - [broken\n")


def mend(project: Path, dice: random.Random) -> None:
    del dice
    for record in (project / "content/sources").glob("*.yml"):
        text = record.read_text(encoding="utf-8")
        record.write_text(text.replace("Not so ", "").replace("  - [broken\n", ""), encoding="utf-8")


class Server:
    """A server without a network: builds as one does, and rebuilds after an edit."""

    def __init__(self, project: Path, site: Path) -> None:
        self.project = project
        self.site = site
        self.built = 0
        """How often MkDocs has built the site, the first time included."""
        self._build(is_new=True)

    def rebuild(self) -> dict[str, bytes]:
        """Give what it shows after an edit."""
        self.plugin.rebuild(self._build)
        return self.shown()

    def shown(self) -> dict[str, bytes]:
        self.plugin.later.wait()
        return read_all(self.site)

    def _build(self, *, is_new: bool = False) -> None:
        config = load_config(str(self.project / "mkdocs.yml"), site_dir=str(self.site))
        config.site_url = "http://127.0.0.1:8000/"
        if is_new:
            config.plugins.on_startup(command="serve", dirty=False)
            plugin = config.plugins["onrecord"]
            assert isinstance(plugin, OnrecordPlugin)
            self.plugin = plugin
        build(config)
        self.built += 1


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.chdir(tmp_path)
    return write_project(tmp_path / "project", SOURCES, PASSAGES)


@pytest.mark.parametrize("walk", range(WALKS))
def test_what_is_shown_after_each_of_many_edits_is_what_a_new_server_shows(
    project: Path, tmp_path: Path, walk: int
) -> None:
    dice = random.Random(walk)
    sound: list[Edit] = random.Random(WALKS).sample(EDITS, len(EDITS))[walk::WALKS]
    edits = [*sound[:2], misquote, *sound[2:4], break_yaml, *sound[4:6], mend, *sound[6:]]
    server = Server(project, tmp_path / "site")
    shown = [server.shown()]
    for number, edit in enumerate(edits):
        edit(project, dice)
        shutil.copytree(project, tmp_path / f"state-{number}")
        shown.append(server.rebuild())
    for number, edit in enumerate(edits):
        shutil.rmtree(project)
        (tmp_path / f"state-{number}").rename(project)
        anew, before = Server(project, tmp_path / "anew").shown(), shown[number + 1]
        differing = [name for name in anew.keys() | before.keys() if anew.get(name) != before.get(name)]
        assert differing == [], edit.__name__
    assert any(b"or-notice" in content for content in shown[3].values())


MENDED: tuple[Edit, ...] = (
    explain_passage,
    rename_topic,
    rename_source,
    write_more,
    give_passage_to_another_speaker,
    rename_speaker,
    turn_link,
)
"""Edits of the content after which there are the pages and files that there were."""


def test_an_edit_of_the_content_is_shown_without_mkdocs(project: Path, tmp_path: Path) -> None:
    dice = random.Random(0)
    server = Server(project, tmp_path / "site")
    for edit in MENDED:
        edit(project, dice)
        shown = server.rebuild()
        assert server.built == 1, edit.__name__
    assert shown == Server(project, tmp_path / "anew").shown()


def test_what_was_not_shown_for_a_fault_of_the_program_is_shown_next_time(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server(project, tmp_path / "site")
    usual = LastSite.remember

    def fail(self: LastSite, folder: Path) -> Memory:
        usual(self, folder)
        raise RuntimeError("no luck")

    explain_passage(project, random.Random(0))
    with monkeypatch.context() as patch:
        patch.setattr(LastSite, "remember", fail)
        with pytest.raises(RuntimeError, match="no luck"):
            server.rebuild()
    assert server.rebuild() == Server(project, tmp_path / "anew").shown()


@pytest.mark.parametrize(
    "broken", ["onrecord.plugin.make_draft", "onrecord.plugin.make_deferred", "onrecord.plugin.standing.make_deferred"]
)
def test_where_a_rebuild_fails_the_last_site_is_still_there_and_the_next_takes_over_from_it(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("no luck")

    site = tmp_path / "site"
    server = Server(project, site)
    before = server.shown()
    inode = (site / "sources/s1/index.html").stat().st_ino
    about = project / "docs/about.md"
    words = about.read_text(encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(broken, fail)
        if "standing" not in broken:
            about.write_text(f"{words}\nMore.\n", encoding="utf-8")
        with pytest.raises(RuntimeError, match="no luck"):
            server.rebuild()
    about.write_text(words, encoding="utf-8")
    assert server.shown() == before
    assert server.rebuild() == before
    assert (site / "sources/s1/index.html").stat().st_ino == inode
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "site"]


def test_a_rebuild_keeps_the_pages_of_sources_that_have_not_changed(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    server = Server(project, site)
    before = {path.parent.name: path.stat().st_mtime_ns for path in site.glob("sources/s*/index.html")}
    record = project / "content/sources/s5.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("Talks", "Speeches"), encoding="utf-8")
    server.rebuild()
    after = {path.parent.name: path.stat().st_mtime_ns for path in site.glob("sources/s*/index.html")}
    assert before["s1"] == after["s1"]
    assert before["s5"] != after["s5"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "site"]


def test_a_build_after_a_server_of_the_same_process_shows_nothing_of_a_draft(project: Path, tmp_path: Path) -> None:
    Server(project, tmp_path / "served")
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "built"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    built = read_all(tmp_path / "built")
    assert [name for name, content in built.items() if b"<!-- problems" in content] == []
    assert "onrecord-problems/index.html" not in built
