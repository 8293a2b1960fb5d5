"""`README.md`: its commands exist, and what it shows is in the demo or printed for it."""

import re
import shutil
from pathlib import Path

import pytest

from onrecord.checking import check_content
from onrecord.reports import report_to_terminal, summarise_passages

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_its_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", PAGE)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_its_commands_are_sessions_of_the_noxfile() -> None:
    sessions = re.findall(r"^python3 noxfile\.py -s (\w+)", PAGE, re.MULTILINE)
    noxfile = (ROOT / "noxfile.py").read_text(encoding="utf-8")
    assert sessions == ["demo", "tests"]
    assert all(f"@nox.session\ndef {session}(" in noxfile for session in sessions)


def test_the_entry_it_shows_is_one_of_the_demo() -> None:
    assert blocks("yaml")[0] in (ROOT / "content" / "sources" / "kursk22.yml").read_text(encoding="utf-8")


def test_what_it_shows_is_printed_for_the_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    proven, problem = blocks("text")
    assert f"{summarise_passages(check_content(Path('content'), 'content').proofs)}\n" == proven
    record = Path("content/sources/kursk22.yml")
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("… selling goods s one", "… selling goods is one"), encoding="utf-8")
    errors = tuple(each for each in check_content(Path("content"), "content").problems if each.is_error)
    assert report_to_terminal(errors) == problem
