"""What an import does to a project: nothing that is there changes, and nothing that the file says is lost."""

import json
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.interchange.exchange import Code
from onrecord.interchange.matching import split_paths
from onrecord.interchange.recording import Entries, add_to_record, write_record
from onrecord.interchange.sifting import sift
from onrecord.interchange.writing_files import ChangedError, read_below, write_new, write_plan
from onrecord.locations import TextFile
from onrecord.records import RecordEntry, read_record
from tests.growth import is_in_step
from tests.interchange.projects import check, take_over, write_town

HEAD = "title,code,exact,memo,speaker_name\n"
ROW = "Council hears the plan,{code},{words},{memo},\n"


def table(project: Path, *rows: tuple[str, str, str]) -> Path:
    path = project / "notes.csv"
    lines = "".join(ROW.format(code=code, words=words, memo=memo) for code, words, memo in rows)
    path.write_text(HEAD + lines, encoding="utf-8")
    return path


def stored(project: Path) -> dict[str, bytes]:
    return {str(path.relative_to(project)): path.read_bytes() for path in project.rglob("*") if path.is_file()}


def test_new_lines_stand_behind_the_last_ones_and_all_else_is_byte_for_byte_the_same(tmp_path: Path) -> None:
    write_town(tmp_path)
    record = tmp_path / "content/sources/council24.yml"
    text = record.read_text(encoding="utf-8").replace("statements:\n", "statements: # what is reported\n\n")
    text = text.replace("events:\n", "# What comes later.\n\nevents:\n")
    record.write_bytes(text.replace("\n", "\r\n").encode())
    codebook = tmp_path / "content/codebook.yml"
    codebook.write_bytes(codebook.read_bytes().rstrip(b"\n") + b" # the last one")
    before = stored(tmp_path)
    imported = take_over(table(tmp_path, ("Likes", "The mayor likes", "")), tmp_path)
    assert imported.problems == ()
    after = stored(tmp_path)
    added = b"  s02:\r\n    text: The mayor likes\r\n    topics: [likes]\r\n"
    assert after["content/sources/council24.yml"].replace(added, b"") == before["content/sources/council24.yml"]
    assert after["content/sources/council24.yml"].index(added) < after["content/sources/council24.yml"].index(
        b"# What comes"
    )
    new = b"\n\nlikes:\n  label: Likes\n  definition: Imported without a definition.\n"
    assert after["content/codebook.yml"] == before["content/codebook.yml"] + new
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"content/sources/council24.yml", "content/codebook.yml"} | (after.keys() - before.keys())


def test_a_passage_that_is_there_with_other_topics_or_notes_is_listed_and_not_doubled(tmp_path: Path) -> None:
    write_town(tmp_path)
    before = stored(tmp_path)["content/sources/council24.yml"]
    rows = (
        ("Costs: all", "It will cost the town €12-14 million.", ""),
        ("New", "It will cost the town €12-14 million.", "Why?"),
    )
    imported = take_over(table(tmp_path, *rows[:1]), tmp_path)
    assert imported.plan is not None
    assert len(imported.plan.already) == 1
    imported = take_over(table(tmp_path, *rows[1:]), tmp_path)
    assert imported.plan is not None
    (kept,) = imported.plan.kept
    assert kept.obstacle == "the same words are `q02a` already, with other topics or notes; add them there"
    assert stored(tmp_path)["content/sources/council24.yml"] == before
    listed = (tmp_path / "content/imported/notes.yml").read_text(encoding="utf-8")
    assert "topics:\n    - New\n" in listed
    assert '"Why?"' in listed


def test_a_document_that_goes_by_the_name_of_a_source_and_has_other_words_is_a_source_of_its_own(
    tmp_path: Path,
) -> None:
    write_town(tmp_path)
    before = stored(tmp_path)
    (tmp_path / "council24.txt").write_text("Other words.", encoding="utf-8")
    (tmp_path / "council24.ann").write_text("T1\tClaim 0 11\tOther words\n", encoding="utf-8")
    imported = take_over(tmp_path / "council24.ann", tmp_path)
    told = "council24 goes by the same name and has other words, so council24-2 is a source of its own"
    assert imported.told.splitlines()[-1] == f"  {told}"
    after = stored(tmp_path)
    assert after["content/sources/council24-2.txt"] == b"Other words."
    assert all(after[name] == data for name, data in before.items() if name != "content/codebook.yml")


def test_a_list_that_says_the_same_is_not_written_twice(tmp_path: Path) -> None:
    write_town(tmp_path)
    path = table(tmp_path, ("Costs: all", "It will cost the town €72 million.", ""))
    assert take_over(path, tmp_path).written[-1].endswith("content/imported/notes.yml")
    assert take_over(path, tmp_path).written == ()
    other = take_over(table(tmp_path, ("Costs: all", "It will cost the town €82 million.", "")), tmp_path)
    assert other.written[-1].endswith("content/imported/notes-2.yml")


def test_a_rehearsal_writes_nothing(tmp_path: Path) -> None:
    write_town(tmp_path)
    path = table(tmp_path, ("Likes", "The mayor likes", ""), ("Likes", "nowhere to be found", ""))
    before = stored(tmp_path)
    assert len(take_over(path, tmp_path, is_rehearsal=True).written) == 3
    assert stored(tmp_path) == before


@pytest.mark.parametrize("name", ["codebook.yml", "speakers.yml"])
def test_nothing_is_imported_where_the_names_cannot_be_read(name: str, tmp_path: Path) -> None:
    write_town(tmp_path)
    (tmp_path / "content" / name).write_text("[", encoding="utf-8")
    path = table(tmp_path, ("Likes", "The mayor likes", ""))
    before = stored(tmp_path)
    assert [problem.message for problem in take_over(path, tmp_path).problems] == [f"nothing could be added to {name}"]
    assert stored(tmp_path) == before


def test_a_file_that_somebody_else_wrote_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    write_town(tmp_path)
    imported = take_over(table(tmp_path, ("Likes", "The mayor likes", "")), tmp_path, is_rehearsal=True)
    record = tmp_path / "content/sources/council24.yml"
    record.write_bytes(record.read_bytes() + b"# mine\n")
    assert imported.plan is not None
    with pytest.raises(ChangedError, match="council24"):
        write_plan(imported.plan, tmp_path / "content")
    assert record.read_bytes().endswith(b"# mine\n")


def test_a_new_file_is_never_written_over_another(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a.yml", b"theirs")
    assert stored(tmp_path) == {"a.yml": b"mine"}


def test_an_import_that_broke_off_behind_the_words_is_finished_by_the_next(tmp_path: Path) -> None:
    sources = tmp_path / "content/sources"
    sources.mkdir(parents=True)
    (sources / "interview.txt").write_text("We waited twenty years.", encoding="utf-8")
    (tmp_path / "interview.ann").write_text("T1\tClaim 0 9\tWe waited\n", encoding="utf-8")
    (tmp_path / "interview.txt").write_text("We waited twenty years.", encoding="utf-8")
    take_over(tmp_path / "interview.ann", tmp_path)
    assert sorted(path.name for path in sources.iterdir()) == ["interview.txt", "interview.yml"]
    assert [each.pieces for each in check(tmp_path).dossier.passages] == [("We waited",)]


@pytest.mark.parametrize(
    "record",
    ["quotes: {}\n", "statements: {s01: {text: a}}\n", "title: [\n"],
    ids=["no block", "in one line", "broken"],
)
def test_a_record_without_a_safe_place_is_left_alone(record: str) -> None:
    assert add_to_record(record, Entries(quotes={"q01": {"text": "a"}}, statements={"s02": {"text": "b"}}), "r") is None


words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]) | st.sampled_from("\n:#-'\"[]{}&*!|>%@`, "),
    min_size=1,
    max_size=20,
)
passages = st.dictionaries(
    st.from_regex(r"[a-z][0-9]{1,2}", fullmatch=True),
    st.fixed_dictionaries({"text": words.filter(str.strip)}),
    max_size=4,
)


@given(passages, words.filter(str.strip))
def test_whatever_is_written_reads_back(found: dict[str, dict[str, str]], title: str) -> None:
    facts = {"title": title, "date": "2024", "publisher": title}
    text = write_record(facts, Entries(quotes={}, statements=found), "r.yml")
    assert text is not None
    read, problems = read_record(TextFile("r.yml", text))
    assert problems == ()
    assert read is not None
    assert str(read.title) == title
    assert {str(each.key): [str(piece) for piece in each.entry.text] for each in read.statements} == {
        key: [said["text"]] for key, said in found.items()
    }


def test_facts_that_no_record_can_say_are_named() -> None:
    facts = {
        "title": "T",
        "date": "yesterday",
        "mood": "good",
        "url": "file:///a",
        "participants": "ada",
        "noise": ["a", "b"],
    }
    assert sift(facts, RecordEntry) == (
        {"title": "T", "participants": ["ada"], "noise": ["a", "b"]},
        ("date", "mood", "url"),
    )


def test_a_mark_in_the_name_of_a_code_is_a_path_only_where_there_is_that_code() -> None:
    codes = (Code(id="1", name="Coke"), Code(id="2", name="Coke::diet"), Code(id="3", name="profit/loss"))
    assert [(each.name, each.parent) for each in split_paths(codes)] == [
        ("Coke", ""),
        ("diet", "1"),
        ("profit/loss", ""),
    ]


def test_a_file_below_the_folder_is_read_as_canonical_text(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one\r\ntwo")
    (tmp_path / "b").write_bytes(b"\xff")
    read = read_below(tmp_path, "a")
    assert read is not None
    assert (read[0], read[1].line_ends) == ("one\ntwo", ("\r\n",))
    assert read_below(tmp_path, "b") is None
    assert read_below(tmp_path, "c") is None


def test_an_import_takes_time_in_step_with_its_passages(tmp_path: Path) -> None:
    def work(size: int) -> None:
        lines = [f"Sentence number {number} stands here." for number in range(size)]
        starts = accumulate((len(line) + 2 for line in lines), initial=0)
        rows = [
            f"T{start}\tClaim {start} {start + len(line) - 1}\t{line[:-1]}"
            for start, line in zip(starts, lines, strict=False)
        ]
        (tmp_path / "a.txt").write_text("\n\n".join(lines), encoding="utf-8")
        (tmp_path / "a.ann").write_text("\n".join(rows), encoding="utf-8")
        imported = take_over(tmp_path / "a.ann", tmp_path, is_rehearsal=True)
        assert imported.plan is not None
        assert len(imported.plan.recorded) == size

    assert is_in_step(work, 800)


def test_json_that_is_cut_off_says_where(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"@context": "x"}])[:-2], encoding="utf-8")
    (problem,) = take_over(tmp_path / "a.json", tmp_path).problems
    assert (problem.code, problem.message) == ("X101", "line 1, column 18 is no JSON: expecting ',' delimiter")
