"""`onrecord check --fix` writes missing hashes, and nothing else."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import Shell

RECORD = "town/content/sources/bridge24.yml"
FIX = "onrecord check --strict --fix --project town"
BOM = "\ufeff".encode()
SHORT = "title: Swans\ndate: 2024-03-05\npublisher: Courier\n"


def hash_line(shell: Shell, source: str = "bridge24") -> bytes:
    return f"sha256: {sha256(shell.stored(f'town/content/sources/{source}.txt')).hexdigest()}".encode()


@pytest.fixture
def hashless(town: Shell) -> Shell:
    """Take the hash out of the record."""
    lines = town.stored(RECORD).splitlines(keepends=True)
    town.write(RECORD, b"".join(line for line in lines if not line.startswith(b"sha256:")))
    return town


def add_source(shell: Shell, record: str) -> str:
    shell.write("town/content/sources/swans.txt", b"Swans sing at dusk.\n")
    shell.write("town/content/sources/swans.yml", record.encode("utf-8"))
    return "town/content/sources/swans.yml"


def test_the_hash_is_written_behind_the_publisher_and_all_else_stays(hashless: Shell) -> None:
    before = hashless.stored(RECORD)
    ended = hashless.run(FIX)
    assert (ended.status, ended.err) == (0, f"wrote the hash of the stored words into {RECORD}\n")
    publisher = b"publisher: Exampleton Courier\n"
    assert hashless.stored(RECORD) == before.replace(publisher, publisher + hash_line(hashless) + b"\n")


def test_a_second_time_changes_nothing(hashless: Shell) -> None:
    hashless.run(FIX)
    before = hashless.stored(RECORD)
    ended = hashless.run(FIX)
    assert (ended.status, ended.err, hashless.stored(RECORD)) == (0, "", before)


def test_without_fix_nothing_is_written(hashless: Shell) -> None:
    before = hashless.stored(RECORD)
    assert hashless.run("onrecord check --project town").status == 0
    assert hashless.stored(RECORD) == before


def test_byte_order_mark_and_line_ends_are_kept(hashless: Shell) -> None:
    before = BOM + hashless.stored(RECORD).replace(b"\n", b"\r\n")
    hashless.write(RECORD, before)
    assert hashless.run(FIX).status == 0
    publisher = b"publisher: Exampleton Courier\r\n"
    assert hashless.stored(RECORD) == before.replace(publisher, publisher + hash_line(hashless) + b"\r\n")


def test_a_report_for_programs_stays_one_object(hashless: Shell) -> None:
    ended = hashless.run("onrecord check --fix --format json --project town")
    assert json.loads(ended.out)["problems"] == []
    assert ended.err == f"wrote the hash of the stored words into {RECORD}\n"


def test_a_hash_that_differs_is_never_written_over(town: Shell) -> None:
    town.write("town/content/sources/bridge24.txt", town.stored("town/content/sources/bridge24.txt") + b"\n")
    before = town.stored(RECORD)
    ended = town.run(FIX)
    assert (ended.status, town.stored(RECORD)) == (1, before)
    assert ended.out.startswith("error S102")


def test_the_mode_of_the_file_stays(hashless: Shell) -> None:
    (hashless.folder / RECORD).chmod(0o640)
    hashless.run(FIX)
    assert (hashless.folder / RECORD).stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(hashless: Shell) -> None:
    stored = hashless.folder / "town/content/sources/.bridge24"
    (hashless.folder / RECORD).rename(stored)
    (hashless.folder / RECORD).symlink_to(stored.name)
    assert hashless.run(FIX).status == 0
    assert (hashless.folder / RECORD).is_symlink()
    assert hash_line(hashless) in stored.read_bytes()


@pytest.mark.parametrize("where", ["", "/", "/content"])
def test_it_works_from_anywhere(hashless: Shell, where: str) -> None:
    inside = Shell(
        folder=Path(f"{hashless.folder}/town{where}"), monkeypatch=hashless.monkeypatch, capsys=hashless.capsys
    )
    assert inside.run(f"onrecord check --strict --fix --project {hashless.folder / 'town'}").status == 0
    assert hash_line(hashless) in hashless.stored(RECORD)


def test_a_project_whose_name_cannot_be_shown_is_fixed_too(hashless: Shell) -> None:
    (hashless.folder / "town").rename(hashless.folder / "a\u202eb")
    assert hashless.run("onrecord check --strict --fix --project a\u202eb").status == 0


PLACES: dict[str, tuple[str, Callable[[str], str]]] = {
    "a publisher in quotation marks": (
        SHORT.replace("Courier", '"Courier" # daily'),
        lambda line: SHORT.replace("Courier", '"Courier" # daily') + line + "\n",
    ),
    "a publisher of two lines": (
        SHORT.replace("Courier", "The\n  Courier") + "kind: report\n",
        lambda line: SHORT.replace("Courier", "The\n  Courier") + line + "\nkind: report\n",
    ),
    "a last line without an end": (SHORT[:-1], lambda line: SHORT + line),
    "CRLF and a last line without an end": (
        SHORT[:-1].replace("\n", "\r\n"),
        lambda line: SHORT.replace("\n", "\r\n") + line,
    ),
}


@pytest.mark.parametrize(("record", "fixed"), PLACES.values(), ids=PLACES)
def test_the_hash_finds_its_place_behind(town: Shell, record: str, fixed: Callable[[str], str]) -> None:
    path = add_source(town, record)
    assert town.run(FIX).status == 0
    assert town.stored(path).decode("utf-8") == fixed(hash_line(town, "swans").decode())


NO_PLACES = {
    "a map in brackets": "{title: Swans, date: 2024-03-05, publisher: Courier}\n",
    "a map in brackets over lines": "{title: Swans, date: 2024-03-05,\npublisher: Courier\n}\n",
    "a publisher in a block": "title: Swans\ndate: 2024-03-05\npublisher: |\n  Courier\n",
    "an indented map": "  title: Swans\n  date: 2024-03-05\n  publisher: Courier\n",
    "an empty hash": f"{SHORT}sha256:\n",
    "no publisher": "title: Swans\ndate: 2024-03-05\n",
}


@pytest.mark.parametrize("record", NO_PLACES.values(), ids=NO_PLACES)
def test_where_no_place_is_safe_the_author_is_given_the_line(town: Shell, record: str) -> None:
    path = add_source(town, record)
    ended = town.run(FIX)
    line = hash_line(town, "swans").decode()
    assert ended.status == 1
    assert ended.err == f"found no safe place for it in {path}; write it there yourself: {line}\n"
    assert town.stored(path).decode("utf-8") == record
