"""What is exported and imported again is the same dossier, whatever its texts hold."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from onrecord.interchange.commands import export_project
from onrecord.interchange.exchange import Annotation, Code, Document, Exchange, Piece
from onrecord.interchange.foreign import Foreign, open_foreign
from onrecord.interchange.formats import WRITERS, read_foreign
from onrecord.interchange.gathering import gather
from tests.interchange.projects import check, said, take_over, write_town
from tests.pages.dossiers import split_spans_in, texts

WHOLE = ["jsonld", "qdpx"]
"""Formats that carry everything."""


def ending(name: str) -> str:
    return f"out.{name}"


@pytest.mark.parametrize("name", WHOLE)
def test_an_import_of_an_export_is_the_same_dossier(name: str, tmp_path: Path) -> None:
    town = write_town(tmp_path / "town")
    assert town.problems == ()
    export_project(town, name, tmp_path / ending(name))
    imported = take_over(tmp_path / ending(name), tmp_path / "copy")
    assert imported.problems == ()
    assert not (tmp_path / "copy/content/imported").exists()
    copy = check(tmp_path / "copy")
    assert copy.problems == ()
    assert said(copy.dossier) == said(town.dossier)


@pytest.mark.parametrize("name", WHOLE)
def test_the_stored_words_come_back_byte_for_byte(name: str, tmp_path: Path) -> None:
    export_project(write_town(tmp_path / "town"), name, tmp_path / ending(name))
    take_over(tmp_path / ending(name), tmp_path / "copy")
    for path in (tmp_path / "town/content/sources").glob("*.txt"):
        assert (tmp_path / "copy/content/sources" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("name", WHOLE)
def test_the_demo_survives(name: str, tmp_path: Path) -> None:
    demo = check(Path(__file__).parents[2])
    export_project(demo, name, tmp_path / ending(name))
    take_over(tmp_path / ending(name), tmp_path / "copy")
    copy = check(tmp_path / "copy")
    assert len(copy.dossier.passages) == 33
    assert said(copy.dossier) == said(demo.dossier)


@pytest.mark.parametrize("name", ["jsonld"])
def test_an_exchange_that_is_read_back_is_the_one_that_was_written(name: str, tmp_path: Path) -> None:
    town = write_town(tmp_path / "town")
    export_project(town, name, tmp_path / ending(name))
    read, _ = read_foreign(open_foreign(tmp_path / ending(name)))
    written = gather(town)
    for part in ("documents", "codes", "people", "annotations", "notes", "facts"):
        assert getattr(read, part) == getattr(written, part)
    assert read.losses == ()


@pytest.mark.parametrize("name", WHOLE)
def test_what_was_imported_before_is_not_imported_again(name: str, tmp_path: Path) -> None:
    export_project(write_town(tmp_path / "town"), name, tmp_path / ending(name))
    take_over(tmp_path / ending(name), tmp_path / "copy")
    again = take_over(tmp_path / ending(name), tmp_path / "copy")
    assert again.plan is not None
    assert (len(again.plan.already), again.plan.recorded, again.plan.kept, again.written) == (6, (), (), ())


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_writing_twice_gives_the_same_bytes(writer: object, tmp_path: Path) -> None:
    town = write_town(tmp_path / "town")
    name = getattr(writer, "name", "")
    export_project(town, name, tmp_path / "one")
    export_project(town, name, tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@st.composite
def exchanges(draw: st.DrawFn) -> Exchange:
    """Draw a text of all kinds of characters, with passages that overlap, nest and are split."""
    text = draw(texts)
    document = Document(id="s", key="s", name=draw(texts), text=text, facts={"title": "T"})
    annotations = []
    for number in range(draw(st.integers(1, 4))):
        pieces = tuple(
            Piece(exact=text[span.start : span.end], start=span.start, end=span.end)
            for span in draw(split_spans_in(text))
        )
        annotations.append(Annotation(id=f"s:p{number}", key=f"p{number}", document="s", pieces=pieces, codes=("c",)))
    code = Code(id="c", key="c", name=draw(texts), description=draw(texts))
    return Exchange(format="", documents=(document,), codes=(code,), annotations=tuple(annotations))


@pytest.mark.parametrize("name", [*WHOLE, "csv", "xlsx"])
@given(exchanges())
@settings(max_examples=50)
def test_positions_and_words_survive_whatever_the_text_holds(name: str, exchange: Exchange) -> None:
    (writer,) = [each for each in WRITERS if each.name == name]
    read, _ = read_foreign(Foreign(name=f"a.{name}", data=writer.write(exchange)), name)
    assert [[(piece.start, piece.end) for piece in each.pieces] for each in read.annotations] == [
        [(piece.start, piece.end) for piece in each.pieces] for each in exchange.annotations
    ]
    if name in WHOLE:
        assert [each.text for each in read.documents] == [each.text for each in exchange.documents]
    if name != "qdpx":  # which has positions and no words
        assert list(map(words_of, read.annotations)) == [
            [held_by(name, words) for words in words_of(each)] for each in exchange.annotations
        ]


def held_by(name: str, words: str | None) -> str | None:
    """Give words as a format holds them: a workbook has no control characters."""
    if name != "xlsx" or words is None:
        return words
    return str(ILLEGAL_CHARACTERS_RE.sub(lambda match: " " if match[0].isspace() else "\ufffd", words))


def words_of(annotation: Annotation) -> list[str | None]:
    """Give the words of each piece; blanks alone are no words, and a table has no cell for them."""
    return [piece.exact if piece.exact and piece.exact.strip() else None for piece in annotation.pieces]
