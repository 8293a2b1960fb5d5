"""Commands as their user runs them: in a folder, with what they print on which channel, and how they end."""

import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.cli import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """A folder to run commands in; what they make stays there."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def run(self, line: str) -> Ended:
        """Run a command line in this process, which is quick."""
        name, *arguments = shlex.split(line)
        self.capsys.readouterr()
        with self.monkeypatch.context() as patch:
            patch.chdir(self.folder)
            patch.setenv("COLUMNS", "80")
            with pytest.raises(SystemExit) as ended:
                main.main(args=arguments, prog_name=name)
        said = self.capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Ended(status=ended.value.code, out=said.out, err=said.err)

    def read(self, path: str) -> str:
        return self.stored(path).decode("utf-8")

    def stored(self, path: str) -> bytes:
        return (self.folder / path).read_bytes()

    def write(self, path: str, data: bytes) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)

    def change(self, path: str, old: str, new: str) -> None:
        """Put other words in the place of words that are there once."""
        text = self.read(path)
        assert text.count(old) == 1
        self.write(path, text.replace(old, new).encode("utf-8"))


def run_apart(line: str, folder: Path) -> Ended:
    """Run a command line in a process of its own, as MkDocs needs it, whose log is one for the whole process."""
    name, *arguments = shlex.split(line)
    code = f"from onrecord.cli import main; main(prog_name={name!r})"
    command = [sys.executable, "-c", code, *arguments]
    ended = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return Ended(status=ended.returncode, out=ended.stdout, err=ended.stderr)


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Start in an empty folder."""
    return Shell(folder=tmp_path, monkeypatch=monkeypatch, capsys=capsys)


@pytest.fixture
def town(shell: Shell) -> Shell:
    """Start in a folder that holds the project `town`, as `onrecord new town` makes it."""
    assert shell.run("onrecord new town").status == 0
    return shell
