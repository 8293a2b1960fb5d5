"""A server's rebuild, which takes over what it can of the site before, shows what a server that was started anew shows."""

import random
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.bench.projects import write_project
from tests.remembered.edits import EDITS, Edit
from tests.website.test_deferring import read_all

SOURCES = 8
PASSAGES = 4
STEPS = 8
"""Edits that leave a project that builds; three more do not."""


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


def serve(project: Path, site: Path, *, is_new: bool) -> dict[str, bytes]:
    """Build as a server does, one that was started just now or not; gives what it shows."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    config.site_url = "http://127.0.0.1:8000/"
    if is_new:
        config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    return read_all(site)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.chdir(tmp_path)
    return write_project(tmp_path / "project", SOURCES, PASSAGES)


def test_what_is_shown_after_each_of_many_edits_is_what_a_new_server_shows(project: Path, tmp_path: Path) -> None:
    dice = random.Random(1)
    sound: list[Edit] = dice.sample([each for each in EDITS if each.__name__ != "use_other_search"], STEPS)
    edits = [*sound[:2], misquote, *sound[2:4], break_yaml, *sound[4:6], mend, *sound[6:]]
    shown = [serve(project, tmp_path / "site", is_new=True)]
    for number, edit in enumerate(edits):
        edit(project, dice)
        shutil.copytree(project, tmp_path / f"state-{number}")
        shown.append(serve(project, tmp_path / "site", is_new=False))
    for number, edit in enumerate(edits):
        shutil.rmtree(project)
        (tmp_path / f"state-{number}").rename(project)
        anew, before = serve(project, tmp_path / "anew", is_new=True), shown[number + 1]
        differing = [name for name in anew.keys() | before.keys() if anew.get(name) != before.get(name)]
        assert differing == [], edit.__name__
    assert any(b"or-notice" in content for content in shown[3].values())


@pytest.mark.parametrize("broken", ["onrecord.plugin.make_draft", "onrecord.plugin.make_deferred"])
def test_where_a_rebuild_fails_the_last_site_is_still_there_and_the_next_takes_over_from_it(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("no luck")

    site = tmp_path / "site"
    before = serve(project, site, is_new=True)
    inode = (site / "sources/s1/index.html").stat().st_ino
    with monkeypatch.context() as patch:
        patch.setattr(broken, fail)
        with pytest.raises(RuntimeError, match="no luck"):
            serve(project, site, is_new=False)
    assert read_all(site) == before
    assert serve(project, site, is_new=False) == before
    assert (site / "sources/s1/index.html").stat().st_ino == inode
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "site"]


def test_a_rebuild_keeps_the_pages_of_sources_that_have_not_changed(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    serve(project, site, is_new=True)
    before = {path.parent.name: path.stat().st_ino for path in site.glob("sources/s*/index.html")}
    record = project / "content/sources/s5.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("Talks", "Speeches"), encoding="utf-8")
    serve(project, site, is_new=False)
    after = {path.parent.name: path.stat().st_ino for path in site.glob("sources/s*/index.html")}
    assert before["s1"] == after["s1"]
    assert before["s5"] != after["s5"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "site"]
