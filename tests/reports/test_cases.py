"""Reports, case by case: problems and passages in, the whole output out. See `cases/*.txt`.

A part `problem CODE PATH:LINE` holds lines `message:`, `note:`, `hint:` and (for a path with escapes) `path:`, then the text of the file from that line on behind
a line `text:`, with the author's words between `⟦` and `⟧`. A part `passages` has one passage a line. The other parts are
named after reports, and hold what they print.
"""

from collections.abc import Callable
from itertools import takewhile
from pathlib import Path

import pytest

from onrecord import __version__
from onrecord.locations import Location, Span, TextFile
from onrecord.model import PassageKind, State
from onrecord.problems import KINDS, Problem
from onrecord.reports import (
    Proof,
    report_as_json,
    report_as_sarif,
    report_to_github,
    report_to_terminal,
    summarise_passages,
    summarise_problems,
)
from tests.cases import Case, read_cases

CASES = [case for path in sorted(Path(__file__).with_name("cases").glob("*.txt")) for case in read_cases(path)]
REPORTS: dict[str, Callable[[tuple[Problem, ...], tuple[Proof, ...]], str]] = {
    "terminal": lambda problems, _: report_to_terminal(problems),
    "summary": lambda problems, passages: f"{summarise_problems(problems)}\n{summarise_passages(passages, problems)}",
    "json": report_as_json,
    "github": lambda problems, _: report_to_github(problems),
    "sarif": lambda problems, _: report_as_sarif(problems).replace(f'"{__version__}"', '"VERSION"'),
}


def is_head(line: str) -> bool:
    return line != "text:"


def problem_of(name: str, content: str) -> Problem:
    code, _, place = name.removeprefix("problem ").partition(" ")
    path, _, line = place.rpartition(":")
    lines = content.split("\n")
    head = [(key, value) for key, _, value in (each.partition(": ") for each in takewhile(is_head, lines))]
    text = "\n" * (int(line) - 1) + "\n".join(lines[len(head) + 1 :])
    start, end = text.index("⟦"), text.index("⟧") - 1
    file = TextFile(dict(head).get("path", path), text.replace("⟦", "").replace("⟧", ""))
    return Problem(
        kind=next(kind for kind in KINDS if kind.code == code),
        location=Location(file, start, end),
        message=dict(head)["message"],
        notes=tuple(value for key, value in head if key == "note"),
        hint=dict(head).get("hint", ""),
    )


def passage_of(line: str) -> Proof:
    key, kind, state, source, spans, speaker, *topics = line.split()
    pairs = [] if spans == "-" else [pair.split("-") for pair in spans.split(",")]
    return Proof(
        key=key,
        kind=PassageKind(kind),
        state=State(state),
        source=source,
        spans=tuple(Span(int(start), int(end)) for start, end in pairs) or None,
        speaker=None if speaker == "-" else speaker,
        topics=tuple(topics),
    )


def outputs_of(case: Case) -> dict[str, str]:
    """Write each report that the case has a part for."""
    problems = tuple(problem_of(name, text) for name, text in case.parts.items() if name.startswith("problem "))
    passages = tuple(passage_of(line) for line in case.parts.get("passages", "").split("\n") if line)
    written = {name: report(problems, passages) for name, report in REPORTS.items() if name in case.parts}
    return {name: output.strip("\n") for name, output in written.items()}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_report(case: Case) -> None:
    expected = {
        name: text for name, text in case.parts.items() if not name.startswith("problem ") and name != "passages"
    }
    assert expected
    assert outputs_of(case) == expected
