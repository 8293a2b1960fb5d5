"""What the properties of an office file say: Dublin Core in XML, as Word, OpenDocument and EPUB write it."""

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from onrecord.adding.extracted import Proposal
from onrecord.forms import DATE, LANGUAGE

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_MADE_UP = frozenset(
    {"word document", "microsoft word", "untitled", "document", "new document", "без имени", "unknown"}
)
_BASES = {"title": "title", "date": "date of creation", "language": "language", "publisher": "publisher"}


def propose_from_properties(root: etree._Element, names: Mapping[str, str]) -> tuple[Proposal, ...]:
    """Read fields of the record from the elements that have these names; the first that says something wins."""
    return tuple(
        Proposal(field=field, value=value, basis=f"the {_BASES[field]} in its properties")
        for field, name in names.items()
        if (value := first_that_fits(field, (each.text or "" for each in root.iter(name))))
    )


def first_that_fits(field: str, values: Iterable[str]) -> str:
    """Give the first value that a record can hold; empty where there is none."""
    return next((fit for each in values if (fit := fit_value(field, each))), "")


def fit_value(field: str, value: str) -> str:
    """Write a value as a record holds it; empty where it says nothing."""
    words = " ".join(value.split())
    if field == "date":
        day = _DAY.match(words)
        return day[0] if day and DATE.admits(day[0]) and int(day[0][:4]) >= 1900 else ""  # noqa: PLR2004  as programs count
    if field == "language":
        words = words.replace("_", "-")
        return words if LANGUAGE.admits(words) else ""
    return "" if words.lower() in _MADE_UP else words
