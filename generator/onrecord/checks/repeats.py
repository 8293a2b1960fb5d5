"""No two passages of a kind are the same words: one of them was probably meant to be something else."""

from collections.abc import Iterator

from onrecord.locations import Span
from onrecord.model import Dossier, Passage, PassageKind
from onrecord.problems import SAME_PASSAGE, Problem


def check_repeats(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a passage that another one already is; a part that is all of its whole included."""
    seen: dict[tuple[str, PassageKind, tuple[Span, ...]], Passage] = {}
    for passage in dossier.passages:
        first = seen.setdefault((passage.source.key, passage.kind, passage.spans), passage)
        if first is not passage:
            yield Problem(
                kind=SAME_PASSAGE,
                location=passage.location,
                message=f"`{passage.key}` and `{first.key}` are the same words",
                notes=(f"`{first.key}` is at {first.location}",),
                hint="take one of them out, or mend its words",
            )
