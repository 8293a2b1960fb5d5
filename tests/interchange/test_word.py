"""The Word documents: footnotes for citations, quotes word for word, and the sources in full."""

import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest

from onrecord.checking import Checked
from onrecord.interchange.exchange import UnwritableError
from onrecord.interchange.word import write_documents
from tests.interchange.projects import check, write_town

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEMO = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    return write_documents(check(DEMO))


def part(data: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return ET.fromstring(package.read(name))  # noqa: S314  our own


def text_of(element: ET.Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def test_there_is_a_document_for_each_briefing(documents: dict[str, bytes]) -> None:
    dossier = check(DEMO).dossier
    assert list(documents) == [f"{each.topic.id}.docx" for each in dossier.briefings]
    assert len(documents) == 11


def test_each_citation_is_a_footnote_that_names_who_where_and_which(documents: dict[str, bytes]) -> None:
    body = part(documents["trade.docx"], "word/document.xml")
    notes = part(documents["trade.docx"], "word/footnotes.xml")
    references = [each.get(f"{W}id") for each in body.iter(f"{W}footnoteReference")]
    words = {each.get(f"{W}id"): text_of(each) for each in notes}
    (briefing,) = [each for each in check(DEMO).dossier.briefings if each.topic.id == "trade"]
    assert len(references) == len(briefing.citations) == len(words) - 2
    assert references == [str(number) for number in range(1, len(references) + 1)]
    assert (
        words["1"].strip()
        == "Aleksandr Lukashenko, 9 June 2022: source\N{NO-BREAK SPACE}1, ¶\N{NO-BREAK SPACE}7 [kursk22:q05]"
    )


def test_every_passage_of_a_cited_source_is_in_its_document_word_for_word(documents: dict[str, bytes]) -> None:
    text = "\n".join(each.text for each in docx.Document(BytesIO(documents["trade.docx"])).paragraphs)
    line = " ".join(text.split())
    for passage in check(DEMO).dossier.passages:
        assert all(" ".join(piece.split()) in line for piece in passage.pieces), passage.key


def test_quotes_are_in_a_style_of_their_own(tmp_path: Path) -> None:
    data = write_documents(_with_card(tmp_path))["bridge.docx"]
    quoted = [
        each.text
        for each in docx.Document(BytesIO(data)).paragraphs
        if each.style and each.style.name == "Intense Quote"
    ]
    assert "It will cost the town €12-14 million. 💶 For the path we have a hundered [sic] euros" in quoted


def test_nothing_in_a_document_tells_the_hour_or_the_machine(documents: dict[str, bytes]) -> None:
    assert write_documents(check(DEMO)) == documents
    properties = docx.Document(BytesIO(documents["trade.docx"])).core_properties
    assert (properties.title, properties.comments, properties.last_modified_by) == ("Trade", "", "")


def test_words_are_marked_with_the_language_that_they_are_in(documents: dict[str, bytes]) -> None:
    languages = {each.get(f"{W}val") for each in part(documents["trade.docx"], "word/document.xml").iter(f"{W}lang")}
    assert languages == {"en"}


def test_words_that_look_like_markup_are_words(tmp_path: Path) -> None:
    write_town(tmp_path)
    source = tmp_path / "content/sources/council24.txt"
    source.write_text(source.read_text(encoding="utf-8") + "</w:t> &amp; <b>bold</b>\n", encoding="utf-8")
    record = tmp_path / "content/sources/council24.yml"
    lines = [line for line in record.read_text(encoding="utf-8").splitlines() if not line.startswith("sha256")]
    record.write_text("\n".join(lines), encoding="utf-8")
    data = write_documents(check(tmp_path))["bridge.docx"]
    assert "</w:t> &amp; <b>bold</b>" in "\n".join(each.text for each in docx.Document(BytesIO(data)).paragraphs)


def _with_card(project: Path) -> Checked:
    write_town(project)
    briefing = project / "content/briefings/bridge.md"
    briefing.write_text(briefing.read_text(encoding="utf-8") + "\n> [@council24:q02]\n", encoding="utf-8")
    return check(project)


def test_where_there_is_no_briefing_no_document_is_written(tmp_path: Path) -> None:
    write_town(tmp_path)
    (tmp_path / "content/briefings/bridge.md").unlink()
    with pytest.raises(UnwritableError, match="there is no briefing"):
        write_documents(check(tmp_path))
