"""`onrecord new`, `build` and `write` make files, and leave those that are there alone where they cannot."""

import json
import shutil
from pathlib import Path

import pytest

from onrecord.scaffold import write_project
from onrecord.schema import schema_files
from tests.cli.conftest import Shell, run_apart

PROVEN = "2 quotes and 2 statements in 1 source: every word proven\n"
DONE = """\
The website is in town/build/site; read it with `python3 -m http.server --directory town/build/site`
The offline bundle is in town/build/offline, and packed in town/build/my-dossier-offline.zip
The print is town/build/my-dossier.pdf, and each briefing by itself is in town/build/print
Each briefing is one file, to mail, in town/build/briefings
The book is town/build/my-dossier.epub
"""
RECORD = "town/content/sources/bridge24.yml"


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def website(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project `town` once, from the folder beside it."""
    folder = tmp_path_factory.mktemp("built")
    write_project(folder / "town")
    ended = run_apart("onrecord build --strict --project town", folder)
    assert (ended.status, ended.out, ended.err) == (0, PROVEN + DONE, "")
    return folder


@pytest.fixture
def built(shell: Shell, website: Path) -> Shell:
    """Start in a folder that holds the project `town`, built."""
    shutil.copytree(website, shell.folder, dirs_exist_ok=True)
    return shell


def test_a_new_project_has_the_files_that_its_author_needs(town: Shell) -> None:
    assert set(files_in(town.folder / "town")) == {
        ".gitattributes",
        ".github/workflows/check.yml",
        ".gitignore",
        ".pre-commit-config.yaml",
        "content/briefings/bridge.md",
        "content/codebook.yml",
        "content/dossier.yml",
        "content/sources/bridge24.txt",
        "content/sources/bridge24.yml",
        "content/speakers.yml",
        "docs/index.md",
        "mkdocs.yml",
        *(f"content/.schemas/{name}" for name in schema_files()),
    }


def test_a_new_project_may_go_into_an_empty_folder(shell: Shell) -> None:
    (shell.folder / "empty").mkdir()
    assert shell.run("onrecord new empty").status == 0
    assert shell.run("onrecord check --strict --project empty").status == 0


def test_the_website_holds_a_page_for_everything(built: Shell) -> None:
    pages = {path for path in files_in(built.folder / "town/build/site") if path.endswith(".html")}
    assert {
        "index.html",
        "topics/bridge/index.html",
        "topics/costs/index.html",
        "sources/bridge24/index.html",
        "speakers/mayor/index.html",
        "speakers/council/index.html",
        "quotes/index.html",
        "figures/index.html",
        "timeline/index.html",
    } <= pages


def test_nothing_is_left_beside_the_products(built: Shell) -> None:
    assert {path.name for path in (built.folder / "town/build").iterdir()} == {
        "briefings",
        "offline",
        "site",
        "my-dossier-offline.zip",
        "my-dossier.epub",
        "my-dossier.pdf",
        "print",
    }
    assert sorted(path.name for path in built.folder.iterdir()) == ["town"]


def test_what_was_built_is_verified(built: Shell) -> None:
    for name in ("offline", "my-dossier-offline.zip"):
        assert built.run(f"onrecord verify town/build/{name}").status == 0


def test_what_is_chosen_alone_is_built(town: Shell) -> None:
    ended = run_apart("onrecord build briefings epub --project town", town.folder)
    assert (ended.status, ended.err) == (0, "")
    assert {path.name for path in (town.folder / "town/build").iterdir()} == {"briefings", "my-dossier.epub"}


def test_a_page_that_would_ask_another_host_is_told_and_fails_where_it_should(town: Shell) -> None:
    town.write("town/docs/map.md", b"# Map\n\n![The bridge](https://maps.example/bridge.png)\n")
    told = "WARNING: offline, map.html would load https://maps.example/bridge.png, which it cannot\n"
    ended = run_apart("onrecord build offline --project town", town.folder)
    assert (ended.status, ended.err) == (0, told)
    ended = run_apart("onrecord build offline --strict --project town", town.folder)
    assert (ended.status, ended.err) == (1, told)


def test_an_error_leaves_the_old_website(built: Shell) -> None:
    before = files_in(built.folder / "town/build")
    built.change(RECORD, "for twenty years", "for thirty years")
    ended = built.run("onrecord build --project town")
    assert (ended.status, ended.out) == (1, "")
    assert "error Q101: quote not found word for word in its source\n" in ended.err
    assert files_in(built.folder / "town/build") == before


def test_a_warning_leaves_the_old_website_where_it_should_fail(built: Shell) -> None:
    before = files_in(built.folder / "town/build")
    built.write("town/content/speakers.yml", built.stored("town/content/speakers.yml") + b"nobody: {name: Nobody}\n")
    ended = built.run("onrecord build --strict --project town")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("warning N106")
    assert files_in(built.folder / "town/build") == before


def test_a_fault_of_a_hand_written_page_leaves_the_old_website(built: Shell) -> None:
    before = files_in(built.folder / "town/build")
    built.write("town/docs/method.md", b"# Method\n\nSee [nothing](nowhere.md).\n")
    ended = run_apart("onrecord build --strict --project town", built.folder)
    assert (ended.status, ended.out) == (1, "")
    assert "nowhere.md" in ended.err
    assert files_in(built.folder / "town/build") == before


def test_a_warning_is_told_once_and_the_website_is_built(town: Shell) -> None:
    town.write("town/content/speakers.yml", town.stored("town/content/speakers.yml") + b"nobody: {name: Nobody}\n")
    ended = run_apart("onrecord build --project town", town.folder)
    assert (ended.status, ended.err.count("N106")) == (0, 1)
    assert (town.folder / "town/build/site/index.html").is_file()


def test_pages_are_written_as_markdown_and_written_again(town: Shell) -> None:
    said = "The pages are in out; build them there with `mkdocs build`, `properdocs build` or `zensical build`\n"
    for _ in range(2):
        ended = town.run("onrecord write out --project town")
        assert (ended.status, ended.out, ended.err) == (0, said, "")
    assert {"mkdocs.yml", "docs/index.md", "docs/topics/bridge/index.md"} <= files_in(town.folder / "out").keys()


def test_an_error_leaves_the_pages_written_before(town: Shell) -> None:
    town.run("onrecord write out --project town")
    before = files_in(town.folder / "out")
    town.change(RECORD, "for twenty years", "for thirty years")
    assert town.run("onrecord write out --project town").status == 1
    assert files_in(town.folder / "out") == before


def test_the_schemas_written_are_those_of_a_new_project(town: Shell) -> None:
    assert town.run("onrecord schema schemas").status == 0
    assert files_in(town.folder / "schemas") == files_in(town.folder / "town/content/.schemas")
    assert all(json.loads(data)["$schema"] for data in files_in(town.folder / "schemas").values())
