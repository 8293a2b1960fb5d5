"""Both ways out take the address of the site from `mkdocs.yml`."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli import main
from onrecord.scaffold import write_project
from onrecord.urls import Publication
from onrecord.writing import read_publication


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    write_project(folder)
    return folder


def add_settings(project: Path, settings: str) -> None:
    path = project / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8") + settings, encoding="utf-8")


def run(*arguments: str) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output


def first_link(path: Path) -> Any:  # noqa: ANN401  of JSON
    return json.loads(path.read_text(encoding="utf-8"))["quotes"][0]["link"]


def test_a_built_site_has_the_files_with_its_own_addresses(project: Path) -> None:
    add_settings(project, "site_url: https://example.com/bridge\nuse_directory_urls: false\n")
    run("build", "--project", str(project))
    site = project / "build" / "site"
    assert first_link(site / "data" / "quotes.json") == "https://example.com/bridge/sources/bridge24/index.html#q01"
    assert b"<id>https://example.com/bridge/feed.xml</id>" in (site / "feed.xml").read_bytes()
    assert (site / "data" / "quotes.csv").read_bytes().startswith(b"\xef\xbb\xbfkey,")


def test_a_written_folder_has_the_files_at_folder_addresses(project: Path, tmp_path: Path) -> None:
    add_settings(project, "site_url: https://example.com/bridge\nuse_directory_urls: false\n")
    run("write", str(tmp_path / "out"), "--project", str(project))
    found = tmp_path / "out" / "docs" / "data" / "quotes.json"
    assert first_link(found) == "https://example.com/bridge/sources/bridge24/#q01"


@pytest.mark.parametrize("setting", ["", "site_url:\n", 'site_url: ""\n', "site_url: !ENV SITE_URL\n"])
def test_an_address_that_only_an_engine_can_tell_is_none(project: Path, setting: str) -> None:
    add_settings(project, setting)
    assert read_publication(project) == Publication()


@given(st.sampled_from(["", "topics/", "topics/trade/", "sources/a/#q01", "data/quotes.csv"]), st.booleans())
def test_ids_are_absolute_and_differ_by_site(address: str, has_folder_urls: bool) -> None:  # noqa: FBT001  drawn
    one, other = (Publication(name=name, has_folder_urls=has_folder_urls) for name in ("One", "Other"))
    assert one.id_of(address) != other.id_of(address)
    assert one.id_of(address) == Publication(name="One").id_of(address)
    published = Publication(site_url="https://example.com/", name="One", has_folder_urls=has_folder_urls)
    assert published.id_of(address) == f"https://example.com/{address}"
