"""The names of the formats, as the command takes them; `formats` has what reads and writes them."""

READ = (
    "qdpx",
    "qdc",
    "xlsx",
    "csv",
    "hypothesis",
    "taguette",
    "taguette-html",
    "qualcoder",
    "brat",
    "csl",
    "jsonld",
)
"""In the order in which they are tried."""

WRITTEN = ("jsonld", "qdpx", "qdc", "csv", "xlsx")
"""As one file,"""
WRITTEN_AS_FOLDERS = ("obsidian", "docx")
"""and as several in a folder."""
