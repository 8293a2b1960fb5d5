"""What is wrong with a content folder as read, case by case: see `cases/*.txt`, and `projects` for the parts of a case."""

from pathlib import Path

import pytest

from onrecord.content import read_content
from onrecord.problems import KINDS, Problem, sort_problems
from tests.cases import Case, read_cases
from tests.reading.projects import write_project

CASES = [case for path in sorted(Path(__file__).with_name("cases").glob("*.txt")) for case in read_cases(path)]
OF_READING = {kind.code for kind in KINDS if kind.code[0] in "TYV"}


def describe(problem: Problem) -> str:
    """Write everything that a problem says, with the author's words that it underlines."""
    location = problem.location
    words = location.file.text[location.start : location.end]
    lines = [f"{problem.code} {location} {problem.message}"]
    lines += [f"  here: {line}" for line in words.split("\n") if words]
    lines += [f"  note: {note}" for note in problem.notes]
    lines += [f"  hint: {problem.hint}"] if problem.hint else []
    return "\n".join(lines)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_problems_of_a_content_folder(case: Case, tmp_path: Path) -> None:
    write_project(tmp_path, case.parts)
    _, problems = read_content(tmp_path / "content", "content")
    assert "\n".join(map(describe, sort_problems(problems))) == case.parts["problems"]


def test_every_problem_of_reading_has_a_case() -> None:
    lines = [line for case in CASES for line in case.parts["problems"].split("\n")]
    assert {line.split()[0] for line in lines if line and not line.startswith(" ")} == OF_READING
