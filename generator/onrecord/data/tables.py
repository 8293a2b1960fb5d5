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

_FORMULA = re.compile(
    r"'*\s*[=+\-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}\t\r]"
)
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def write_table(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Write a table with its heading; a row that lacks a column, or has one more, raises ValueError."""
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        if row.keys() != set(columns):
            raise ValueError(f"a row has not the columns of its table: {sorted(row.keys() ^ set(columns))}")
        writer.writerow({name: guard(cell) for name, cell in row.items()})
    return BYTE_ORDER_MARK + written.getvalue()


def guard(cell: str) -> str:
    """Keep a spreadsheet from running a cell."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
