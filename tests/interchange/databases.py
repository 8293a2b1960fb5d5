"""Databases as Taguette and QualCoder make them, small."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

TAGUETTE = (
    "CREATE TABLE users (login TEXT, email TEXT)",
    "CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT, description TEXT, filename TEXT, created TEXT, project_id INTEGER, contents TEXT)",
    "CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT)",
    "CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path TEXT, description TEXT)",
    "CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER)",
)
QUALCODER = (
    "CREATE TABLE project (databaseversion TEXT, codername TEXT)",
    "CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT, fulltext TEXT, mediapath TEXT, memo TEXT, owner TEXT, date TEXT)",
    "CREATE TABLE code_cat (catid INTEGER PRIMARY KEY, name TEXT, owner TEXT, date TEXT, memo TEXT, supercatid INTEGER)",
    "CREATE TABLE code_name (cid INTEGER PRIMARY KEY, name TEXT, memo TEXT, catid INTEGER, owner TEXT, date TEXT, color TEXT)",
    "CREATE TABLE code_text (ctid INTEGER PRIMARY KEY, cid INTEGER, fid INTEGER, seltext TEXT, pos0 INTEGER, pos1 INTEGER, owner TEXT, memo TEXT)",
    "CREATE TABLE annotation (anid INTEGER PRIMARY KEY, fid INTEGER, pos0 INTEGER, pos1 INTEGER, memo TEXT, owner TEXT, date TEXT)",
    "CREATE TABLE cases (caseid INTEGER PRIMARY KEY, name TEXT, memo TEXT, owner TEXT, date TEXT)",
    "CREATE TABLE case_text (id INTEGER PRIMARY KEY, caseid INTEGER, fid INTEGER, pos0 INTEGER, pos1 INTEGER)",
    "CREATE TABLE journal (jid INTEGER PRIMARY KEY, name TEXT, jentry TEXT, date TEXT, owner TEXT)",
)

Rows = Iterable[tuple[str, tuple[object, ...]]]


def write_database(path: Path, tables: Iterable[str], rows: Rows) -> Path:
    """Write a database with these tables, and rows by the names of their tables."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    for each in tables:
        connection.execute(each)
    for table, values in rows:
        places = ", ".join("?" * len(values))
        connection.execute(f"INSERT INTO {table} VALUES ({places})", values)  # noqa: S608  tables of this module
    connection.commit()
    connection.close()
    return path
