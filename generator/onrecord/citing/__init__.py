"""Citing: a source or a passage in every form that others take it in, from prose to reference managers.

Knows nothing of pages: whoever cites hands over the reader's own words (see `pages.citations`).
"""

from onrecord.citing.bibtex import write_bibtex
from onrecord.citing.citation import Citation, one_line
from onrecord.citing.copies import (
    GAP,
    cite_briefing,
    cite_in_html,
    cite_in_markdown,
    cite_plainly,
    copy_in_html,
    copy_in_markdown,
    copy_plainly,
)
from onrecord.citing.csl import csl_item, write_csl
from onrecord.citing.quotations import write_quotations
from onrecord.citing.ris import write_ris

__all__ = [
    "GAP",
    "Citation",
    "cite_briefing",
    "cite_in_html",
    "cite_in_markdown",
    "cite_plainly",
    "copy_in_html",
    "copy_in_markdown",
    "copy_plainly",
    "csl_item",
    "one_line",
    "write_bibtex",
    "write_csl",
    "write_quotations",
    "write_ris",
]
