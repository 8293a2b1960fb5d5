"""`docs/authoring.md`: its tables name every field there is, its dossier checks clean, and its traps are traps."""

import re
from pathlib import Path

import pytest

from onrecord.checking import check_content
from onrecord.codebook import TopicEntry
from onrecord.dossier_file import DossierEntry, PrintEntry
from onrecord.entries import read_entry_file
from onrecord.fields import Entry, Field, Shape, fields_of
from onrecord.front_matter import ChangeEntry, FrontMatterEntry
from onrecord.locations import TextFile
from onrecord.quotations import PLACEABLE
from onrecord.records import (
    EventEntry,
    FigureEntry,
    LinkEntry,
    OriginalEntry,
    PartEntry,
    PassageEntry,
    ProposedEntry,
    RecordEntry,
)
from onrecord.speakers import RoleEntry, SpeakerEntry

PAGE = (Path(__file__).parents[2] / "docs" / "authoring.md").read_text(encoding="utf-8")
ENTRIES: tuple[type[Entry], ...] = (
    DossierEntry,
    PrintEntry,
    TopicEntry,
    SpeakerEntry,
    RoleEntry,
    RecordEntry,
    OriginalEntry,
    ProposedEntry,
    PassageEntry,
    PartEntry,
    FigureEntry,
    LinkEntry,
    EventEntry,
    FrontMatterEntry,
    ChangeEntry,
)
BLOCK = re.compile(r"^```\w+ title=\"(?P<path>[^\"]+)\"\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
TRAP = re.compile(
    r"^\| `(?P<trap>text: .+?)` \| (?P<code>\w\d+) \| `(?P<mended>text: .+?)` \| (?P<words>.+?) \|$", re.MULTILINE
)
QUOTATION = re.compile(r"^\| `(?P<prose>[^`]+)` \| (?P<result>proven|B2\d\d) \| .+ \|$", re.MULTILINE)


def table_of(cls: type[Entry]) -> str:
    """Write the table that the page has for a class of entries."""
    rows = (
        f"| `{each.name}` | {value_of(each)} | {'**yes**' if each.is_required else ''} | {each.description} |\n"
        for each in fields_of(cls)
    )
    return "| field | value | needed | what it says |\n|---|---|---|---|\n" + "".join(rows)


def value_of(field: Field) -> str:
    called = field.entry_class.called if field.entry_class else ""
    words = " ".join(f"`{choice}`" for choice in field.form.choices) or field.form.name
    return {
        Shape.WORDS: words,
        Shape.ENTRY: called,
        Shape.LIST: f"list, each {words}",
        Shape.ENTRIES: f"list, each {called}",
        Shape.KEYED: f"map from keys, each to {called}",
    }[field.shape]


def files() -> dict[str, str]:
    """Join the blocks of the page that have a file name, those of one file in their order."""
    found: dict[str, list[str]] = {}
    for block in BLOCK.finditer(PAGE):
        found.setdefault(block["path"], []).append(block["text"])
    return {path: "\n".join(texts) for path, texts in found.items()}


def write_files(folder: Path) -> None:
    for path, text in files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("cls", ENTRIES, ids=lambda cls: cls.__name__)
def test_the_page_says_of_every_field_what_the_program_says(cls: type[Entry]) -> None:
    assert f"\n{table_of(cls)}\n" in PAGE


def test_the_page_has_a_table_for_every_class_of_entries() -> None:
    below = {each.entry_class for cls in ENTRIES for each in fields_of(cls) if each.entry_class}
    assert below <= set(ENTRIES)


def test_the_dossier_of_the_page_has_no_problem(tmp_path: Path) -> None:
    write_files(tmp_path)
    checked = check_content(tmp_path / "content", "content")
    assert checked.problems == ()
    assert {proof.key for proof in checked.proofs} == {"q01", "q02", "q02a", "q02b", "q03", "q04", "s01", "s02"}


@pytest.mark.parametrize("row", list(TRAP.finditer(PAGE)), ids=lambda row: row["trap"])
def test_a_trap_is_reported_and_its_mended_form_is_read_as_the_page_says(row: re.Match[str]) -> None:
    _, problems = read_entry_file(PartEntry, TextFile("trap.yml", row["trap"]))
    mended, none = read_entry_file(PartEntry, TextFile("mended.yml", row["mended"]))
    assert [problem.code for problem in problems] == [row["code"]]
    assert none == ()
    assert mended is not None
    assert [words.text for words in mended.text] == [row["words"]]


@pytest.mark.parametrize("row", list(QUOTATION.finditer(PAGE)), ids=lambda row: row["prose"])
def test_a_quotation_comes_out_as_the_page_says(row: re.Match[str], tmp_path: Path) -> None:
    write_files(tmp_path)
    briefing = f"---\ntopic: costs\n---\n{row['prose']}\n"
    (tmp_path / "content" / "briefings" / "costs.md").write_text(briefing, encoding="utf-8")
    codes = [problem.code for problem in check_content(tmp_path / "content", "content").problems]
    assert codes == ([] if row["result"] == "proven" else [row["result"]])


def test_every_row_of_the_table_of_quotations_is_tried() -> None:
    table = PAGE[PAGE.index("| in the prose | result | why |") :].partition("\n\n")[0]
    assert len(QUOTATION.findall(PAGE)) == len(table.splitlines()) - 2


def test_the_page_lists_every_block_that_prose_can_place() -> None:
    assert "These can be placed: " + ", ".join(f"`{name}`" for name in PLACEABLE) + "." in PAGE
