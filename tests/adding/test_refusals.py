"""Documents that cannot be sources: one problem each, with a way out, and not one byte of the project is another."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.adding import documents
from tests.cli.conftest import Shell, run_apart

LAUGHS = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{LAUGHS}]><w:document xmlns:w="w">&l9;</w:document>'
READING = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY file SYSTEM "file:///etc/passwd">]><w>&file;</w>'
PAGE = "<html><body><p>Мост построят.</p></body></html>"
MANIFEST = '<manifest><encryption-data checksum="x"/></manifest>'
RIGHTS = "<encryption><EncryptedData></EncryptedData></encryption>"


def lying_zip() -> bytes:
    """Make a small zip file that comes to 401 MB."""
    stored = io.BytesIO()
    with (
        zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(401):
            part.write(b" " * 2**20)
    return stored.getvalue()


def with_member(name: str, data: str | bytes) -> bytes:
    return documents.make_zip({name: data})


DOCUMENTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "locked.pdf": ("D103", lambda: documents.lock_pdf(documents.make_pdf("Words."), "secret")),
    "scanned.pdf": ("D102", lambda: documents.make_pdf(documents.BLANK_PAGE)),
    "page.pdf": ("D101", PAGE.encode),
    "cut.pdf": ("D101", lambda: documents.make_pdf("Words.")[:300]),
    "empty.pdf": ("D101", bytes),
    "words.docx": ("D101", lambda: documents.make_pdf("Words.")),
    "words.txt": ("D101", lambda: documents.make_pdf("Words.")),
    "words.html": ("D101", documents.make_word),
    "text.html": ("D101", lambda: b"Words without markup."),
    "locked.docx": ("D101", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)),
    "cut.docx": ("D101", lambda: documents.make_word()[:2000]),
    "other.docx": ("D101", documents.make_open_document),
    "other.odt": ("D101", documents.make_word),
    "other.epub": ("D101", documents.make_word),
    "empty.docx": ("D101", bytes),
    "bomb.docx": ("D104", lying_zip),
    "laughs.docx": ("D105", lambda: with_member("word/document.xml", BOMB)),
    "laughs16.docx": ("D105", lambda: with_member("word/document.xml", BOMB.encode("utf-16"))),
    "laughs.odt": ("D105", lambda: with_member("content.xml", BOMB)),
    "reading.odt": ("D105", lambda: with_member("content.xml", READING)),
    "reading.epub": ("D105", lambda: with_member("META-INF/container.xml", READING)),
    "locked.odt": ("D103", lambda: documents.make_zip({"content.xml": b"\0", "META-INF/manifest.xml": MANIFEST})),
    "locked.epub": ("D103", lambda: documents.make_epub(PAGE, **{"META-INF__encryption.xml": RIGHTS})),
    "empty.epub": ("D102", lambda: documents.make_epub("<html><body> </body></html>")),
    "nameless.html": ("D106", lambda: PAGE.encode("cp1251")),
    "misnamed.html": ("D106", lambda: ('<meta charset="utf-8">' + PAGE).encode("cp1251")),
    "broken.txt": ("D106", lambda: b"The caf\xe9"),
    "half.txt": ("D106", lambda: b"\xff\xfea"),
    "empty.txt": ("D102", bytes),
    "blank.md": ("D102", lambda: b"\n \n"),
    "script.html": ("D102", lambda: b"<html><script>words</script><p hidden>words</p></html>"),
    "talk.srt": ("D101", lambda: b"Words without a time."),
    "mail.eml": ("D101", lambda: b"\n\nWords without a header."),
    "empty.mhtml": ("D101", lambda: b"Subject: x\n\nWords"),
    "words.rtf": ("D101", lambda: b"{\\rtf1 Words.}"),
    "picture.png": ("D101", lambda: b"\x89PNG\r\n\x1a\n"),
    "words": ("D101", lambda: b"Words."),
}


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted((folder / "content").rglob("*")) if path.is_file()}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_that_cannot_be_added_is_one_problem_and_changes_nothing(name: str, town: Shell) -> None:
    code, make = DOCUMENTS[name]
    town.write(name, make())
    before = tree(town.folder / "town")
    ended = town.run(f"onrecord add {name} --key new --project town")
    first, *_, last = ended.err.strip().splitlines()
    assert (ended.status, ended.out, last) == (1, "", "1 error in 1 file")
    assert first.startswith(f"error {code}: ")
    assert tree(town.folder / "town") == before


def test_a_file_of_200_megabytes_is_not_even_read(town: Shell) -> None:
    with (town.folder / "long.txt").open("wb") as file:
        file.truncate(200 * 2**20)
    assert town.run("onrecord add long.txt --project town").err.startswith(
        "error D104: the file has 200 MB, and a document may have 100\n"
    )


def test_a_folder_and_a_pipe_are_no_documents(town: Shell) -> None:
    (town.folder / "folder.txt").mkdir()
    os.mkfifo(town.folder / "pipe.txt")
    ended = town.run("onrecord add folder.txt pipe.txt gone.txt --project town")
    assert [line for line in ended.err.splitlines() if line.startswith("error")] == [
        "error T103: `folder.txt` is not a file",
        "error T103: `gone.txt` cannot be read: No such file or directory",
        "error T103: `pipe.txt` is not a file",
    ]


def test_a_page_that_nests_without_end_ends(town: Shell) -> None:
    town.write("deep.html", b"<html><body>" + b"<div>" * 200_000 + b"Words.")
    assert town.run("onrecord add deep.html --project town").err.startswith(
        "error D105: its elements are nested too deeply"
    )


@pytest.mark.parametrize("interrupted", range(4))
def test_who_is_interrupted_leaves_nothing(interrupted: int, town: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.adding import placing  # noqa: PLC0415  what is patched

    place = placing._place  # noqa: SLF001
    placed: list[Path] = []

    def place_some(source: Path, target: Path) -> None:
        if len(placed) == interrupted:
            raise KeyboardInterrupt
        placed.append(target)
        place(source, target)

    town.write("report.pdf", documents.make_pdf("Words."))
    before = tree(town.folder / "town")
    with monkeypatch.context() as patch:
        patch.setattr(placing, "_place", place_some)
        ended = town.run("onrecord add report.pdf --project town")
    assert ended.status == 1
    assert tree(town.folder / "town") == before
    assert town.run("onrecord add report.pdf --project town").status == 0


def test_who_was_killed_before_the_record_was_written_can_add_the_document_again(town: Shell) -> None:
    town.write("letter.txt", b"Words.\n")
    town.write("town/content/sources/letter.txt", b"Words.\n")
    town.write("town/content/sources/.adding-left/0", b"Words.\n")
    assert town.run("onrecord add letter.txt --project town").status == 0
    assert not (town.folder / "town/content/sources/.adding-left").exists()


def test_words_of_somebody_else_without_a_record_are_not_taken(town: Shell) -> None:
    town.write("letter.txt", b"Words.\n")
    town.write("town/content/sources/letter.txt", b"Other words.\n")
    assert town.run("onrecord add letter.txt --project town").err.startswith("error D107")
    assert town.read("town/content/sources/letter.txt") == "Other words.\n"


def test_of_two_at_once_one_wins_and_its_files_are_its_own(town: Shell) -> None:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    names = [f"letter{number}.html" for number in range(4)]
    for name in names:
        town.write(name, f"<html><body><p>Words of {name}.</p></body></html>".encode())

    def add(name: str) -> int:
        options = "--key letter --title Letter --date 2024 --publisher Courier --project town"
        return run_apart(f"onrecord add {name} {options}", town.folder).status

    with ThreadPoolExecutor(4) as pool:
        ended = list(pool.map(add, names))
    assert sorted(ended) == [0, 1, 1, 1]
    winner = names[ended.index(0)]
    assert town.read("town/content/sources/letter.txt") == f"Words of {winner}.\n"
    assert town.stored("town/content/sources/letter.html") == town.stored(winner)
    assert town.run("onrecord check --project town").status == 0
