"""QualCoder: codes below their categories, one row a code and stretch, cases that speak or take part."""

from pathlib import Path

from onrecord.interchange.foreign import open_foreign
from onrecord.interchange.formats import read_foreign
from tests.interchange.databases import QUALCODER, Rows, write_database
from tests.interchange.projects import check, take_over

TEXT = "Interviewer: How long? 🌉\nAnna: We waited twenty years.\nAnna: It cost a lot."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def coding(number: int, code: int, words: str, memo: str = "") -> tuple[str, tuple[object, ...]]:
    return "code_text", (number, code, 1, words, *at(words), "Ada Coder", memo)


ROWS: Rows = [
    ("project", ("v14", "Ada Coder")),
    (
        "source",
        (1, "interview.txt", TEXT, "/home/ada/interview.txt", "Recorded at home", "Ada Coder", "2024-03-06 10:00:00"),
    ),
    ("source", (2, "photo.jpg", None, "/images/photo.jpg", "", "Ada Coder", "2024-03-06")),
    ("code_cat", (1, "Bridge", "Ada Coder", "", "", None)),
    ("code_cat", (2, "Costs", "Ada Coder", "", "Who pays", 1)),
    ("code_name", (1, "money", "What it costs", 2, "Ada Coder", "", "#F00")),
    ("code_name", (2, "time", "", 1, "Ada Coder", "", "#0F0")),
    coding(1, 2, "We waited twenty years", "Since when?"),
    coding(2, 1, "We waited twenty years"),
    coding(3, 1, "It cost a lot"),
    ("annotation", (1, 1, *at("How long?"), "A leading question", "Ada Coder", "")),
    ("cases", (1, "Anna", "", "Ada Coder", "")),
    ("cases", (2, "Household 7", "", "Ada Coder", "")),
    ("case_text", (1, 1, 1, *at("Anna: We waited twenty years."))),
    ("case_text", (2, 2, 1, 0, len(TEXT))),
    ("journal", (1, "Day one", "It rained.", "", "Ada Coder")),
]


def test_a_project_comes_over_with_its_codes_cases_and_memos(tmp_path: Path) -> None:
    write_database(tmp_path / "study.qda" / "data.qda", QUALCODER, ROWS)
    imported = take_over(tmp_path / "study.qda", tmp_path / "town")
    assert [problem.message for problem in imported.problems] == [
        "not taken over: picture, recording or page without a text (1)"
    ]
    dossier = check(tmp_path / "town").dossier
    assert [
        (each.pieces[0], [topic.id for topic in each.topics], each.speaker and each.speaker.name, each.note)
        for each in dossier.passages
    ] == [
        ("How long?", [], None, "A leading question"),
        ("We waited twenty years", ["time", "money"], "Anna", "Since when?"),
        ("It cost a lot", ["money"], None, ""),
    ]
    assert [(each.label, each.parent and each.parent.label) for each in dossier.topics] == [
        ("Bridge", None),
        ("Costs", "Bridge"),
        ("money", "Costs"),
        ("time", "Bridge"),
    ]
    assert [each.name for each in dossier.sources[0].participants] == ["Household 7"]
    listed = (tmp_path / "town/content/imported/study.yml").read_text(encoding="utf-8")
    assert "- note: interview.txt\n  words: Recorded at home\n- note: Day one\n  words: It rained.\n" in listed


def test_whoever_coded_and_where_their_files_lie_is_not_read(tmp_path: Path) -> None:
    path = write_database(tmp_path / "data.qda", QUALCODER, ROWS)
    said = repr(read_foreign(open_foreign(path))[0])
    assert "Ada" not in said
    assert "/home/" not in said
