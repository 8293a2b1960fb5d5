"""What a refresh writes: all or nothing, the original with it, and never a passage less."""

import re
from pathlib import Path

import pytest

from onrecord.checking import check_content
from onrecord.refreshing import writing
from tests.adding import documents
from tests.cli.conftest import Shell

SOURCES = "town/content/sources"
NEWER = """\
“We have waited for this bridge for ten years,” the mayor said. “The town will pay about €1.5 million for it, and the
county wil pay the rest.”

According to the mayor, building begins next spring. The council did not comment.
"""
PAGE = """\
<html><head><meta name="date" content="2024-03-05"></head><body><main><h1>Talks</h1><div class="share">Share 12</div>
<p>They said that the bridge will cost 12 million, and that it takes a year.</p><p>Nobody was against it.</p></main></body></html>"""


def tree(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def passages_in(shell: Shell) -> list[str]:
    checked = check_content(shell.folder / "town/content", "content")
    assert not checked.has_errors
    return sorted(each.key for each in checked.dossier.passages)


def add_page(shell: Shell) -> None:
    shell.write("page.html", PAGE.encode())
    assert shell.run("onrecord add page.html --publisher Courier --project town").status == 0
    record = shell.read(f"{SOURCES}/page.yml")
    passages = """\
statements:
  s01: {text: the bridge will cost 12 million, topics: [costs]}
  s02: {text: Nobody was against it, topics: [costs]}
"""
    shell.write(f"{SOURCES}/page.yml", (record + passages).encode())


@pytest.mark.parametrize("interrupted", range(6))
def test_who_is_interrupted_finds_everything_as_it_was(
    interrupted: int, town: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_page(town)
    town.write("newer.html", PAGE.replace("12 million", "72 million").encode())
    before = tree(town.folder / SOURCES)
    put, done = writing._put, []  # noqa: SLF001

    def put_some(folder: Path, name: str, data: bytes) -> None:
        done.append(name)
        if len(done) == interrupted + 1:
            raise KeyboardInterrupt
        put(folder, name, data)

    with monkeypatch.context() as patch:
        patch.setattr(writing, "_put", put_some)
        ended = town.run("onrecord refresh page newer.html --project town")
    if interrupted < 3:  # the original, the words and the record
        assert ended.status == 1
        assert tree(town.folder / SOURCES) == before
    else:
        assert ended.status == 0


@pytest.mark.parametrize("kept", [(), ("bridge24-v1.txt",), ("bridge24-v1.txt", "bridge24-v1.yml")])
def test_who_was_killed_before_the_record_was_replaced_goes_on(kept: tuple[str, ...], town: Shell) -> None:
    before = tree(town.folder / SOURCES)
    town.write("newer.txt", NEWER.encode())
    assert town.run("onrecord refresh bridge24 newer.txt --retrieved 2024-04-01 --project town").status == 0
    after = tree(town.folder / SOURCES)
    # As it is in between: the version is there, and the words, if they were put in place.
    town.write(f"{SOURCES}/bridge24.yml", before["bridge24.yml"])
    if "bridge24-v1.yml" not in kept:
        town.write(f"{SOURCES}/bridge24.txt", before["bridge24.txt"])
        for name in {"bridge24-v1.txt", "bridge24-v1.yml"} - set(kept):
            (town.folder / SOURCES / name).unlink()
    ended = town.run("onrecord refresh bridge24 newer.txt --retrieved 2024-04-01 --project town")
    assert ended.status == 0
    assert tree(town.folder / SOURCES) == after
    assert passages_in(town) == ["q01", "q02", "s01", "s02"]


def test_the_original_goes_with_its_words(town: Shell) -> None:
    add_page(town)
    old = town.stored(f"{SOURCES}/page.html")
    newer = PAGE.replace("12 million", "72 million").replace("Share 12", "Share 13").encode()
    town.write("newer.html", newer)
    ended = town.run("onrecord refresh page newer.html --project town")
    assert "`12` became `72`" in ended.out
    assert "page: 1 kept, 0 moved, 1 changed, 0 lost, 0 ambiguous" in ended.out
    assert town.stored(f"{SOURCES}/page.html") == newer
    assert town.stored(f"{SOURCES}/page-v1.html") == old
    assert "file: page-v1.html" in town.read(f"{SOURCES}/page-v1.yml")
    assert passages_in(town) == ["q01", "q02", "s01", "s01", "s02", "s02"]


def test_a_source_may_change_its_format(town: Shell) -> None:
    add_page(town)
    town.write(
        "newer.pdf", documents.make_pdf("They said that the bridge will cost 12 million.\n\nNobody was against it.")
    )
    ended = town.run("onrecord refresh page newer.pdf --format json --project town")
    assert ended.out == '{"kept": ["s01", "s02"], "moved": [], "changed": [], "lost": [], "ambiguous": []}\n'
    names = set(tree(town.folder / SOURCES))
    assert {"page.pdf", "page.places.json", "page-v1.html"} <= names
    assert "page.html" not in names
    assert passages_in(town) == ["q01", "q02", "s01", "s01", "s02", "s02"]


def test_a_record_without_a_hash_gets_one_in_both_versions(town: Shell) -> None:
    record = town.read(f"{SOURCES}/bridge24.yml")
    town.write(f"{SOURCES}/bridge24.yml", re.sub("^sha256: .*\n", "", record, flags=re.MULTILINE).encode())
    town.write("newer.txt", NEWER.encode())
    assert town.run("onrecord refresh bridge24 newer.txt --project town").status == 0
    assert "S103" not in town.run("onrecord check --project town").out


def test_a_record_keeps_its_line_ends(town: Shell) -> None:
    record = town.read(f"{SOURCES}/bridge24.yml").replace("\n", "\r\n").encode()
    town.write(f"{SOURCES}/bridge24.yml", record)
    town.write("newer.txt", NEWER.encode())
    assert town.run("onrecord refresh bridge24 newer.txt --project town").status == 0
    for name in ("bridge24.yml", "bridge24-v1.yml"):
        stored = town.stored(f"{SOURCES}/{name}")
        assert stored.count(b"\r\n") == stored.count(b"\n")


def test_a_part_goes_where_its_whole_goes_and_is_told_by_itself(town: Shell) -> None:
    town.change(
        f"{SOURCES}/bridge24.yml",
        "    links:\n",
        "    parts:\n      a: {text: The town will pay about €1.5 million for it}\n"
        "      b: {text: the county wil pay the rest}\n    links:\n",
    )
    town.write("newer.txt", NEWER.replace("1.5", "2.5").encode())
    ended = town.run("onrecord refresh bridge24 newer.txt --format json --project town")
    assert ended.out == (
        '{"kept": ["q02b", "s01", "s02"], "moved": [], "changed": ["q01", "q02", "q02a"], "lost": [], "ambiguous": []}\n'
    )
    assert passages_in(town) == ["q01", "q02", "q02a", "q02b", "s01", "s02"]
    assert town.run("onrecord check --project town").status == 0
