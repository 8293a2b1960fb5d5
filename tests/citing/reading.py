"""Citations read back by libraries that know nothing of the program."""

import json
import re

import bibtexparser
import rispy
from bibtexparser.bparser import BibTexParser
from markdown_it import MarkdownIt
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from onrecord.citing import Citation, write_bibtex, write_csl, write_ris
from tests.pages.reading import read_html

_CONTEXT = get_default_latex_context_db()
_CONTEXT.add_context_category(
    "braces",
    macros=[
        MacroTextSpec("textbraceleft", "{"),
        MacroTextSpec("textbraceright", "}"),
        MacroTextSpec("textasciicircum", "^"),
    ],
    prepend=True,
)
_LATEX = LatexNodes2Text(_CONTEXT, strict_latex_spaces=True, keep_comments=True)


def read_bibtex(citation: Citation) -> dict[str, str]:
    """Read the one entry, its TeX turned into text but for addresses."""
    (entry,) = bibtexparser.loads(
        write_bibtex([citation]), BibTexParser(common_strings=False, ignore_nonstandard_types=False)
    ).entries
    verbatim = {"ENTRYTYPE", "ID", "url"}
    return {name: value if name in verbatim else _LATEX.latex_to_text(value) for name, value in entry.items()}


def read_ris(citation: Citation) -> dict[str, object]:
    """Read the one record."""
    (record,) = rispy.loads(write_ris([citation]))
    return dict(record)


def read_csl(citation: Citation) -> dict[str, object]:
    """Read the one item."""
    (item,) = json.loads(write_csl([citation]))
    return dict(item)


def read_markdown(text: str) -> str:
    """Give what a reader of the rendered CommonMark sees, a line a block."""
    return read_blocks(MarkdownIt("commonmark").render(text))


def read_blocks(html: str) -> str:
    """Give the text of HTML, a line a paragraph."""
    return "\n".join(
        line for line in read_html(re.sub(r"</p>|</blockquote>", r"\n\g<0>", html)).text.split("\n") if line
    )
