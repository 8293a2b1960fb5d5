"""Commands, case by case: see `cases.txt`."""

from pathlib import Path

import pytest

from tests.cases import Case, read_cases
from tests.cli.conftest import Shell

CASES = read_cases(Path(__file__).with_name("cases.txt"))
_ABOUT = {"run", "status", "out", "err"}


def prepare(shell: Shell, case: Case) -> None:
    for name, text in case.parts.items():
        path, _, sign = name.partition(" ")
        if name not in _ABOUT:
            shell.write(path, (shell.read(path) if sign == "+" else "").encode() + f"{text}\n".encode())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_commands(case: Case, town: Shell) -> None:
    prepare(town, case)
    ended = town.run(case.parts["run"])
    assert (str(ended.status), ended.out.strip("\n"), ended.err.strip("\n")) == (
        case.parts["status"],
        case.parts.get("out", ""),
        case.parts.get("err", ""),
    )
