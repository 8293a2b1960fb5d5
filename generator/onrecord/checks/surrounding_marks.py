"""The words of a quote stand without the quotation marks around them, which pages print themselves."""

from collections.abc import Iterator

from onrecord.marks import find_quotations
from onrecord.model import Dossier
from onrecord.problems import MARKS_AROUND, Problem

_REPORTERS = " \n,."
"""What may stand behind the last words: inside the closing mark or outside of it, it is the reporter's."""
_MARKS = ('"', "“", "”", "„", "‟", "«", "»")
_CLOSING = ("”", "»")
"""What closes even where nothing was opened."""


def check_surrounding_marks(dossier: Dossier) -> Iterator[Problem]:
    """Warn of quotes that hold the marks around their words, or one of them."""
    for passage in dossier.passages:
        if passage.is_quote and any(map(_has_marks_around, passage.pieces)):
            yield Problem(
                kind=MARKS_AROUND,
                location=passage.location,
                message=f"the words of quote `{passage.key}` hold the quotation marks around them",
                hint="leave them out of `text`, and the comma before the closing one too; pages print marks of their own",
            )


def _has_marks_around(words: str) -> bool:
    words = words.strip(_REPORTERS)
    if not words.startswith(_MARKS) and not words.endswith(_CLOSING):
        return False
    quotations = find_quotations(words)
    if not quotations:
        return words.endswith(_CLOSING)
    return len(quotations) == 1 and quotations[0].span.start == 0 and quotations[0].span.end == len(words)
