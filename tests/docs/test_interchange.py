"""`docs/interchange.md`: its table names every format that is read or written, and its limits are the program's."""

import re
from pathlib import Path

from onrecord.interchange import READ, WRITTEN, WRITTEN_AS_FOLDERS
from onrecord.interchange.packages import LARGEST_PACKAGE
from onrecord.model import State

PAGE = (Path(__file__).parents[2] / "docs" / "interchange.md").read_text(encoding="utf-8")


def names_in(section: str) -> set[str]:
    """Give the names of the formats in the table of a section; each row says what is kept, and what is lost."""
    table = PAGE.partition(f"### {section}\n")[2].strip("\n").partition("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    assert all(len(cells) == 4 and all(cells) for cells in rows)
    return {cells[1].strip("`") for cells in rows[2:]}


def test_the_table_names_every_format_that_is_read() -> None:
    assert names_in("What is read") == set(READ)


def test_the_table_names_every_format_that_is_written() -> None:
    assert names_in("What is written") == {*WRITTEN, *WRITTEN_AS_FOLDERS}


def test_the_page_names_the_six_states() -> None:
    assert re.findall(r"^\| `(\w+)` \| [^|]+ \| the ", PAGE, re.MULTILINE) == list(State)


def test_the_page_names_the_limit_of_packages() -> None:
    assert "may not unpack to more than a gigabyte" in PAGE
    assert LARGEST_PACKAGE == 10**9
