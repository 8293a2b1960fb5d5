"""What an editor places more than once on one page, which shows it once: an address must not lead to two places."""

from collections.abc import Iterator, Sequence

from onrecord.locations import Span
from onrecord.problems import PLACED_TWICE, Problem
from onrecord.prose import Prose
from onrecord.quotations.claims import Embedded


def check_repeats(prose: Prose, embedded: Sequence[Embedded]) -> Iterator[Problem]:
    """Find computed blocks and whole passages that are placed again (B218)."""
    names = [(each.name, each.span) for each in prose.placements]
    passages = [(each.key.address, each.key.span) for each in embedded]
    for placed in (names, passages):
        seen: set[str] = set()
        for name, span in placed:
            if name in seen:
                yield _repeat(prose, name, span)
            seen.add(name)


def _repeat(prose: Prose, name: str, span: Span) -> Problem:
    return Problem(
        kind=PLACED_TWICE,
        location=prose.locate(span),
        message=f"`{name}` is placed again, but is shown only at its first place",
        hint="take this one out",
    )
