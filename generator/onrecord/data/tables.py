r"""Tables as CSV (RFC 4180) that a spreadsheet opens as it stands: UTF-8 with a byte order mark, lines ending in CRLF.

A spreadsheet runs a cell that begins like a formula. Such a cell gets one apostrophe in front, and so does one that
begins with apostrophes before such a mark; taking one apostrophe off wherever `'+[=+\-@…]` begins a cell gives back
every word exactly. Numbers are left alone.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

BYTE_ORDER_MARK = "\N{BYTE ORDER MARK}"
_LINE_END = "\r\n"

_FORMULA = re.compile(
    r"'*\s*[=+\-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}\t\r]"
)
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def write_table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Write a table with its heading; a row that lacks a column, or has one more, raises ValueError."""
    return write_heading(columns) + write_rows(columns, rows)


def write_heading(columns: Sequence[str]) -> str:
    """Write how a table begins."""
    written = io.StringIO()
    csv.writer(written, lineterminator=_LINE_END).writerow(columns)
    return BYTE_ORDER_MARK + written.getvalue()


def write_rows(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Write rows of a table; ValueError where the columns of one are not those of the table."""
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, lineterminator=_LINE_END)
    for row in rows:
        if row.keys() != set(columns):
            raise ValueError(f"a row has not the columns of its table: {sorted(row.keys() ^ set(columns))}")
        writer.writerow({name: guard(cell) for name, cell in row.items()})
    return written.getvalue()


def guard(cell: str) -> str:
    """Keep a spreadsheet from running a cell."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
