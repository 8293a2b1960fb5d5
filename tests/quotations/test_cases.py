"""Checked prose, case by case: see the files in `cases`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.locations import Span, TextFile
from onrecord.model import Quotation
from onrecord.problems import Problem, sort_problems
from onrecord.prose import read_prose
from onrecord.quotations import CheckedProse, ProseChecker
from tests.cases import Case, read_cases
from tests.quotations.dossiers import read_passages

CASES = [case for path in sorted(Path(__file__).with_name("cases").glob("*.txt")) for case in read_cases(path)]
PASSAGES = Path(__file__).with_name("passages.txt").read_text(encoding="utf-8").strip()


def outcome_of(case: Case) -> str:
    file = TextFile("briefing.md", case.parts["markdown"])
    passages = read_passages(case.parts.get("passages", PASSAGES))
    checked, problems = ProseChecker(passages).check(read_prose(file, 0))
    lines = [*proven_lines(checked), *problem_lines(sort_problems(problems))]
    return "\n".join(lines) or "nothing"


def proven_lines(checked: CheckedProse) -> Iterator[str]:
    for quotation in checked.quotations:
        yield from _quotation_lines(quotation)
    for embedding in checked.embeddings:
        yield f"shows {embedding.passage.address}"


def _quotation_lines(quotation: Quotation) -> Iterator[str]:
    source = quotation.passage.source.text
    pieces = " | ".join(source[span.start : span.end].replace("\n", "⏎") for span in quotation.spans)
    yield f"{'block quote' if quotation.is_block_quote else 'quotation'} of {quotation.passage.address}: {pieces}"
    for alteration in quotation.alterations:
        yield f"  {alteration.kind}: {source[alteration.span.start : alteration.span.end].strip()}"


def problem_lines(problems: tuple[Problem, ...]) -> Iterator[str]:
    for problem in problems:
        location = problem.location
        words = location.file.text[location.start : location.end].replace("\n", "⏎")
        yield f"{problem.code} {location.line}:{location.column} `{words}` {problem.message}"
        yield from (f"  = {note}" for note in problem.notes)
        yield f"  = hint: {problem.hint}"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_checked_prose(case: Case) -> None:
    assert outcome_of(case) == case.parts["outcome"]


def test_positions_hold_behind_front_matter_and_wide_characters() -> None:
    front = "---\ntopic: \U0001d518ü\n---\n"
    file = TextFile("briefing.md", front + "\U0001d518 “will earmark about $2.5 billion” [@k:q].")
    passages = read_passages("k:q quote: Russia will earmark about $1.5 billion.")
    _, problems = ProseChecker(passages).check(read_prose(file, len(front)))
    [location] = [problem.location for problem in problems]
    assert (location.line, location.column) == (4, 4)
    assert Span(location.start, location.end) == Span(len(front) + 3, len(front) + 34)
