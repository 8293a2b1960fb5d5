"""The dossier in one file: a briefing as a page to mail, and everything as a book (EPUB)."""

from onrecord.portable.book import Book, write_book
from onrecord.portable.briefing_file import write_briefing_file

__all__ = ["Book", "write_book", "write_briefing_file"]
