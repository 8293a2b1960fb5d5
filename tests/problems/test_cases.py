"""Problems, case by case: a project in, all that `onrecord check` says of it out. See `cases/*.txt`.

The parts of a case are files of a project, as `projects.py` says; the part `problems` is the whole report. A part that
is not there leaves the file of the sound project as it is.
"""

import re
from pathlib import Path

import pytest

from onrecord.problems import KINDS
from onrecord.reports import report_to_terminal
from tests.cases import Case, read_cases
from tests.problems.projects import problems_of, write_project

CASES = [case for path in sorted(Path(__file__).with_name("cases").glob("*.txt")) for case in read_cases(path)]
PRINTED = frozenset({"P104", "P105"})
"""Found when the print is set: `tests/printing/test_options.py` has them, `tests/docs/problems.txt` their reports."""
IMPORTED = "X"
"""Found when a file is imported: `tests/interchange` has them, `tests/docs/problems.txt` their reports."""
HEAD = re.compile(r"^(error|warning) ([A-Z]\d+): ", re.MULTILINE)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_check_says(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_project(tmp_path, {name: text for name, text in case.parts.items() if name != "problems"})
    assert report_to_terminal(problems_of(tmp_path)).rstrip("\n") == case.parts["problems"]


def test_the_project_that_cases_change_is_sound(tmp_path: Path) -> None:
    write_project(tmp_path, {})
    assert problems_of(tmp_path) == ()


def test_every_kind_of_problem_has_a_case_and_weighs_there_what_it_should() -> None:
    shown = {(code, weight) for case in CASES for weight, code in HEAD.findall(case.parts["problems"])}
    assert shown == {
        (kind.code, kind.severity.value) for kind in KINDS if kind.code not in PRINTED and kind.code[0] != IMPORTED
    }


def test_every_code_is_given_once() -> None:
    codes = [kind.code for kind in KINDS]
    assert sorted(codes) == sorted(set(codes))
