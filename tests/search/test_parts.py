"""An index put together of parts is that of all entries at once, and after an edit the parts that it touches are read alone."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.build import check_project
from onrecord.pages.index import index_dossier
from onrecord.pages.wording import IN_ENGLISH
from onrecord.remembered import Digests
from onrecord.search import DossierEntries, Entry, Facets, Index, KeptParts, Reader, read_parts, write_index
from onrecord.stored import Store
from onrecord.working import Keep
from tests.bench.projects import write_project
from tests.search.test_index import FACETS, RECORDS, many

PART = 700
"""Entries of a part: a hundred sources of seven each."""


def url_of(address: str) -> str:
    return address


@given(RECORDS)
def test_parts_make_the_index_of_all_entries(entries: list[Entry]) -> None:
    store = Store()
    index, reader = Index(FACETS, store), Reader(FACETS, store)
    for key in ("", *(key for key, _ in FACETS.sources)):
        index.take(reader.read(each for each in entries if each.source == key))
    assert dict(index.scripts(url_of)) == write_index(entries, FACETS, url_of)


@given(RECORDS, st.binary())
def test_a_part_is_got_as_it_was_put(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry], base: bytes
) -> None:
    before, after = Store(), Store()
    kept = KeptParts(Keep(tmp_path_factory.mktemp("kept"), b"key"), base)
    name = kept.name(b"digest")
    assert kept.get(name, after) is None
    kept.put(name, Reader(FACETS, before).read(entries), before)
    index = Index(FACETS, after)
    index.take(kept.get(name, after) or ())
    assert dict(index.scripts(url_of)) == write_index(entries, FACETS, url_of)


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], tuple[int, dict[str, str]]]:
    """Read the index of a project, with what was kept of the last one; gives how many sources were read, and the index."""
    sources: list[object] = []
    plain = DossierEntries.of_sources

    def note(self: DossierEntries, part: list[object]) -> object:
        sources.extend(part)
        return plain(self, part)  # type: ignore[arg-type]

    monkeypatch.setattr(DossierEntries, "of_sources", note)

    def read_once(project: Path) -> tuple[int, dict[str, str]]:
        sources.clear()
        dossier = check_project(project).dossier
        found = DossierEntries(dossier, IN_ENGLISH, Digests(index_dossier(dossier)).of)
        facets: Facets = found.facets
        store = Store()
        index, reader = Index(facets, store), Reader(facets, store)
        for part in read_parts(found, reader, store, 1, KeptParts(Keep(tmp_path / "kept", b"key"), b"base")):
            index.take(part)
        return len(sources), dict(index.scripts(url_of))

    return read_once


def edit(project: Path) -> None:
    record = project / "content" / "sources" / "s1.yml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("    topics:", "    context: Edited\n    topics:", 1),
        encoding="utf-8",
    )


def remove(project: Path) -> None:
    for path in (project / "content" / "sources").glob("s1.*"):
        path.unlink()
    (project / "content" / "links.yml").unlink(missing_ok=True)
    for briefing in (project / "content" / "briefings").iterdir():
        briefing.unlink()


@pytest.mark.parametrize("change", [edit, remove])
def test_after_a_change_one_part_is_read_however_many_there_are(
    tmp_path: Path, read: Callable[[Path], tuple[int, dict[str, str]]], change: Callable[[Path], None]
) -> None:
    numbers = []
    for sources in (400, 800):
        project = write_project(tmp_path / f"{sources}", sources, 1)
        assert read(project)[0] == sources
        assert read(project)[0] == 0
        change(project)
        numbers.append(read(project)[0])
    assert 0 < max(numbers) < 200


def test_the_index_after_a_change_is_the_one_that_is_made_anew(
    tmp_path: Path, read: Callable[[Path], tuple[int, dict[str, str]]]
) -> None:
    project = write_project(tmp_path / "project", 150, 2)
    read(project)
    edit(project)
    changed = read(project)
    for path in (tmp_path / "kept").rglob("*"):
        if path.is_file():
            path.unlink()
    again = read(project)
    assert changed[0] < again[0] == 150
    assert changed[1] == again[1]


def test_an_index_holds_the_words_and_not_what_is_shown() -> None:
    def held(number: int) -> tuple[int, int]:
        entries, facets = many(number)
        store = Store()
        index, reader = Index(facets, store), Reader(facets, store)
        shown = 0
        tracemalloc.start()
        try:
            for start in range(0, number, PART):
                index.take(reader.read(entries[start : start + PART]))
                shown += sum(len(each.text) for each in entries[start : start + PART])
            return tracemalloc.get_traced_memory()[0], shown
        finally:
            tracemalloc.stop()

    held(PART)  # what is remembered of words is there from now on
    (small, less), (large, more) = held(2 * PART), held(12 * PART)
    assert large - small < (more - less) / 2
