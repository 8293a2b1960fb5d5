"""What `onrecord check` tells programs, on the project that this repository holds itself."""

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.texts import canonical_text
from tests.cli.conftest import Shell

DEMO = Path(__file__).parents[2]
SOURCES = DEMO / "content" / "sources"
STATES = {"verbatim", "normalised", "changed", "ambiguous", "orphan", "unchecked"}


@pytest.fixture
def demo(shell: Shell) -> dict[str, Any]:
    ended = shell.run(f"onrecord check --strict --format json --project {DEMO}")
    assert (ended.status, ended.err) == (0, "")
    told = json.loads(ended.out)
    assert isinstance(told, dict)
    return told


def test_the_object_has_the_members_that_others_build_on(demo: dict[str, Any]) -> None:
    assert list(demo) == ["version", "problems", "passages", "counts"]
    assert (demo["version"], demo["problems"]) == (1, [])
    for passage in demo["passages"]:
        assert {"key", "kind", "state", "source", "start", "end", "spans", "speaker", "topics"} <= passage.keys()


def test_spans_cut_the_words_of_the_record_from_the_stored_text(demo: dict[str, Any]) -> None:
    by_key = {(each["source"], each["key"]): each for each in demo["passages"]}
    text = canonical_text((SOURCES / "kursk22.txt").read_bytes().decode("utf-8"))
    record = (SOURCES / "kursk22.yml").read_text(encoding="utf-8")
    first = by_key["kursk22", "q01"]
    (span,) = first["spans"]
    assert (first["start"], first["end"]) == tuple(span)
    assert f"text: {text[span[0] : span[1]]}\n" in record or text[span[0] : span[1]] in record
    for passage in demo["passages"]:
        assert all(0 <= start < end <= len(text) for start, end in passage["spans"])
        assert passage["start"] == passage["spans"][0][0]
        assert passage["end"] == passage["spans"][-1][1]


def test_counts_add_up(demo: dict[str, Any]) -> None:
    counts, passages = demo["counts"], demo["passages"]
    assert counts["passages"] == len(passages) == sum(counts[state] for state in STATES)
    assert counts["quotes"] + counts["statements"] + counts["parts"] == len(passages)
    assert counts["sources"] == len({passage["source"] for passage in passages})
    assert (counts["errors"], counts["warnings"]) == (0, 0)
    assert counts["verbatim"] == sum(passage["state"] == "verbatim" for passage in passages)


def test_speakers_and_topics_are_those_of_the_record(demo: dict[str, Any]) -> None:
    topics = {topic for passage in demo["passages"] for topic in passage["topics"]}
    codebook = (DEMO / "content" / "codebook.yml").read_text(encoding="utf-8")
    assert "import-substitution" in topics
    assert all(f"\n{topic}:\n" in f"\n{codebook}" for topic in topics)
    assert {passage["speaker"] for passage in demo["passages"]} == {"lukashenko", None}


def test_what_was_not_found_has_no_spans(town: Shell) -> None:
    town.change("town/content/sources/bridge24.yml", "text: building begins next spring", "text: swans sing at dusk")
    told = json.loads(town.run("onrecord check --format json --project town").out)
    assert [each for each in told["passages"] if each["key"] == "s01"] == [
        {
            "key": "s01",
            "kind": "statement",
            "state": "orphan",
            "source": "bridge24",
            "start": None,
            "end": None,
            "spans": None,
            "speaker": "mayor",
            "topics": ["bridge"],
            "part_of": None,
        }
    ]


def test_sarif_names_rule_file_and_place(town: Shell) -> None:
    town.change("town/content/sources/bridge24.yml", "unit: EUR", "unit: USD")
    ended = town.run("onrecord check --format sarif --project town")
    (run,) = json.loads(ended.out)["runs"]
    (result,) = run["results"]
    (place,) = result["locations"]
    assert ended.status == 1
    assert (result["ruleId"], result["level"]) == ("F102", "error")
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["F102"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "town/content/sources/bridge24.yml"
    assert place["physicalLocation"]["region"]["startLine"] == 30
    assert place["physicalLocation"]["region"]["startColumn"] == 15


def test_places_are_told_from_where_the_command_runs(town: Shell) -> None:
    town.change("town/content/sources/bridge24.yml", "unit: EUR", "unit: USD")
    (town.folder / "elsewhere").mkdir()
    inside = Shell(folder=town.folder / "town", monkeypatch=town.monkeypatch, capsys=town.capsys)
    beside = Shell(folder=town.folder / "elsewhere", monkeypatch=town.monkeypatch, capsys=town.capsys)
    assert " --> content/sources/bridge24.yml:30:15\n" in inside.run("onrecord check").out
    assert " --> ../town/content/sources/bridge24.yml:30:15\n" in beside.run("onrecord check --project ../town").out


def test_it_tells_where_the_time_went_beside_the_report(shell: Shell) -> None:
    plain = shell.run(f"onrecord check --project {DEMO}")
    timed = shell.run(f"onrecord check --timings --project {DEMO}")
    assert (timed.status, timed.out) == (plain.status, plain.out)
    names = [line.split("  ")[0] for line in timed.err.splitlines() if not line.startswith(" ")]
    assert names == ["stage", "check"]
    for stage in ("reading", "assembling", "checking", "reporting"):
        assert f"\n  {stage} " in timed.err
