"""Every pair of quotation marks of a source lies in a quote or is left out on purpose, and no passage runs over marks.

Only the outermost pairs count: what is quoted inside a quote belongs to it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.locations import Span
from onrecord.marks import Quotation, find_quotations
from onrecord.model import Dossier, Passage, Source
from onrecord.problems import RUNS_OVER_MARKS, UNCOVERED_MARKS, Problem

_LONGEST = 80
"""From how many code points on a quotation is named by its first and last words, so that a hint stays one line."""
_EDGE = 40


def check_coverage(dossier: Dossier) -> Iterator[Problem]:
    """Warn of quotations that nobody annotated, and of passages that join two quotations.

    Of earlier words only the passages that no others have are there, so that nobody asks for the rest.
    """
    passages: dict[str, list[Passage]] = defaultdict(list)
    for passage in dossier.passages:
        passages[passage.source.key].append(passage)
    near: dict[str, list[Span]] = defaultdict(list)
    for key, span in dossier.unsettled.places:
        near[key].append(span)
    for source in dossier.sources:
        quotations = find_quotations(source.text)
        if source.key not in dossier.unsettled.sources and not source.version_of:
            quoted = [*_quoted(passages[source.key]), *near[source.key]]
            yield from _check_uncovered(source, quotations, quoted)
        yield from _check_runs_over(quotations, passages[source.key])


def _quoted(passages: list[Passage]) -> list[Span]:
    return [span for passage in passages if passage.is_quote for span in passage.spans]


def _check_uncovered(source: Source, quotations: Sequence[Quotation], quoted: list[Span]) -> Iterator[Problem]:
    covered = {quotation for span in quoted for quotation in _touched(quotations, span)}
    for quotation in quotations:
        if quotation not in covered and not any(
            span.overlaps(quotation.span) for span in (*source.left_out, *source.noise)
        ):
            words = write_selector(source.text, quotation.span)
            yield Problem(
                kind=UNCOVERED_MARKS,
                location=source.locate(quotation.span),
                message="words in quotation marks are in no quote",
                hint=f"make them a quote, or list them under `left_out` in {source.key}.yml: {words}",
            )


def write_selector(text: str, span: Span) -> str:
    """Write the words of a span as `left_out` takes them: in YAML's single marks, long ones as `first words … last words`."""
    words = " ".join(text[span.start : span.end].split())
    if len(words) > _LONGEST:
        first, last = words[:_EDGE].rpartition(" ")[0], words[-_EDGE:].partition(" ")[2]
        flat = _flatten(text)
        is_clear = first and last and flat.count(first) == 1 and flat.count(last) == 1
        words = f"{first} … {last}" if is_clear else words
    return "'{}'".format(words.replace("'", "''"))


@lru_cache(maxsize=1)  # a source has many
def _flatten(text: str) -> str:
    return " ".join(text.split())


def _check_runs_over(quotations: Sequence[Quotation], passages: list[Passage]) -> Iterator[Problem]:
    for passage in passages:
        if passage.is_quote and any(len(_touched(quotations, span)) > 1 for span in passage.spans):
            yield Problem(
                kind=RUNS_OVER_MARKS,
                location=passage.location,
                message=f"quote `{passage.key}` runs over a closing and a new opening mark",
                hint="give its pieces as a list under `text`, so that the reporter's words between them stay out",
            )


def _touched(quotations: Sequence[Quotation], span: Span) -> Sequence[Quotation]:
    """Take the quotations that share words with a span; they stand in order, and apart from each other."""
    first = bisect_right(quotations, span.start, key=lambda each: each.inside.end)
    return quotations[first : bisect_left(quotations, span.end, key=lambda each: each.inside.start)]
