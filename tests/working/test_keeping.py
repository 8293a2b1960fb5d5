"""What was read before is used only where it is what would be read now, and came from the same user."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import verdicts
from onrecord.build import check_project
from onrecord.checking import Checked
from onrecord.proving import read_source, store_reading
from onrecord.reports import report_as_json, report_to_terminal
from onrecord.verdicts import check_or_recall, take_snapshot
from onrecord.working import Crew, Packs, crew, open_packs, packs
from tests.bench.projects import write_project
from tests.working.sources import jobs


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packs what is read and said of small projects too."""
    monkeypatch.setattr(crew, "LEAST_KEPT", 0)
    monkeypatch.setattr(verdicts, "LEAST", 0)


def open_in(folder: Path) -> Packs:
    """Open what is kept in a folder, as a new run does."""
    return Packs(folder / ".cache" / "onrecord" / "sources", b"k" * 32)


@pytest.fixture
def keep(tmp_path: Path) -> Packs:
    return open_in(tmp_path)


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / ".cache" / "onrecord" / "sources").rglob("*") if path.is_file())


def test_what_was_kept_is_read_and_nothing_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = jobs(3)
    first = Crew(keep=open_in(tmp_path)).read_all(many)
    monkeypatch.setattr(crew, "read_source", None)  # to call it fails
    assert Crew(keep=open_in(tmp_path)).read_all(many) == first


def test_a_pack_that_is_torn_or_changed_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_PACK", 1)  # a pack for each
    many = jobs()
    first = Crew(keep=open_in(tmp_path)).read_all(many)
    paths = files_of(tmp_path)
    whole = [path.read_bytes() for path in paths]
    assert len(paths) == len(many)
    for path, stored in zip(paths, whole, strict=True):
        for wrong in (b"", stored[:20], stored[:-1], stored[:40] + b"x" + stored[41:], stored + b" "):
            path.write_bytes(wrong)
            assert Crew(keep=open_in(tmp_path)).read_all(many) == first
            assert path.read_bytes() == stored


def test_a_pack_under_another_name_holds_what_it_says_itself(tmp_path: Path) -> None:
    few, others = jobs(2)[:3], jobs(2)[3:]
    for some in (few, others):
        Crew(keep=open_in(tmp_path)).read_all(some)
    one, other = files_of(tmp_path)
    stored = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(stored)
    assert Crew(keep=open_in(tmp_path)).read_all(jobs(2)) == Crew().read_all(jobs(2))


def test_many_packs_are_made_into_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "_MOST_PACKS", 4)
    many = jobs(5)
    for job in many:
        Crew(keep=open_in(tmp_path)).read_all([job])
        assert len(files_of(tmp_path)) <= 5
    monkeypatch.setattr(crew, "read_source", None)  # to call it fails
    assert len(Crew(keep=open_in(tmp_path)).read_all(many)) == len(many)


def test_a_file_of_another_user_is_not_believed(tmp_path: Path) -> None:
    (job, *_) = jobs()
    theirs = Packs(tmp_path, b"t" * 32)
    forged = store_reading(read_source(jobs()[1]))
    theirs.put(crew.name_of(job), forged)
    assert theirs.get(crew.name_of(job)) == forged
    assert Packs(tmp_path, b"o" * 32).get(crew.name_of(job)) is None


def test_where_nothing_can_be_written_everything_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    many = jobs()
    assert Crew(keep=Packs(tmp_path / "file" / "sources", b"k" * 32)).read_all(many) == Crew().read_all(many)


def test_another_version_reads_everything_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    (job, *_) = jobs()
    before = crew.name_of(job)
    monkeypatch.setattr(crew, "stamp", lambda: "onrecord 99")
    assert crew.name_of(job) != before


def test_no_more_is_left_unused_than_what_is_used(keep: Packs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Packs.tidy, "__defaults__", (5,))
    Crew(keep=keep).read_all(jobs(10))
    few = [*jobs(1), jobs(11)[-5]]
    before = sum(path.stat().st_size for path in files_of(tmp_path))
    Crew(keep=open_in(tmp_path)).read_all(few)
    again = open_in(tmp_path)
    left = [job for job in jobs(10) if again.get(crew.name_of(job)) is not None]
    assert all(again.get(crew.name_of(job)) is not None for job in few)
    assert len(left) <= 2 * max(5, len(few))
    assert sum(path.stat().st_size for path in files_of(tmp_path)) < before


def test_version_control_and_backups_pass_over_what_is_kept(keep: Packs, tmp_path: Path) -> None:
    Crew(keep=keep).read_all(jobs())
    assert (tmp_path / ".cache" / "onrecord" / ".gitignore").read_text(encoding="ascii") == "*\n"
    assert (tmp_path / ".cache" / "onrecord" / "CACHEDIR.TAG").is_file()


def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    one, other = open_packs(tmp_path), open_packs(tmp_path)
    assert one is not None
    assert other is not None
    one.put("ab", b"words")
    assert other.get("ab") == b"words"
    (key,) = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert key.stat().st_mode & 0o777 == 0o600


def test_without_a_folder_for_a_key_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cache").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert open_packs(tmp_path) is None


EDITS = st.sampled_from(
    [
        ("speakers.yml", "name: Person 0", "name: Somebody Else"),
        ("speakers.yml", "p1:", "p9:"),
        ("codebook.yml", "label: Topic 1\n", "label: Other\n"),
        ("codebook.yml", "t3:", "t33:"),
        ("sources/s1.yml", "to: q00", "to: q05"),
        ("sources/s1.yml", 'to: "s0:q00"', 'to: "s9:q00"'),
        ("sources/s1.yml", "speaker: p1", "speaker: p2"),
        ("sources/s1.yml", "q04:", "q44:"),
        ("sources/s1.yml", '."\n', 'xx."\n'),
        ("sources/s1.yml", "title:", "tilte:"),
        ("sources/s1.yml", "quotes:", "quotes: ["),
        ("sources/s2.yml", None, None),
        ("sources/s2.txt", None, None),
        ("sources/s2.txt", ".", "!"),
        ("sources/s2.txt", " ", "\u00a0"),
        ("sources/s0.txt", "\n", "\r\n"),
        ("sources/s0.txt", "a", "\x01"),
        ("briefings/t0.md", "“", "“not "),
        ("briefings/t1.md", None, None),
        ("dossier.yml", "title: Bench", "title: Other"),
    ]
)
"""A file, what is replaced in it once, and by what; without words it is deleted, or brought back where it is gone."""


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDITS, min_size=1, max_size=6))
def test_after_any_edits_the_result_is_the_one_without_anything_kept(
    edits: list[tuple[str, str | None, str | None]], tmp_path: Path
) -> None:
    shutil.rmtree(tmp_path / "bench", ignore_errors=True)
    project = write_project(tmp_path / "bench", 3)
    originals = {path: path.read_bytes() for path in (project / "content").rglob("*") if path.is_file()}
    last = check_project(project)
    for name, old, new in edits:
        path = project / "content" / name
        if not path.exists():
            path.write_bytes(originals[path])
        elif old is None or new is None:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes().replace(old.encode(), new.encode(), 1))
        folder = project / ".cache" / "onrecord" / "sources"
        fresh = check_project(project)
        assert check_project(project, crew=Crew(keep=Packs(folder, b"k" * 32))) == fresh
        last = check_project(project, before=last.assembled)
        assert last == fresh
        for _ in range(2):
            verdict = check_or_recall(project, Crew(keep=Packs(folder, b"k" * 32)))
            assert (verdict.problems, verdict.proofs) == (fresh.problems, fresh.proofs)


def test_what_would_come_out_the_same_is_not_assembled_again(tmp_path: Path) -> None:
    project = write_project(tmp_path / "bench", 3)
    first = check_project(project)
    record = project / "content" / "sources" / "s1.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("title:", "note: x\ntitle:", 1), encoding="utf-8")
    again = check_project(project, before=first.assembled)
    pairs = zip(first.dossier.sources, again.dossier.sources, strict=True)
    assert [one is other for one, other in pairs] == [True, False, True]
    for one, other in zip(first.dossier.briefings, again.dossier.briefings, strict=True):
        cites_it = any(each.passage.source.key == "s1" for each in one.citations)
        assert (one is other) is not cites_it
    speakers = project / "content" / "speakers.yml"
    speakers.write_text(speakers.read_text(encoding="utf-8").replace("Person 0", "Somebody Else", 1), encoding="utf-8")
    last = check_project(project, before=again.assembled)
    assert not any(one is other for one, other in zip(again.dossier.sources, last.dossier.sources, strict=True))
    assert last == check_project(project)


def test_where_nothing_has_changed_nothing_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = write_project(tmp_path / "bench", 3)
    record = project / "content" / "sources" / "s1.yml"
    record.write_text(record.read_text(encoding="utf-8").replace('."\n', 'xx."\n', 1), encoding="utf-8")
    first = check_or_recall(project, Crew(keep=open_packs(project)))
    assert first.has_errors
    with monkeypatch.context() as patch:
        patch.setattr(verdicts, "check_project", None)  # to call it fails
        again = check_or_recall(project, Crew(keep=open_packs(project)))
        assert (again.problems, again.proofs) == (first.problems, first.proofs)
        assert report_to_terminal(again.problems) == report_to_terminal(first.problems)
        assert report_as_json(again.problems, again.proofs) == report_as_json(first.problems, first.proofs)
        record.touch()  # a date is nothing
        assert check_or_recall(project, Crew(keep=open_packs(project))).problems == first.problems
        (project / "content" / "sources" / "new.txt").write_text("", encoding="utf-8")
        with pytest.raises(TypeError):
            check_or_recall(project, Crew(keep=open_packs(project)))


def test_of_a_content_with_a_link_in_it_nothing_is_kept(tmp_path: Path) -> None:
    project = write_project(tmp_path / "bench", 2)
    content = project / "content"
    assert take_snapshot(content, "content") is not None
    (content / "sources" / "s9.txt").symlink_to(content / "sources" / "s0.txt")
    assert take_snapshot(content, "content") is None


def test_a_content_that_changes_while_it_is_checked_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = write_project(tmp_path / "bench", 2)

    def check_and_change(*_: object) -> Checked:
        checked = check_project(project)
        (project / "content" / "sources" / "s0.txt").write_text("Something else.\n", encoding="utf-8")
        return checked

    with monkeypatch.context() as patch:
        patch.setattr(verdicts, "check_project", check_and_change)
        assert not check_or_recall(project, Crew(keep=open_packs(project))).has_errors
    assert check_or_recall(project, Crew(keep=open_packs(project))).has_errors
