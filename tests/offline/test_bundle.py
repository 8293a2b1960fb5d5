"""The offline bundle of the demo: whole, asking nobody, with links that land and hashes that anybody can check."""

import re
import subprocess
from pathlib import Path

import pytest

from onrecord import urls
from onrecord.checking import Checked
from onrecord.manifest import read_manifest
from tests.markup import parse
from tests.products import DEMO, make
from tests.render.demo import Page

Made = tuple[Path, Checked]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("made")
    return folder, make(DEMO, folder, ("offline",))


@pytest.fixture(scope="module")
def pages(made: Made) -> dict[str, Page]:
    folder = made[0] / "offline"
    paths = [path.relative_to(folder).as_posix() for path in folder.rglob("*.html")]
    return {path: Page(path, parse((folder / path).read_text(encoding="utf-8")), False) for path in paths}  # noqa: FBT003  links name files


def test_every_passage_is_word_for_word_on_its_pages(made: Made, pages: dict[str, Page]) -> None:
    for passage in made[1].dossier.passages:
        text = pages[f"{urls.source_address(passage.source.key)}index.html"].article.one(class_="or-text")
        segments = [each for each in text.elements() if passage.key in each.attributes.get("data-passages", "").split()]
        assert "".join(each.text for each in segments) == "".join(passage.pieces)
        cards = [each for page in pages.values() for each in page.article.find("figure", id=passage.address)]
        assert cards or passage.whole
        for card in cards:
            assert tuple(each.text for each in card.find(class_="or-piece")) == passage.pieces


def test_every_link_lands(made: Made, pages: dict[str, Page]) -> None:
    folder, count = made[0] / "offline", 0
    for page in pages.values():
        for path, fragment, link in page.links():
            assert (folder / path).is_file(), (page.path, link.attributes)
            assert not fragment or not path.endswith(".html") or fragment in pages[path].ids, (page.path, fragment)
            count += 1
    assert count > 500


def test_no_page_asks_another_host(pages: dict[str, Page]) -> None:
    assert {host for page in pages.values() for host in page.hosts} == set()


def test_no_style_asks_another_host(made: Made) -> None:
    styles = [path.read_text(encoding="utf-8") for path in made[0].rglob("*.css")]
    assert styles
    assert not any(re.search(r"url\(\s*['\"]?(https?:)?//|@import", style) for style in styles)


def test_anybody_can_check_the_manifest_with_the_command_that_everybody_has(made: Made) -> None:
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "MANIFEST"], cwd=made[0] / "offline", check=True)


def test_the_manifest_names_every_file_and_every_source_with_the_hash_of_its_record(made: Made) -> None:
    folder = made[0] / "offline"
    stated = read_manifest((folder / "MANIFEST").read_text(encoding="utf-8"))
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert stated.keys() == files - {"MANIFEST"}
    for source in made[1].dossier.sources:
        assert stated[urls.stored_words(source.key)] == source.sha256


def test_feeds_lead_within_the_bundle(made: Made) -> None:
    feed = (made[0] / "offline" / "feed.xml").read_text(encoding="utf-8")
    assert re.search(r'href="sources/kursk22/index\.html#|href="topics/[a-z-]+/index\.html', feed)


def test_what_only_a_server_needs_is_not_in_it(made: Made) -> None:
    names = {path.relative_to(made[0] / "offline").as_posix() for path in (made[0] / "offline").rglob("*")}
    assert {"404.html", "sitemap.xml", "sitemap.xml.gz", "search"}.isdisjoint(names)
    assert not any("workers" in name or name.endswith(".map") for name in names)
