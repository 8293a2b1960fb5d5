"""Every way out has every quote word for word, links that land, and the same bytes whenever it is made."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree as ET

import pytest

from onrecord.checking import Checked
from onrecord.model import Passage
from tests.markup import Element, parse
from tests.products import DEMO, make

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"

Made = tuple[Path, Checked]


def book_of(folder: Path) -> zipfile.ZipFile:
    (path,) = folder.glob("*.epub")
    return zipfile.ZipFile(path)


def chapters_of(folder: Path) -> dict[str, ET.Element]:
    with book_of(folder) as book:
        return {name: ET.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")}  # noqa: S314  our own


def text_of(element: ET.Element) -> str:
    return "".join(element.itertext())


def pieces_of_xml(root: ET.Element, passage: Passage) -> Iterator[tuple[str, ...]]:
    for each in root.iter():
        if each.get("id") == passage.address and each.tag in {f"{XHTML}figure", f"{XHTML}tr"}:
            yield tuple(text_of(piece) for piece in each.iter() if "or-piece" in (piece.get("class") or "").split())


def test_every_passage_is_word_for_word_in_the_book(made: Made) -> None:
    folder, checked = made
    chapters = chapters_of(folder)
    for passage in checked.dossier.passages:
        shown = [pieces for root in chapters.values() for pieces in pieces_of_xml(root, passage)]
        assert shown or passage.whole
        assert all(pieces == passage.pieces for pieces in shown)
        anchored = [
            each
            for each in chapters[f"book/sources-{passage.source.key}.xhtml"].iter()
            if each.get("id") == passage.key
        ]
        assert len(anchored) == 1


def test_the_book_has_the_text_of_every_source(made: Made) -> None:
    folder, checked = made
    chapters = chapters_of(folder)
    for source in checked.dossier.sources:
        texts = [
            text_of(each)
            for each in chapters[f"book/sources-{source.key}.xhtml"].iter()
            if "or-text" in (each.get("class") or "").split()
        ]
        assert texts == [source.text]


def test_every_link_of_the_book_lands(made: Made) -> None:
    chapters = chapters_of(made[0])
    ids = {name: {each.get("id") for each in root.iter()} for name, root in chapters.items()}
    count = 0
    for name, root in chapters.items():
        for link in root.iter(f"{XHTML}a"):
            href = link.get("href", "")
            if not re.match(r"https?://", href):
                path, fragment = urldefrag(urljoin(name, href))
                assert path in ids, href
                assert not fragment or unquote(fragment) in ids[path], href
                count += 1
    assert count > 100


def test_the_book_begins_with_its_kind_and_lists_every_file_once(made: Made) -> None:
    with book_of(made[0]) as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert book.read("mimetype") == b"application/epub+zip"
        package = ET.fromstring(book.read("book/package.opf"))  # noqa: S314  our own
        listed = [f"book/{each.get('href')}" for each in package.iter(f"{OPF}item")]
        named = [name for name in book.namelist() if name.startswith("book/") and not name.endswith(".opf")]
        assert sorted(listed) == sorted(named)


def test_the_book_says_how_it_can_be_read(made: Made) -> None:
    with book_of(made[0]) as book:
        package = ET.fromstring(book.read("book/package.opf"))  # noqa: S314  our own
    stated = {each.get("property", ""): each.text for each in package.iter(f"{OPF}meta")}
    assert {"schema:accessMode", "schema:accessibilityFeature", "schema:accessibilityHazard"} <= stated.keys()
    assert stated["dcterms:modified"] == "1980-01-01T00:00:00Z"


def files_of_briefings(made: Made) -> dict[str, Element]:
    return {path.stem: parse(path.read_text(encoding="utf-8")) for path in (made[0] / "briefings").glob("*.html")}


def test_each_briefing_has_a_file_and_every_passage_of_its_topic_in_it(made: Made) -> None:
    files, dossier = files_of_briefings(made), made[1].dossier
    assert files.keys() == {each.topic.id for each in dossier.briefings}
    for passage in dossier.passages:
        for topic in passage.topics:
            shown = passage.whole if passage.whole and topic in passage.whole.topics else passage
            card = files[topic.id].one("figure", id=shown.address)
            assert tuple(each.text for each in card.find(class_="or-piece")) == shown.pieces


def test_the_paragraphs_of_cited_passages_are_in_the_file_with_the_passages_marked(made: Made) -> None:
    files, dossier = files_of_briefings(made), made[1].dossier
    for briefing in dossier.briefings:
        file = files[briefing.topic.id]
        for citation in briefing.citations:
            passage = citation.passage
            excerpt = file.one("section", id=f"source:{passage.source.key}")
            segments = [
                each for each in excerpt.elements() if passage.key in each.attributes.get("data-passages", "").split()
            ]
            assert "".join(each.text for each in segments) == "".join(passage.pieces)
            assert file.find(id=f"words:{passage.address}")


def test_every_link_of_a_briefing_file_lands(made: Made) -> None:
    for file in files_of_briefings(made).values():
        ids = [each.id for each in file.elements() if each.id]
        assert len(ids) == len(set(ids))
        links = [each.attributes["href"] for each in file.find("a") if "href" in each.attributes]
        assert links
        assert all(link.startswith("https://") or unquote(link.removeprefix("#")) in ids for link in links)


def test_a_briefing_file_loads_nothing(made: Made) -> None:
    for file in files_of_briefings(made).values():
        assert not file.find("link")
        assert all(
            "src" not in each.attributes or each.attributes["src"].startswith("data:") for each in file.elements()
        )
        (policy,) = [each for each in file.find("meta") if "http-equiv" in each.attributes]
        assert policy.attributes["content"].startswith("default-src 'none';")


def test_every_way_out_has_the_same_bytes_again(made: Made, tmp_path: Path) -> None:
    make(DEMO, tmp_path, ("offline", "briefings", "epub"))
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 100
    for path in files:
        assert path.read_bytes() == (made[0] / path.relative_to(tmp_path)).read_bytes(), path


def test_products_bear_the_time_that_is_stated(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1654776000")
    make(DEMO, tmp_path, ("epub",))
    with book_of(tmp_path) as book:
        assert {each.date_time for each in book.infolist()} == {(2022, 6, 9, 12, 0, 0)}
        package = ET.fromstring(book.read("book/package.opf"))  # noqa: S314  our own
    assert "2022-06-09T12:00:00Z" in {each.text for each in package.iter(f"{OPF}meta")}
    with book_of(made[0]) as book:
        assert {each.date_time for each in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_website_offers_what_was_made_with_it(made: Made) -> None:
    home = parse((made[0] / "site" / "index.html").read_text(encoding="utf-8"))
    links = [each.attributes.get("href", "") for each in home.one("article").find("a")]
    for pattern in ("*-offline.zip", "*.epub"):
        (product,) = made[0].glob(pattern)
        assert f"data/{product.name}" in links
        assert (made[0] / "site" / "data" / product.name).read_bytes() == product.read_bytes()
