"""brat's standoff with the text beside it, and references in CSL JSON for words that have no record yet."""

import json
from pathlib import Path

import pytest

from onrecord.interchange.exchange import UnreadableError
from onrecord.interchange.foreign import Foreign
from onrecord.interchange.formats import read_foreign
from tests.interchange.projects import check, take_over

TEXT = "The county 🏛 pays. Nobody else does."
ANN = (
    "T1\tBody 0 10\tThe county\nT2\tClaim 0 10;13 17\tThe county pays\nT3\tBody 19 25\tNobody\n"
    "#1\tAnnotatorNotes T1\tWhich one?\nR1\tPays Arg1:T1 Arg2:T2\nA1\tNegated T3\n*\tEquiv T1 T3\n"
)


def test_standoff_is_read_with_the_text_beside_it(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "letter.ann").write_text(ANN, encoding="utf-8")
    imported = take_over(tmp_path / "letter.ann", tmp_path / "town")
    assert [problem.message for problem in imported.problems] == [
        "not taken over: attribute (1), equivalence (1), relation (1)"
    ]
    dossier = check(tmp_path / "town").dossier
    assert [(each.pieces, [topic.label for topic in each.topics], each.note) for each in dossier.passages] == [
        (("The county", "pays"), ["Claim"], ""),
        (("The county",), ["Body"], "Which one?"),
        (("Nobody",), ["Body"], ""),
    ]


def test_standoff_without_its_text_keeps_the_words_that_it_gives(tmp_path: Path) -> None:
    (tmp_path / "letter.ann").write_text(ANN, encoding="utf-8")
    imported = take_over(tmp_path / "letter.ann", tmp_path / "town")
    assert imported.plan is not None
    assert [(each.annotation.pieces[0].exact, each.state) for each in imported.plan.kept] == [
        ("The county", "unchecked"),
        ("Nobody", "unchecked"),
    ]
    assert "split passage of a document without its text (1)" in imported.problems[-1].message


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"no annotation\n", b"T1\tBody x y\twords\n"])
def test_a_file_without_annotations_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_foreign(Foreign(name="a.ann", data=data))


REFERENCES = [
    {
        "id": "letter24",
        "type": "personal-communication",
        "title": "A letter",
        "author": [{"literal": "The county"}],
        "issued": {"date-parts": [[2024, "3"]]},
        "URL": "https://county.example/letter",
        "language": "en",
        "page": "3",
    },
    {"id": "book1", "type": "book", "title": "Bridges", "publisher": "Press", "issued": {"raw": "1999-02-30"}},
]


def test_references_make_the_records_of_words_that_have_none_and_others_are_listed(tmp_path: Path) -> None:
    sources = tmp_path / "town/content/sources"
    sources.mkdir(parents=True)
    stored = f"\ufeff{TEXT}\r\n".encode()
    (sources / "letter24.txt").write_bytes(stored)
    (tmp_path / "library.json").write_text(json.dumps(REFERENCES), encoding="utf-8")
    imported = take_over(tmp_path / "library.json", tmp_path / "town")
    assert [problem.message for problem in imported.problems] == ["not taken over: field `page` (1)"]
    checked = check(tmp_path / "town")
    assert checked.problems == ()
    (source,) = checked.dossier.sources
    assert (source.title, str(source.date), source.publisher, source.kind) == (
        "A letter",
        "2024-03",
        "The county",
        "personal communication",
    )
    assert (sources / "letter24.txt").read_bytes() == stored
    listed = (tmp_path / "town/content/imported/library.yml").read_text(encoding="utf-8")
    assert listed.endswith("- reference: book1\n  title: Bridges\n  publisher: Press\n  kind: book\n")
