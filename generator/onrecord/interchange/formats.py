"""The formats that are read and written, each by its name, and how a file shows which one it is in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from onrecord.checking import Checked
from onrecord.interchange.brat import is_brat, read_brat
from onrecord.interchange.csl import is_csl, read_csl
from onrecord.interchange.exchange import Exchange, UnreadableError
from onrecord.interchange.foreign import Foreign
from onrecord.interchange.hypothesis import is_hypothesis, read_hypothesis
from onrecord.interchange.jsonld_reading import is_jsonld, read_jsonld
from onrecord.interchange.jsonld_writing import write_jsonld
from onrecord.interchange.obsidian import write_vault
from onrecord.interchange.qualcoder import is_qualcoder, read_qualcoder
from onrecord.interchange.refi_reading import is_codebook, is_project, read_codebook, read_project
from onrecord.interchange.refi_writing import write_codebook, write_project
from onrecord.interchange.tables_reading import is_csv, is_xlsx, read_csv, read_xlsx
from onrecord.interchange.tables_writing import write_csv, write_xlsx
from onrecord.interchange.taguette import is_taguette, read_taguette
from onrecord.interchange.taguette_html import is_taguette_html, read_taguette_html
from onrecord.interchange.units import CODE_POINTS, UTF_8, UTF_16, Unit
from onrecord.interchange.word import write_documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A format that is read."""

    name: str
    """As `--format` takes it."""
    is_it: Callable[[Foreign], bool]
    """Tells from a file whether it is in this format."""
    read: Callable[[Foreign], Exchange]
    unit: Unit = CODE_POINTS
    """What its positions count where nothing speaks for another unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """A format that an exchange is written in, as one file."""

    name: str
    called: str
    write: Callable[[Exchange], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderWriter:
    """A format that a checked project is written in, as a folder of files."""

    name: str
    called: str
    write: Callable[[Checked], Mapping[str, bytes]]
    """Gives the files by their paths below the folder."""


READERS = (
    Reader(name="qdpx", is_it=is_project, read=read_project),
    Reader(name="qdc", is_it=is_codebook, read=read_codebook),
    Reader(name="xlsx", is_it=is_xlsx, read=read_xlsx),
    Reader(name="csv", is_it=is_csv, read=read_csv),
    Reader(name="hypothesis", is_it=is_hypothesis, read=read_hypothesis, unit=UTF_16),
    Reader(name="taguette", is_it=is_taguette, read=read_taguette, unit=UTF_8),
    Reader(name="taguette-html", is_it=is_taguette_html, read=read_taguette_html),
    Reader(name="qualcoder", is_it=is_qualcoder, read=read_qualcoder),
    Reader(name="brat", is_it=is_brat, read=read_brat),
    Reader(name="csl", is_it=is_csl, read=read_csl),
    Reader(name="jsonld", is_it=is_jsonld, read=read_jsonld),
)
"""In the order in which they are tried."""

WRITERS = (
    Writer(name="jsonld", called="W3C Web Annotations", write=write_jsonld),
    Writer(name="qdpx", called="a REFI-QDA project", write=write_project),
    Writer(name="qdc", called="a REFI-QDA codebook", write=write_codebook),
    Writer(name="csv", called="a table with a row for each stretch", write=write_csv),
    Writer(name="xlsx", called="a workbook with a row for each stretch", write=write_xlsx),
)


FOLDERS = (
    FolderWriter(name="obsidian", called="notes for Obsidian", write=write_vault),
    FolderWriter(name="docx", called="Word documents, one for each briefing", write=write_documents),
)


def read_foreign(file: Foreign, wanted: str = "") -> tuple[Exchange, Unit]:
    """Read a file in the format of that name, or in the one that it is in; give the unit that the format usually counts in.

    Raises UnreadableError where it is in none, or cannot be read.
    """
    for reader in READERS:
        if wanted == reader.name or (not wanted and reader.is_it(file)):
            return reader.read(file), reader.unit
    names = ", ".join(f"`{reader.name}`" for reader in READERS)
    raise UnreadableError(
        "the file is in no format that is known", f"if it is in one of them, name it with --format: {names}"
    )
