"""The invented releases and reports in `gold`: what a person recorded of them is sound, and what is sure is right."""

from pathlib import Path

from onrecord.checking import check_content
from onrecord.suggesting.project import evaluate
from onrecord.working import ALONE

GOLD = Path(__file__).with_name("gold")


def test_every_recorded_passage_is_proven() -> None:
    checked = check_content(GOLD / "content", "content")
    assert [problem.message for problem in checked.problems if problem.is_error] == []


def test_whoever_accepts_all_that_is_sure_accepts_nothing_wrong() -> None:
    tally = evaluate(GOLD, (), ALONE)
    assert tally["the sure ones", "right"] == tally["the sure ones", "proposed"] > 30


def test_most_quotes_are_found_with_their_speaker() -> None:
    tally = evaluate(GOLD, (), ALONE)
    assert tally["quotes and speakers", "right"] >= 0.9 * tally["quotes and speakers", "recorded"]
