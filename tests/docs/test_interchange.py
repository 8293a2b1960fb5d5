"""`docs/interchange.md`: its table names every format that is read or written, and its limits are the program's."""

import re
from pathlib import Path

from onrecord.interchange import FOLDERS, READERS, WRITERS
from onrecord.interchange.packages import LARGEST_PACKAGE
from onrecord.model import State

PAGE = (Path(__file__).parents[2] / "docs" / "interchange.md").read_text(encoding="utf-8")


def rows() -> list[tuple[str, str, str]]:
    """Give the names of the formats, with what is kept of them on the way in and on the way out."""
    lines = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("|")
    ]
    names = {each.name for each in (*READERS, *WRITERS, *FOLDERS)}
    return [
        (cells[1].strip("`"), cells[2], cells[4]) for cells in lines if len(cells) == 6 and cells[1].strip("`") in names
    ]


def test_the_table_names_every_format_that_is_read_and_what_is_kept_of_it() -> None:
    assert {name for name, kept, _ in rows() if kept} == {each.name for each in READERS}


def test_the_table_names_every_format_that_is_written_and_what_goes_into_it() -> None:
    written = {each.name for each in WRITERS} | {each.name for each in FOLDERS}
    assert {name for name, _, kept in rows() if kept} == written | {"csl"}


def test_the_page_names_the_six_states() -> None:
    assert re.findall(r"^\| `(\w+)` \| [^|]+ \| the ", PAGE, re.MULTILINE) == list(State)


def test_the_page_names_the_limit_of_packages() -> None:
    assert "may not unpack to more than a gigabyte" in PAGE
    assert LARGEST_PACKAGE == 10**9
