"""Taguette: its database, whose positions count bytes of the text nodes of HTML, and its HTML exports."""

from pathlib import Path

import pytest

from onrecord.interchange.exchange import UnreadableError
from onrecord.interchange.foreign import Foreign, open_foreign
from onrecord.interchange.formats import read_foreign
from onrecord.interchange.html_texts import HtmlText
from onrecord.interchange.units import UTF_8
from onrecord.model import State
from tests.interchange.databases import TAGUETTE, write_database
from tests.interchange.projects import check, take_over
from tests.interchange.samples import SAMPLES

HTML = "<h1>The bridge 🌉</h1><p>Мы ждали <b>двадцать</b> лет.</p><p>It will cost 12 million.</p>"
RAW = "The bridge 🌉Мы ждали двадцать лет.It will cost 12 million."
UPSTREAM = SAMPLES / "taguette-upstream-tests"


def bytes_before(words: str) -> int:
    return len(RAW[: RAW.index(words)].encode())


def highlight(number: int, words: str, snippet: str) -> tuple[str, tuple[object, ...]]:
    start = bytes_before(words)
    return "highlights", (number, 1, start, start + len(words.encode()), snippet)


def project(folder: Path, *highlights: tuple[str, tuple[object, ...]]) -> Path:
    rows: list[tuple[str, tuple[object, ...]]] = [
        ("users", ("ada", "ada@a.example")),
        ("documents", (1, "Report.docx", "", "/home/ada/Report.docx", "2024-03-06 10:00:00", 1, HTML)),
        ("tags", (1, 1, "time", "How long it took")),
        ("tags", (2, 1, "time\\years", "")),
        *highlights,
        ("highlight_tags", (1, 1)),
        ("highlight_tags", (1, 2)),
    ]
    return write_database(folder / "study.sqlite3", TAGUETTE, rows)


def test_paragraphs_stand_apart_and_positions_lead_to_the_same_words(tmp_path: Path) -> None:
    path = project(
        tmp_path,
        highlight(1, "ждали двадцать лет", "<p>ждали <b>двадцать</b> лет</p>"),
        highlight(2, "лет.It will", "<p>лет.</p><p>It will</p>"),
    )
    imported = take_over(path, tmp_path / "town")
    assert imported.problems == ()
    checked = check(tmp_path / "town")
    (source,) = checked.dossier.sources
    assert source.text == "The bridge 🌉\n\nМы ждали двадцать лет.\n\nIt will cost 12 million."
    assert [(each.pieces, [topic.label for topic in each.topics]) for each in checked.dossier.passages] == [
        (("ждали двадцать лет",), ["time", "years"]),
        (("лет.\n\nIt will",), []),
    ]
    assert imported.plan is not None
    assert imported.plan.evidence is not None
    assert (imported.plan.evidence.unit, imported.plan.evidence.agreeing) == (UTF_8, 2)
    written = "".join(each.read_text(encoding="utf-8") for each in (tmp_path / "town").rglob("*.*"))
    assert "ada" not in written


def test_a_snippet_that_is_not_what_stands_there_is_held_to_its_words(tmp_path: Path) -> None:
    imported = take_over(project(tmp_path, highlight(1, "cost 12 million", "cost 72 million")), tmp_path / "town")
    assert imported.plan is not None
    assert [(each.state, each.there) for each in imported.plan.kept] == [(State.CHANGED, "cost 12 million")]


def test_the_map_of_html_leads_from_each_character_of_its_text_nodes_to_the_same_one() -> None:
    page = HtmlText("<div><p> One <i>two</i></p>\n\n<p>three<br>four</p><!-- no --><script>x</script>five</div>")
    assert page.text == "One two\n\nthree\nfour\n\nfive"
    for place, character in enumerate(page.raw):
        if not character.isspace():
            assert page.text[page.start_of(place)] == character
            assert page.text[page.end_of(place + 1) - 1] == character


@pytest.mark.samples
def test_the_html_exports_of_taguette_say_what_its_tables_say() -> None:
    codebook = read_foreign(open_foreign(UPSTREAM / "codebook.html"))[0]
    assert [(each.name, each.description) for each in codebook.codes] == [
        ("interesting", "Further review required"),
        ("people", "People of interest"),
        ("interesting\\places", ""),
    ]
    exchange = read_foreign(open_foreign(UPSTREAM / "highlights_all.html"))[0]
    assert [(each.document, each.pieces[0].exact, each.codes) for each in exchange.annotations] == [
        ("otherdoc", "diff", ("interesting\\places",)),
        ("otherdoc", "tent", ("interesting", "people")),
        ("third", "Opinion", ("people",)),
    ]
    assert len(read_foreign(open_foreign(UPSTREAM / "highlights_interesting.html"))[0].annotations) == 2
    document = read_foreign(open_foreign(UPSTREAM / "document_2.html"))[0]
    assert document.documents[0].text == "different content"
    assert [(each.pieces[0].start, each.pieces[0].end, each.codes) for each in document.annotations] == [
        (0, 4, ("interesting\\places",)),
        (13, 17, ("interesting", "people")),
    ]


@pytest.mark.samples
def test_highlights_that_cut_words_are_listed_with_the_whole_words(tmp_path: Path) -> None:
    imported = take_over(UPSTREAM / "document_2.html", tmp_path)
    assert [problem.notes for problem in imported.problems] == [
        ("the whole words are: different",),
        ("the whole words are: content",),
    ]


@pytest.mark.parametrize("data", [b"SQLite format 3\x00", b"SQLite format 3\x00highlight_tags" + b"\x00" * 4096])
def test_a_damaged_database_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="the database is"):
        read_foreign(Foreign(name="a.sqlite3", data=data), "taguette")


def test_a_view_that_never_ends_is_not_read(tmp_path: Path) -> None:
    endless = "CREATE VIEW documents AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
    tables = [each for each in TAGUETTE if "documents" not in each]
    path = write_database(tmp_path / "a.sqlite3", [*tables, endless], [])
    with pytest.raises(UnreadableError, match="not Taguette's"):
        read_foreign(open_foreign(path))
