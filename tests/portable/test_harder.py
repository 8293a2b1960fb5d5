"""Every way out of a harder project: three languages, split and overlapping quotes, footnotes, wide tables, 42 sources."""

from pathlib import Path

import pytest

from onrecord.build import check_project
from onrecord.checking import Checked
from onrecord.making import Order, make_products
from onrecord.products import plan_products
from onrecord.verifying import verify
from onrecord.verifying.shown import ShownWords, read_shown
from tests.markup import parse
from tests.portable.test_portable import chapters_of, pieces_of_xml
from tests.printing.harder import write_harder
from tests.render.demo import Page

Made = tuple[Path, Checked]
WEBSITES = ("site", "offline")


@pytest.fixture(scope="module")
def harder(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("harder")
    project = write_harder(folder / "project")
    checked = check_project(project)
    products = [each for each in plan_products(checked.dossier.title) if each.name not in {"pdf", "briefings"}]
    make_products(Order(project=project, checked=checked), products, folder / "build")
    return folder / "build", checked


def shown_in(folder: Path) -> dict[str, ShownWords]:
    return {
        path.relative_to(folder).as_posix(): read_shown(path.read_text(encoding="utf-8"))
        for path in folder.rglob("*.html")
    }


@pytest.mark.parametrize("website", WEBSITES)
def test_every_passage_is_word_for_word_wherever_pages_show_it(harder: Made, website: str) -> None:
    passages = {each.address: each for each in harder[1].dossier.passages}
    pages = shown_in(harder[0] / website)
    places = [place for page in pages.values() for place in page.places if place.key]
    for place in places:
        assert place.pieces == passages[place.key].pieces, place.key
    assert {place.key for place in places} >= {key for key, each in passages.items() if each.whole is None}
    for each in passages.values():
        marked = pages[f"sources/{each.source.key}/index.html"].marked
        assert marked[each.key] == "".join(each.pieces), each.address


def test_every_passage_is_word_for_word_in_the_book(harder: Made) -> None:
    chapters = chapters_of(harder[0])
    for passage in harder[1].dossier.passages:
        shown = [pieces for root in chapters.values() for pieces in pieces_of_xml(root, passage)]
        assert shown or passage.whole, passage.address
        assert all(pieces == passage.pieces for pieces in shown), passage.address


def test_every_link_of_the_bundle_lands(harder: Made) -> None:
    folder = harder[0] / "offline"
    paths = [path.relative_to(folder).as_posix() for path in folder.rglob("*.html")]
    pages = {path: Page(path, parse((folder / path).read_text(encoding="utf-8")), False) for path in paths}  # noqa: FBT003  links name files
    for page in pages.values():
        for path, fragment, link in page.links():
            assert (folder / path).is_file(), (page.path, link.attributes)
            assert not fragment or not path.endswith(".html") or fragment in pages[path].ids, (page.path, fragment)


def test_the_bundle_proves_itself(harder: Made) -> None:
    (packed,) = harder[0].glob("*-offline.zip")
    for bundle in (harder[0] / "offline", packed):
        assert verify(bundle).differences == ()
