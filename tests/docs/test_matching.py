"""`docs/matching.md`: its tables are the constants of the contract, and its examples come out as it says."""

import re
import unicodedata
from pathlib import Path

import pytest

from onrecord import contract
from onrecord.anchoring import Miss, Reason, Selector, anchor, fold
from onrecord.model import State
from onrecord.nearest import CHANGED_THRESHOLD

PAGE = (Path(__file__).parents[2] / "docs" / "matching.md").read_text(encoding="utf-8")
CONSTANTS = {
    "A run of these equals one blank": contract.WHITE_SPACE,
    "### Dashes": contract.DASHES,
    "### Double quotation marks": contract.DOUBLE_MARKS,
    "### Single quotation marks": contract.SINGLE_MARKS,
    "### Skipped characters": contract.SKIPPED,
    "The blanks that may join": contract.THIN_SPACES,
}
CONTROLS = {
    "\t": "tab",
    "\n": "line feed",
    "\v": "vertical tab",
    "\f": "form feed",
    "\r": "carriage return",
    "\x85": "next line",
}
EXAMPLE = re.compile(
    r"^\| `(?P<words>[^`]+)` \| `(?P<source>[^`]+)` \| `(?P<state>\w+)`(?P<cut>, cut)? \|$", re.MULTILINE
)


def table_of(characters: frozenset[str]) -> str:
    """Write the table that the page has for a list of the contract."""
    rows = (f"| U+{ord(each):04X} | {name_of(each)} |\n" for each in sorted(characters))
    return "| code point | name |\n|---|---|\n" + "".join(rows)


def name_of(character: str) -> str:
    return CONTROLS.get(character) or unicodedata.name(character).lower()


@pytest.mark.parametrize("opening", CONSTANTS)
def test_a_table_lists_each_code_point_of_its_constant_and_no_other(opening: str) -> None:
    behind = PAGE[PAGE.index(opening) :]
    table = behind[behind.index("| code point |") :].partition("\n\n")[0]
    assert table + "\n" == table_of(CONSTANTS[opening])


@pytest.mark.parametrize("row", list(EXAMPLE.finditer(PAGE)), ids=lambda row: f"{row['words']} in {row['source']}")
def test_an_example_comes_out_as_the_page_says(row: re.Match[str]) -> None:
    found = anchor(Selector(pieces=(row["words"],)), fold(row["source"]))
    assert found.state == row["state"]
    assert (isinstance(found, Miss) and found.reason is Reason.CUT) == bool(row["cut"])


def test_every_row_of_the_tables_of_examples_is_tried() -> None:
    headed = PAGE.count("| words | source | state |")
    rows = sum(line.startswith("| `") and line.count("`") == 6 for line in PAGE.splitlines())
    assert (headed, rows) == (2, len(EXAMPLE.findall(PAGE)))


def test_the_page_explains_every_state_in_their_order() -> None:
    states = PAGE[PAGE.index("## Six states") :]
    assert re.findall(r"^\| `(\w+)` \|", states, re.MULTILINE) == list(State)


def test_the_page_states_the_threshold() -> None:
    assert f"From {CHANGED_THRESHOLD} on the words count as changed" in PAGE


def test_the_page_names_the_signs_and_separators_of_numbers() -> None:
    assert frozenset("+\u00b1-") == contract.SIGNS
    assert "between `+`, `±` or any dash and the digit" in PAGE
    assert frozenset(".,") == contract.SEPARATORS
    assert "either side of a `.` or `,` between two digits" in PAGE


def test_the_page_names_the_ellipsis() -> None:
    assert f"`{contract.ELLIPSIS}` (U+{ord(contract.ELLIPSIS):04X}) equals three full stops" in PAGE
