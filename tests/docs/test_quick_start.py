"""`docs/quick-start.md`: whoever does what it says sees what it shows."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import main

PAGE = (Path(__file__).parents[2] / "docs" / "quick-start.md").read_text(encoding="utf-8")
BLOCK = re.compile(
    r"^```(?P<language>\w+)(?: title=\"(?P<path>[^\"]+)\")?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
COMMAND = re.compile(r"^\$ (?P<command>.+)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)


def write(path: Path, text: str) -> None:
    """Write a file of the page, or add to one that is there."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(before + text, encoding="utf-8")


def change(path: Path, difference: str) -> None:
    removed, added = (line[1:] for line in difference.splitlines())
    text = path.read_text(encoding="utf-8")
    assert text.count(f"{removed}\n") == 1
    path.write_text(text.replace(removed, added), encoding="utf-8")


def run(command: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a command of the page and give what it prints."""
    program, *arguments = shlex.split(command)
    if program == "cd":
        monkeypatch.chdir(arguments[0])
        return ""
    assert program == "onrecord"
    return CliRunner().invoke(main, arguments).output


def test_whoever_does_what_the_page_says_sees_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shown, printed = [], []
    for block in BLOCK.finditer(PAGE):
        if block["language"] == "diff":
            change(Path(block["path"]), block["text"])
        elif block["path"]:
            write(Path(block["path"]), block["text"])
        for step in COMMAND.finditer(block["text"] if block["language"] == "console" else ""):
            shown.append((step["command"], step["output"]))
            printed.append((step["command"], run(step["command"], monkeypatch)))
    assert printed == shown
    assert len(shown) == PAGE.count("\n$ ")
