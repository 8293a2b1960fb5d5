"""An exchange as a table, CSV or Excel workbook: a row for each stretch of each passage, with all that points at it."""

import re
from collections.abc import Iterator
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell

from onrecord.data.tables import write_table
from onrecord.interchange.exchange import Annotation, Document, Exchange, Piece, UnwritableError
from onrecord.interchange.facts import words_of
from onrecord.interchange.offsets import Ruler
from onrecord.interchange.packages import timeless
from onrecord.interchange.table_columns import COLUMNS, LIST, PATH
from onrecord.interchange.units import UTF_16

_LONGEST_CELL = 32_767
"""Characters that a cell of a workbook holds."""


def write_csv(exchange: Exchange) -> bytes:
    """Write a table that a spreadsheet opens as it stands (see `data.tables`)."""
    return write_table(COLUMNS, rows_of(exchange)).encode()


def write_xlsx(exchange: Exchange) -> bytes:
    """Write a workbook with one sheet; every cell is text, so that nothing is run or turned into a date.

    UnwritableError where a passage has more words than a cell holds.
    """
    rows = [dict(zip(COLUMNS, COLUMNS, strict=True)), *rows_of(exchange)]
    for row in rows:
        _refuse_long_cells(row)
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Passages")
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([_cell(sheet, row[name]) for name in COLUMNS])
    saved = BytesIO()
    workbook.save(saved)
    return timeless(saved.getvalue())


def _refuse_long_cells(row: dict[str, str]) -> None:
    if max(map(len, row.values())) > _LONGEST_CELL:
        raise UnwritableError(
            f"passage {row['key']} has more than {_LONGEST_CELL:,} characters, which no cell of a workbook holds; "
            "export csv"
        )


def _cell(sheet: object, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub(_instead, text))
    cell.data_type = "s"
    return cell


def rows_of(exchange: Exchange) -> Iterator[dict[str, str]]:
    """Give the rows, in the order of the passages."""
    documents = {each.id: each for each in exchange.documents}
    people = {each.id: each.name for each in exchange.people}
    paths = topic_paths(exchange)
    rulers: dict[str, Ruler] = {}
    for annotation in exchange.annotations:
        document = documents[annotation.document]
        ruler = rulers.setdefault(document.id, Ruler(document.text or "", UTF_16))
        for number, piece in enumerate(annotation.pieces, start=1):
            yield {
                **_about(annotation, document),
                "piece": f"{number}/{len(annotation.pieces)}",
                "speaker_name": people.get(annotation.person, ""),
                "topic_paths": LIST.join(paths[code] for code in annotation.codes),
                **_where(piece, ruler),
            }


def _about(annotation: Annotation, document: Document) -> dict[str, str]:
    return {
        "key": annotation.key,
        "part_of": annotation.part_of,
        "kind": words_of(annotation.facts, "kind"),
        "source": document.key,
        "title": document.name,
        "url": document.url,
        "sha256": words_of(document.facts, "sha256"),
        "speaker": annotation.person,
        "topics": " ".join(annotation.codes),
        "context": annotation.context,
        "note": "\n\n".join(annotation.notes),
    }


def _where(piece: Piece, ruler: Ruler) -> dict[str, str]:
    start, end = piece.start or 0, piece.end or 0
    return {
        "exact": piece.exact or "",
        "prefix": piece.prefix,
        "suffix": piece.suffix,
        "start": str(start),
        "end": str(end),
        "start_utf16": str(ruler.from_code_points(start)),
        "end_utf16": str(ruler.from_code_points(end)),
    }


def topic_paths(exchange: Exchange) -> dict[str, str]:
    """Give the path of each code, from the widest down, as in `The new bridge > Costs`."""
    codes = {each.id: each for each in exchange.codes}
    paths: dict[str, str] = {}
    for code in exchange.codes:
        names = [code.name]
        above = code.parent
        while above in codes and len(names) <= len(codes):
            names.append(codes[above].name)
            above = codes[above].parent
        paths[code.id] = PATH.join(reversed(names))
    return paths


def _instead(match: re.Match[str]) -> str:
    """Give what is written for a character that no workbook holds: a blank for blanks such as form feeds."""
    return " " if match[0].isspace() else "\ufffd"
