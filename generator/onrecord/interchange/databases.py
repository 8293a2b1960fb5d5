"""SQLite databases of other programs, read in memory: their tables alone, in so many steps and no more."""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Self

from onrecord.interchange.exchange import UnreadableError

MAGIC = b"SQLite format 3\x00"

_STEPS = 1_000
"""After how many steps of SQLite it is asked whether to go on,"""
_ASKED = 200_000
"""and how often it may be: a project of a million rows takes a tenth of that."""

Row = Mapping[str, object]


class Database:
    """A database that was opened."""

    def __init__(self, data: bytes) -> None:
        """Open it; UnreadableError where it is none."""
        if not data.startswith(MAGIC):
            raise UnreadableError("the file is no database", "name its format with --format")
        self._connection = sqlite3.connect(":memory:")
        self._connection.text_factory = lambda stored: stored.decode("utf-8", "replace")
        self._asked = 0
        try:
            self._connection.deserialize(data)
            self._connection.execute("PRAGMA trusted_schema = OFF")
            self._connection.set_progress_handler(self._is_too_long, _STEPS)
            found = self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            self.tables = frozenset(str(name) for (name,) in found)
        except (sqlite3.Error, MemoryError, ValueError) as fault:
            self._connection.close()
            raise _damaged(fault) from fault

    def __enter__(self) -> Self:
        """Give it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self._connection.close()

    def rows(self, table: str) -> Iterator[Row]:
        """Give the rows of a table by the names of its columns, in the order of the file; none where there is no such table."""
        if table not in self.tables:
            return
        try:
            cursor = self._connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608  a name of this program
            names = [column[0] for column in cursor.description]
            for row in cursor:
                yield dict(zip(names, row, strict=True))
        except (sqlite3.Error, OverflowError, MemoryError, ValueError) as fault:
            raise _damaged(fault) from fault

    def _is_too_long(self) -> int:
        self._asked += 1
        return int(self._asked > _ASKED)


def _damaged(fault: Exception) -> UnreadableError:
    return UnreadableError(
        f"the database is damaged: {fault}", "close the program that it belongs to, and copy it anew"
    )


def words(row: Row, name: str) -> str:
    """Give a cell as words; empty where it is none."""
    value = row.get(name)
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def whole(row: Row, name: str) -> int | None:
    """Give a cell that is a whole number from 0; None where it is none."""
    value = row.get(name)
    return value if isinstance(value, int) and value >= 0 else None
