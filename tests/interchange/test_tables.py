"""Tables with a row per stretch: ours lead to the same places, and others' are read by what they call their columns."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from onrecord.anchoring import Anchor, Selector, anchor, fold
from onrecord.interchange.commands import export_project
from onrecord.interchange.exchange import Annotation, Document, Exchange, Piece, UnreadableError, UnwritableError
from onrecord.interchange.foreign import Foreign
from onrecord.interchange.formats import read_foreign
from onrecord.interchange.gathering import gather
from onrecord.interchange.table_columns import COLUMNS
from onrecord.interchange.tables_writing import write_csv, write_xlsx
from onrecord.locations import Span
from onrecord.stored_form import restore
from tests.interchange.projects import check, take_over, write_town
from tests.interchange.samples import SAMPLES

HEAD = "Document,Code,Quotation content\n"


def read(text: str, name: str = "a.csv", encoding: str = "utf-8") -> Exchange:
    return read_foreign(Foreign(name=name, data=text.encode(encoding)))[0]


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_a_table_takes_every_passage_to_records_that_have_none(name: str, tmp_path: Path) -> None:
    town = write_town(tmp_path / "town")
    export_project(town, name, tmp_path / f"out.{name}")
    for record in (tmp_path / "town/content/sources").glob("*.yml"):
        text = record.read_text(encoding="utf-8")
        record.write_text(
            text[: text.find("quotes:")] if "quotes:" in text else text[: text.find("statements:")], encoding="utf-8"
        )
    imported = take_over(tmp_path / f"out.{name}", tmp_path / "town")
    assert imported.problems == ()
    copy = check(tmp_path / "town")
    assert [
        (
            each.address,
            each.spans,
            each.kind,
            each.speaker and each.speaker.id,
            [topic.id for topic in each.topics],
            each.note,
        )
        for each in copy.dossier.passages
    ] == [
        (
            each.address,
            each.spans,
            each.kind,
            each.speaker and each.speaker.id,
            [topic.id for topic in each.topics],
            each.note,
        )
        for each in town.dossier.passages
    ]


def test_prefix_and_suffix_tell_each_stretch_from_its_like_and_both_offsets_lead_to_it(tmp_path: Path) -> None:
    town = write_town(tmp_path)
    texts = {each.key: each.text for each in town.dossier.sources}
    table = rows(write_csv(gather(town)))
    assert len(table) == 7
    for row in table:
        text = texts[row["source"]]
        span = Span(int(row["start"]), int(row["end"]))
        units = text.encode("utf-16-le")
        slice_ = units[2 * int(row["start_utf16"]) : 2 * int(row["end_utf16"])].decode("utf-16-le")
        assert slice_ == text[span.start : span.end] == row["exact"]
        found = anchor(Selector(pieces=(row["exact"],), prefix=row["prefix"], suffix=row["suffix"]), fold(text))
        assert isinstance(found, Anchor)
        assert found.spans == (span,)


def test_topics_are_paths_from_the_widest_down(tmp_path: Path) -> None:
    paths = {row["key"]: row["topic_paths"] for row in rows(write_csv(gather(write_town(tmp_path))))}
    assert paths["q02"] == "The new bridge 🌉; The new bridge 🌉 > Costs: all"


def test_a_cell_that_looks_like_a_formula_is_not_run_and_comes_back() -> None:
    document = Document(id="d", key="d", name="=1+1", text="=SUM(A1)")
    piece = Piece(exact="=SUM(A1)", start=0, end=8)
    one = Annotation(id="d:s01", key="s01", document="d", pieces=(piece,), facts={"kind": "statement"})
    exchange = Exchange(format="", documents=(document,), annotations=(one,))
    data = write_csv(exchange)
    assert rows(data)[0]["exact"] == "'=SUM(A1)"
    assert read_foreign(Foreign(name="a.csv", data=data))[0].annotations[0].pieces[0].exact == "=SUM(A1)"
    sheet = load_workbook(BytesIO(write_xlsx(exchange))).active
    assert sheet is not None
    cell = sheet.cell(2, COLUMNS.index("exact") + 1)
    assert (cell.data_type, cell.value) == ("s", "=SUM(A1)")


def test_a_passage_that_no_cell_holds_is_refused() -> None:
    text = "a" * 32_768
    one = Annotation(id="d:s01", key="s01", document="d", pieces=(Piece(exact=text, start=0, end=len(text)),))
    exchange = Exchange(format="", documents=(Document(id="d", name="d", text=text),), annotations=(one,))
    with pytest.raises(UnwritableError, match="passage s01 has more than 32,767 characters"):
        write_xlsx(exchange)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_of_common_dialects_are_read(delimiter: str, encoding: str) -> None:
    table = f'{HEAD}Letter 1,money > tax,"We pay, now"\n'.replace(",", delimiter).replace(f"pay{delimiter}", "pay,")
    (one,) = read(table, encoding=encoding).annotations
    exchange = read(table, encoding=encoding)
    names = {each.id: each.name for each in exchange.codes}
    assert (one.document, one.pieces[0].exact, [names[code] for code in one.codes]) == (
        "Letter 1",
        "We pay, now",
        ["tax"],
    )
    assert {each.name: names.get(each.parent, "") for each in exchange.codes} == {"money": "", "tax": "money"}


def test_rows_that_differ_in_their_code_alone_are_one_passage() -> None:
    exchange = read("id,document,tag,content\n3,a,red,tent\n3,a,blue,tent\n4,a,red,tent\n")
    assert [each.codes for each in exchange.annotations] == [("red", "blue"), ("red",)]


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"a,b\n1,2\n", "a.csv", "no column of the table is known to hold words of quotes"),
        (b"", "a.csv", "no column of the table is known to hold words of quotes"),
        ("Документ,Код,text\nа,б,в\n".encode("cp1251"), "a.csv", "byte 1 of the file is not UTF-8"),
        (b"PK\x03\x04", "a.xlsx", "the package is damaged"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(data: bytes, name: str, why: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read_foreign(Foreign(name=name, data=data))
    assert str(refusal.value) == why
    assert refusal.value.hint


def test_columns_that_are_not_known_are_told() -> None:
    assert read("document,text,mood\na,b,c\n").losses == ("column `mood` (1)",)


@pytest.mark.samples
def test_taguette_s_tables_are_read_and_a_highlight_in_a_known_document_cuts_a_word(tmp_path: Path) -> None:
    town = write_town(tmp_path)
    source = town.content.records[0]
    text = restore("different content", source.form)
    (tmp_path / "content/sources/other.txt").write_bytes(text)
    (tmp_path / "content/sources/other.yml").write_text("title: otherdoc\ndate: 2024\npublisher: P\n", encoding="utf-8")
    for name, highlights in (("highlights_interesting", 2), ("highlights_interesting_sub", 1)):
        imported = take_over(SAMPLES / "taguette-upstream-tests" / f"{name}.csv", tmp_path)
        assert imported.plan is not None
        assert [each.is_cut for each in imported.plan.kept] == [True] * highlights
    codebook = take_over(SAMPLES / "taguette-upstream-tests" / "codebook.csv", tmp_path, is_rehearsal=True)
    assert codebook.plan is not None
    assert [(each.name, each.description) for each in codebook.plan.exchange.codes] == [
        ("interesting", "Further review required"),
        ("people", "People of interest"),
        ("places", ""),
    ]


def test_the_page_lists_the_columns() -> None:
    page = (Path(__file__).parents[2] / "docs" / "interchange.md").read_text(encoding="utf-8")
    listed = page.partition("An export has these columns: ")[2].partition(".")[0]
    assert tuple(listed.replace("`", "").replace("\n", " ").split(", ")) == COLUMNS
