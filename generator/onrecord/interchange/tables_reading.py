"""Tables with a row per quote as an exchange: CSV in any common dialect, and Excel workbooks.

Columns are known by their headings, ours and what other programs call the same. A code may be a path, with `>` between its levels.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO, StringIO

from openpyxl import Workbook, load_workbook

from onrecord.encodings import guess_encoding
from onrecord.forms import KEY
from onrecord.interchange.collecting import Collector
from onrecord.interchange.exchange import Annotation, Exchange, Fact, Piece, UnreadableError
from onrecord.interchange.foreign import Foreign
from onrecord.interchange.packages import Package, is_package
from onrecord.interchange.table_columns import COLUMNS, DESCRIPTION, PATH, column_of

CSV = "table (CSV)"
XLSX = "table (Excel workbook)"

_DELIMITERS = ",;\t"
_GUARDED = re.compile(
    "'+\\s*[=+\\-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}\t\r]"
)
_CODES = re.compile(r"\s*[;\n]\s*")
_LEVELS = re.compile(r"\s+>\s+")
_MOST_CELLS = 5_000_000
_MOST_DIGITS = 15
_HEADINGS = "name them as in docs/interchange.md: at least `exact` for the words, and `title`, `url` or `source` for the document"

Row = Mapping[str, str]


def is_csv(file: Foreign) -> bool:
    """Tell whether a file is a table of text."""
    return file.ending in {".csv", ".tsv"}


def is_xlsx(file: Foreign) -> bool:
    """Tell whether a file is an Excel workbook."""
    return is_package(file.data) and (file.ending in {".xlsx", ".xlsm"} or b"xl/workbook.xml" in file.data)


def read_csv(file: Foreign) -> Exchange:
    """Read a table of text."""
    text = _decode(file.data)
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    try:
        cells = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=False))
    except csv.Error as fault:
        raise UnreadableError(f"the table is broken: {fault}") from fault
    return _read(cells, CSV)


def read_xlsx(file: Foreign) -> Exchange:
    """Read the first sheet of a workbook that has headings we know."""
    Package(file.data)  # refuses what unpacks to too much
    try:
        workbook = load_workbook(BytesIO(file.data), read_only=True, data_only=True)
        sheets = list(_sheets(workbook))
    except UnreadableError:
        raise
    except Exception as fault:  # openpyxl lets out whatever its parts raise
        raise UnreadableError("the workbook is damaged", "save it anew, or save the sheet as CSV in UTF-8") from fault
    known = [sheet for sheet in sheets if sheet and "exact" in map(column_of, sheet[0])]
    return _read(known[0] if known else sheets[0] if sheets else [], XLSX)


def _sheets(workbook: Workbook) -> Iterator[list[list[str]]]:
    """Give the cells of each sheet, as far as its rows go and not as far as it says that they do."""
    left = _MOST_CELLS
    for sheet in workbook.worksheets:
        sheet.reset_dimensions()
        rows: list[list[str]] = []
        for row in sheet.iter_rows(values_only=True):
            left -= len(row) + 1
            if left < 0:
                raise UnreadableError(f"the workbook has more than {_MOST_CELLS:,} cells", "split it")
            if any(cell is not None for cell in row):
                rows.append([_shown(cell) for cell in row])
        yield rows


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError as fault:
        guess = guess_encoding(data)
        looks = f"it looks like {guess}; " if guess else ""
        raise UnreadableError(
            f"byte {fault.start + 1} of the file is not UTF-8", f"{looks}save the table as CSV in UTF-8"
        ) from fault


def _shown(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else "" if cell is None else str(cell)


def _read(cells: list[list[str]], name: str) -> Exchange:
    headings = [column_of(heading) for heading in cells[0]] if cells else []
    is_codebook = {"topic_paths", DESCRIPTION} <= set(headings)
    if "exact" not in headings and not {"start", "end"} <= set(headings) and not is_codebook:
        raise UnreadableError("no column of the table is known to hold words of quotes", _HEADINGS)
    is_own = name == CSV and tuple(heading.strip("\ufeff") for heading in cells[0]) == COLUMNS
    reader = _Reader()
    unknown = [heading for heading, column in zip(cells[0], headings, strict=True) if not column and heading.strip()]
    for number, row in enumerate(cells[1:], start=2):
        values: dict[str, str] = {}
        for column, cell in zip(headings, row, strict=False):
            value = cell[1:] if is_own and _GUARDED.match(cell) else cell
            if column and value.strip():
                values.setdefault(column, value)
        if "exact" in headings or "start" in headings:
            reader.read(values, number)
        else:
            reader.read_code(values)
    for heading in unknown:
        reader.collected.lose(f"column `{heading.strip()}`")
    return reader.finish(name)


class _Reader:
    """One table being read, the rows of one passage together."""

    def __init__(self) -> None:
        self.collected = Collector()
        self._found: dict[object, Annotation] = {}

    def read(self, row: Row, number: int) -> None:
        if not row:
            return
        title = row.get("title", "") or row.get("source", "") or row.get("url", "")
        source = row.get("source", "").strip()
        document = source or title
        if not document or ("exact" not in row and "start" not in row):
            self.collected.lose("row without a document or without words")
            return
        self.collected.add_document(
            document,
            title,
            key=source if KEY.admits(source) else "",
            url=row.get("url", "").strip(),
            sha256=row.get("sha256", "").strip().lower(),
        )
        piece = Piece(
            exact=row.get("exact"),
            prefix=row.get("prefix", ""),
            suffix=row.get("suffix", ""),
            start=_whole(row.get("start", "")),
            end=_whole(row.get("end", "")),
        )
        one = self._annotation(row, number, document, piece)
        self._add(one, row)

    def read_code(self, row: Row) -> None:
        """Read a row of a codebook."""
        for id_ in self._codes(row):
            known = self.collected.codes[id_]
            self.collected.codes[id_] = replace(known, description=row.get(DESCRIPTION, known.description))

    def _annotation(self, row: Row, number: int, document: str, piece: Piece) -> Annotation:
        is_own = bool(row.get("kind"))
        facts: dict[str, Fact] = {"kind": row["kind"]} if is_own else {}
        key = row.get("key", "").strip()
        return Annotation(
            id=key or f"row {number}",
            document=document,
            pieces=(piece,),
            codes=tuple(self._codes(row)),
            person=self._person(row),
            notes=(row["note"],) if "note" in row else (),
            context=row.get("context", ""),
            key=key if is_own else "",
            part_of=row.get("part_of", "").strip() if is_own else "",
            facts=facts,
        )

    def _add(self, one: Annotation, row: Row) -> None:
        """Add a row: a further piece of a passage, a further code of one, or a passage of its own."""
        place = (one.document, row.get("key", "").strip() or one.id)
        known = self._found.get(place)
        if known is None:
            self._found[place] = one
        elif one.pieces[0] in known.pieces:
            self._found[place] = replace(known, codes=tuple(dict.fromkeys((*known.codes, *one.codes))))
        elif row.get("piece"):
            self._found[place] = replace(known, pieces=(*known.pieces, *one.pieces))
        else:
            self._found[(*place, one.pieces)] = one

    def _codes(self, row: Row) -> Iterator[str]:
        keys = row.get("topics", "").split() if "topic_paths" in row else []
        paths = [path for path in _CODES.split(row.get("topic_paths", row.get("topics", "")).strip()) if path]
        fits = len(keys) == len(paths)
        for number, path in enumerate(paths):
            yield self._code(_LEVELS.split(path), keys[number] if fits else "")

    def _code(self, levels: Iterable[str], key: str) -> str:
        above = ""
        names = [name.strip() for name in levels if name.strip()]
        for place, name in enumerate(names):
            is_last = place == len(names) - 1
            above = self.collected.add_code(
                f"{above}{PATH}{name}" if above else name,
                name,
                parent=above,
                key=key if is_last and KEY.admits(key) else "",
            )
        return above

    def _person(self, row: Row) -> str:
        key, name = row.get("speaker", "").strip(), row.get("speaker_name", "").strip()
        if not key and not name:
            return ""
        is_own = bool(name) and KEY.admits(key)
        return self.collected.add_person(key or name, name or key, key=key if is_own else "")

    def finish(self, name: str) -> Exchange:
        """Give all that was read."""
        self.collected.annotations = list(self._found.values())
        return self.collected.exchange(name)


def _whole(digits: str) -> int | None:
    digits = digits.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS else None
