"""Citations as CSL-JSON items of type `webpage`, which Zotero, Pandoc and citeproc read."""

from collections.abc import Iterable

from onrecord.citing.citation import Citation, one_line
from onrecord.dates import Date
from onrecord.indented import write_indented


def write_csl(citations: Iterable[Citation]) -> str:
    """Write the citations as one JSON list."""
    return write_indented([csl_item(each) for each in citations]) + "\n"


def csl_item(citation: Citation) -> dict[str, object]:
    """Make the item of one citation; the author is a body, so its name is literal."""
    item: dict[str, object] = {
        "id": citation.key,
        "type": "webpage",
        "title": one_line(citation.title),
        "author": [{"literal": one_line(citation.author)}],
        "container-title": one_line(citation.site),
        "version": one_line(citation.version),
        "issued": _date(citation.date) if citation.date else None,
        "accessed": _date(citation.retrieved) if citation.retrieved else None,
        "URL": citation.url,
        "language": citation.language,
        "genre": one_line(citation.kind),
        "note": one_line(citation.note),
    }
    return {name: value for name, value in item.items() if value}


def _date(date: Date) -> dict[str, list[list[int]]]:
    parts = (date.year, date.month, date.day)
    return {"date-parts": [[part for part in parts if part is not None]]}
