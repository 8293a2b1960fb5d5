"""Citations as RIS records of type `ELEC` (web page): a tag, two blanks, a hyphen, a blank, a value; lines end in CRLF."""

from collections.abc import Iterable

from onrecord.citing.citation import Citation, one_line
from onrecord.dates import Date


def write_ris(citations: Iterable[Citation]) -> str:
    """Write each citation as a record."""
    return "\r\n".join(map(_record, citations))


def _record(citation: Citation) -> str:
    values = (
        ("TY", "ELEC"),
        ("ID", citation.key),
        ("AU", citation.author),
        ("TI", citation.title),
        ("T2", citation.site),
        ("ET", citation.version),
        ("PY", f"{citation.date.year:04}" if citation.date else ""),
        ("DA", _date(citation.date) if citation.date else ""),
        ("Y2", _date(citation.retrieved) if citation.retrieved else ""),
        ("M3", citation.kind),
        ("LA", citation.language),
        ("UR", citation.url),
        ("N1", citation.note),
        ("ER", ""),
    )
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in values if value or tag == "ER")


def _date(date: Date) -> str:
    """Write `2022/06/09/`: year, month, day and a remark, each of which may be missing but for its stroke."""
    month, day = (f"{part:02}" if part is not None else "" for part in (date.month, date.day))
    return f"{date.year:04}/{month}/{day}/"
