"""Commands told as stories: files in, what is printed and what files hold in the end out. See `cases.txt`."""

import re
from pathlib import Path

from onrecord.adding.formats import LISTED
from tests.cases import Case
from tests.cli.conftest import Ended, Shell

HASH = re.compile("[0-9a-f]{64}")
VERSION = re.compile(r"\b(onrecord|lxml|trafilatura|markdown-it-py|mammoth|pdfminer\.six) \d[\w.]*")
ABOUT = {"run", "status", "out", "err"}


def scrub(text: str) -> str:
    """Put aside what differs from day to day."""
    return HASH.sub("#", VERSION.sub(r"\1 N", text)).replace(LISTED, "LISTED").strip("\n")


def prepare(shell: Shell, case: Case) -> None:
    for name, text in case.parts.items():
        path, _, encoding = name.partition(" in ")
        if name not in ABOUT and not name.startswith("then "):
            shell.write(path, f"{text}\n".encode(encoding or "utf-8"))


def run(shell: Shell, lines: str) -> Ended:
    *before, last = lines.splitlines()
    for line in before:
        shell.run(line)
    return shell.run(last)


def update(path: Path, case: Case, told: dict[str, str]) -> None:
    """Write what came out into the file of cases, where it stands there without escapes."""
    page = path.read_text(encoding="utf-8")
    start = page.index(f"=== {case.title}\n")
    for name, text in told.items():
        old = f"--- {name}\n{case.parts[name]}\n"
        at = page.find(old, start)
        page = page if at < 0 else f"{page[:at]}--- {name}\n{text}\n{page[at + len(old) :]}"
    path.write_text(page, encoding="utf-8")


def play(path: Path, case: Case, shell: Shell, *, is_updating_gold: bool) -> None:
    """Run a case of a file in a folder, and hold what comes out to what it says."""
    prepare(shell, case)
    ended = run(shell, case.parts["run"])
    told = {"status": str(ended.status), "out": ended.out, "err": ended.err}
    told |= {name: shell.read(name.removeprefix("then ")) for name in case.parts if name.startswith("then ")}
    found = {name: scrub(told[name]) for name in case.parts if name in told}
    if is_updating_gold:
        update(path, case, found)
    assert found == {name: text for name, text in case.parts.items() if name in told}
    assert all(name in case.parts or not told[name] for name in ("out", "err"))
