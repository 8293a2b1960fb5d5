"""What holds of every report, whatever the author wrote."""

import json
import re

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from onrecord.locations import Location, Span, TextFile
from onrecord.model import PassageKind, State
from onrecord.problems import KINDS, Problem
from onrecord.reports import (
    Part,
    Proof,
    excerpt,
    report_as_json,
    report_as_sarif,
    report_to_github,
    report_to_terminal,
)
from onrecord.reports.excerpt import cut_excerpt

HOSTILE = "\x1b\x07\x9b\u202e\u2066\u200b\u2028\ufe0f\u3164\r\t\n%:,{}[]()\u0301東\U0001d4b3é "
WORDS = st.text(st.one_of(st.sampled_from(HOSTILE), st.characters()), max_size=80)

SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {"rules": {"items": {"required": ["id"]}, "uniqueItems": True}},
                            },
                        },
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"items": {"$ref": "#/$defs/result"}},
                },
            },
        },
    },
    "$defs": {
        "result": {
            "required": ["message", "ruleId", "ruleIndex"],
            "properties": {
                "level": {"enum": ["none", "note", "warning", "error"]},
                "message": {"required": ["text"], "properties": {"text": {"type": "string"}}},
                "locations": {"items": {"properties": {"physicalLocation": {"$ref": "#/$defs/place"}}}},
            },
        },
        "place": {
            "properties": {
                "artifactLocation": {"properties": {"uri": {"pattern": r"^[A-Za-z0-9._~%/-]*$"}}},
                "region": {"additionalProperties": {"type": "integer", "minimum": 1}},
            },
        },
    },
}
"""What SARIF 2.1.0 requires of the members that are written here (3.13 to 3.30)."""


@st.composite
def locations(draw: st.DrawFn) -> Location:
    text = draw(WORDS)
    start = draw(st.integers(0, len(text)))
    return Location(TextFile(draw(WORDS), text), start, draw(st.integers(start, len(text))))


PROBLEMS = st.lists(
    st.builds(
        Problem,
        kind=st.sampled_from(KINDS),
        location=locations(),
        message=WORDS,
        notes=st.lists(WORDS, max_size=3).map(tuple),
        hint=WORDS,
    ),
    max_size=4,
).map(tuple)
PASSAGES = st.lists(
    st.builds(
        Proof,
        key=WORDS,
        kind=st.sampled_from(PassageKind),
        state=st.sampled_from(State),
        source=WORDS,
        spans=st.none() | st.lists(st.builds(Span, st.integers(0, 9), st.integers(10, 99)), min_size=1).map(tuple),
        speaker=st.none() | WORDS,
        topics=st.lists(WORDS, max_size=3).map(tuple),
    ),
    max_size=4,
).map(tuple)


@given(PROBLEMS)
def test_nothing_that_drives_a_terminal_or_cannot_be_seen_is_printed(problems: tuple[Problem, ...]) -> None:
    printed = report_to_terminal(problems).replace("\n", "")
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]", printed)


@given(PROBLEMS)
def test_no_line_of_an_excerpt_is_wider_than_a_screen(problems: tuple[Problem, ...]) -> None:
    shown = [line.partition(" | ")[2] for line in report_to_terminal(problems).split("\n") if " | " in line[:6]]
    assert all(cell_len(line) <= 120 for line in shown)


@given(PROBLEMS)
def test_colours_change_no_word(problems: tuple[Problem, ...]) -> None:
    def mark(part: Part, text: str) -> str:
        return f"\x02{part}\x03{text}\x04"

    coloured = report_to_terminal(problems, mark)
    assert re.sub("\x02[a-z]*\x03|\x04", "", coloured) == report_to_terminal(problems)


@given(PROBLEMS)
def test_a_workflow_command_is_one_line_whatever_the_words_hold(problems: tuple[Problem, ...]) -> None:
    lines = re.split(r"[\r\n]", report_to_github(problems))[:-1]
    assert len(lines) == len(set(problems))
    assert all(re.match(r"::(error|warning) file=[^,:]*,line=\d+,[^:]*title=[A-Z]\d+::", line) for line in lines)


@given(PROBLEMS, PASSAGES)
def test_the_json_report_says_what_it_was_given(
    problems: tuple[Problem, ...],
    passages: tuple[Proof, ...],
) -> None:
    written = report_as_json(problems, passages)
    report = json.loads(written)
    assert written.isascii()
    assert {each["message"] for each in report["problems"]} == {problem.message for problem in problems}
    assert [each["key"] for each in report["passages"]] == [passage.key for passage in passages]
    assert sum(report["counts"][state] for state in State) == len(passages)


@given(PROBLEMS)
def test_a_sarif_log_has_what_the_standard_requires(problems: tuple[Problem, ...]) -> None:
    written = report_as_sarif(problems)
    log = json.loads(written)
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert written.isascii()
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


@given(PROBLEMS)
def test_the_order_in_which_problems_are_found_does_not_show(problems: tuple[Problem, ...]) -> None:
    distinct = {(each.location.path, each.location.start, each.code): each for each in problems}
    forward = tuple(distinct.values())
    assert report_as_sarif(forward) == report_as_sarif(forward[::-1])
    assert report_to_terminal(forward) == report_to_terminal(forward[::-1])


def test_a_line_of_ten_megabytes_is_cut_around_the_words() -> None:
    file = TextFile("content/long.yml", "word " * 1_000_000 + "here " + "word " * 1_000_000)
    problem = Problem(kind=KINDS[0], location=Location(file, 5_000_000, 5_000_004), message="too long")
    line = report_to_terminal((problem,)).split("\n")[3]
    assert line == "1 | …rd word word word word here" + " word" * 14 + " …"


@given(
    st.text(st.one_of(st.characters(max_codepoint=0x2100), st.sampled_from("“’…\u0301\u200d")), max_size=300), st.data()
)
def test_a_line_of_plain_letters_is_cut_as_any_other(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    location = Location(TextFile("content/one.yml", text), start, data.draw(st.integers(start, len(text))))
    quickly = cut_excerpt(location)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(excerpt, "_PLAIN", re.compile(r"(?!)"))
        assert cut_excerpt(location) == quickly
