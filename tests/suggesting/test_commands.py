"""What `suggest`, `accept` and `reject` print and write: see `commands.txt`."""

from pathlib import Path

import pytest

from tests.cases import Case, read_cases
from tests.cli.conftest import Shell

CASES = read_cases(Path(__file__).with_name("commands.txt"))


def run(shell: Shell, case: Case) -> dict[str, str]:
    """Write the files of a case, run its commands, and give what there is to see then."""
    for name, text in case.parts.items():
        if name.startswith("town/"):
            shell.write(name, f"{text}\n".encode())
    ended = [shell.run(line) for line in case.parts["run"].split("\n")]
    seen = {
        "status": str(ended[-1].status),
        "out": "".join(each.out for each in ended).strip("\n"),
        "err": "".join(each.err for each in ended).strip("\n"),
    }
    files = [name for name in case.parts if name.startswith("file ")]
    return seen | {name: shell.read(name.removeprefix("file ")).strip("\n") for name in files}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_commands(case: Case, town: Shell) -> None:
    seen = run(town, case)
    assert seen == {"out": "", "err": ""} | {name: text for name, text in case.parts.items() if name in seen}
