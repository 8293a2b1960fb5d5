"""The PDF read back: words, references to pages, links, bookmarks and the proof."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from onrecord.data.proof import write_proof
from onrecord.printing import print_dossier
from onrecord.urls import NOWHERE
from onrecord.verifying import verify
from tests.printing.conftest import Printed
from tests.printing.reading import anchors, page_lines, page_texts, squeeze

pytestmark = pytest.mark.xdist_group("print")

REFERENCE = re.compile(
    r"source(?P<source>\d+),(?:¶[\d–]+|[a-z]\w*),p\.(?P<page>\d+)(?:·[^\[\]]{3,40})?\[(?P<key>[a-z\d:-]+)\]"
)
"""Of a footnote or a card, blanks taken out: the place of a passage, and its key."""


@pytest.fixture(params=["demo", "harder"])
def printed(request: pytest.FixtureRequest) -> Printed:
    made: Printed = request.getfixturevalue(request.param)
    return made


def test_every_quote_is_in_the_print_word_for_word(printed: Printed) -> None:
    text = "".join(page_texts(printed.pdf))
    for each in printed.dossier.passages:
        for piece in each.pieces:
            assert squeeze(piece) in text, each.address


def test_every_quote_of_a_topic_stands_in_its_chapter_too(printed: Printed) -> None:
    pages = page_texts(printed.pdf)
    starts = [number for number, title in bookmarks(printed.pdf, 0)]
    titles = [title for _, title in bookmarks(printed.pdf, 0)]
    chapters = {
        title: "".join(pages[start - 1 : end - 1])
        for title, start, end in zip(titles, starts, [*starts[1:], len(pages) + 1], strict=True)
    }
    for topic in printed.dossier.topics:
        filed = [each for each in printed.dossier.passages if topic in each.topics and each.whole is None]
        for each in filed:
            for piece in each.pieces:
                assert squeeze(piece) in chapters[topic.label], (topic.id, each.address)


def test_each_page_that_is_named_holds_the_passage(printed: Printed) -> None:
    pages = page_texts(printed.pdf)
    passages = {each.address: each for each in printed.dossier.passages}
    sources = {each.key: number for number, each in enumerate(printed.dossier.sources, start=1)}
    named = [match for page in pages for match in REFERENCE.finditer(page)]
    assert {match["key"] for match in named} >= {
        each.passage.address for briefing in printed.dossier.briefings for each in briefing.citations
    }
    for match in named:
        passage = passages[match["key"]]
        words = squeeze(passage.pieces[0])[:25]
        assert words in pages[int(match["page"]) - 1], match[0]
        assert sources[passage.source.key] == int(match["source"])


def test_every_link_lands_on_a_page_or_on_the_web(printed: Printed) -> None:
    found = list(anchors(PdfReader(printed.pdf)))
    assert len(found) > len(printed.dossier.passages)
    for each in found:
        assert isinstance(each.target, int) or each.target.startswith(("https://", "http://"))


def test_the_pages_that_cite_a_passage_are_beside_it(demo: Printed) -> None:
    text = "\n".join(page_lines(demo.pdf))
    starts = {title: number for number, title in bookmarks(demo.pdf, 0)}
    for briefing in demo.dossier.briefings:
        start = starts[briefing.topic.label]
        for citation in briefing.citations:
            passage = citation.passage
            speaker = passage.speaker.name if passage.speaker else "the"
            margin = re.compile(
                rf"^{passage.key} {speaker}.*?{briefing.topic.label}, pp?\.\s(\d+)", re.MULTILINE | re.DOTALL
            )
            beside = [int(match[1]) for match in margin.finditer(text)]
            assert any(start <= page <= start + 3 for page in beside), (briefing.topic.id, passage.address)


def test_the_bookmarks_are_the_chapters_and_their_sections(demo: Printed) -> None:
    titles = [title for _, title in bookmarks(demo.pdf, 0)]
    labels = [each.label for each in demo.dossier.topics]
    assert titles == ["Contents", *labels, "Figures", "Timeline", "Sources", "Index"]
    assert [title for _, title in bookmarks(demo.pdf, 1)][:3] == ["Key points", "Background", "Open questions"]


def test_the_proof_is_attached_as_it_is(printed: Printed) -> None:
    reader = PdfReader(printed.pdf)
    (attached,) = reader.attachments["proof.json"]
    assert attached.decode() == write_proof(printed.dossier)
    assert json.loads(attached)["format"] == "onrecord-proof/1"
    root: Any = reader.trailer["/Root"]
    assert [each.get_object()["/AFRelationship"] for each in root["/AF"]] == ["/Data"]


def test_the_print_proves_itself(printed: Printed) -> None:
    verdict = verify(printed.pdf)
    assert verdict.is_proven, verdict.differences
    assert verdict.proven[-1] == f"the pages show the words of {len(printed.dossier.passages)} passages"


def test_the_print_of_each_briefing_proves_itself(demo: Printed, tmp_path: Path) -> None:
    for briefing in demo.dossier.briefings[:3]:
        target = tmp_path / f"{briefing.topic.id}.pdf"
        assert print_dossier(demo.dossier, NOWHERE, demo.options, target, topic=briefing.topic.id) == ()
        assert verify(target).is_proven


def test_a_print_that_shows_other_words_than_it_proves_is_told(demo: Printed, tmp_path: Path) -> None:
    proof = json.loads(write_proof(demo.dossier))
    passage = next(each for each in proof["passages"] if each["part_of"] is None)
    (start, end), text = passage["spans"][0], proof["sources"][0]["text"]
    other = "".join("x" if each.isalpha() else each for each in text[start:end])
    proof["sources"][0]["text"] = text[:start] + other + text[end:]
    passage["words"][0] = other
    altered = tmp_path / "altered.pdf"
    writer = PdfWriter(clone_from=demo.pdf)
    root: Any = writer.root_object
    file: Any = root["/AF"][0].get_object()["/EF"]["/F"].get_object()
    file.set_data(json.dumps(proof).encode())
    writer.write(altered)
    told = [str(each) for each in verify(altered).differences]
    assert any(each.startswith(f"{passage['key']}: no page shows its words") for each in told)


def test_the_title_is_shown_and_the_language_stated(printed: Printed) -> None:
    reader = PdfReader(printed.pdf)
    assert reader.metadata is not None
    assert reader.metadata.title == printed.dossier.title
    root: Any = reader.trailer["/Root"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert str(root["/Lang"]).startswith("en")


def test_every_font_is_embedded(printed: Printed) -> None:
    resources: list[Any] = [page["/Resources"].get_object() for page in PdfReader(printed.pdf).pages]
    fonts = [font.get_object() for each in resources for font in each.get("/Font", {}).values()]
    assert fonts
    for font in fonts:
        (descendant,) = font["/DescendantFonts"]
        descriptor = descendant.get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def test_printing_again_gives_the_same_bytes(demo: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    again = tmp_path / "again.pdf"
    again.write_bytes(b"old")
    first = tmp_path / "first.pdf"
    for each in (first, again):
        assert print_dossier(demo.dossier, NOWHERE, demo.options, each) == ()
    assert again.read_bytes() == first.read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert print_dossier(demo.dossier, NOWHERE, demo.options, again) == ()
    metadata = PdfReader(again).metadata
    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.timestamp() == 86400
    stated = PdfReader(first).metadata
    assert stated is not None
    assert stated.creation_date is not None
    assert str(stated.creation_date.date()) == str(demo.dossier.as_of)


def bookmarks(pdf: Path, level: int) -> list[tuple[int, str]]:
    """List the pages, from 1, and titles of the bookmarks of a level."""
    reader = PdfReader(pdf)
    found = []

    def walk(items: list[object], depth: int) -> None:
        for each in items:
            if isinstance(each, list):
                walk(each, depth + 1)
            elif depth == level:
                number = reader.get_destination_page_number(each)  # type: ignore[arg-type]
                assert number is not None
                found.append((number + 1, str(each.title)))  # type: ignore[attr-defined]

    walk(list(reader.outline), 0)
    return found
