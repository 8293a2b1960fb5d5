"""Measures as a Markdown table, and how they grow."""

import math
from collections.abc import Mapping, Sequence

from .measuring import Run

Measures = Mapping[tuple[str, int], tuple[Run, int]]
"""By work and number of sources: the median of its runs, and the bytes it wrote."""


def write_table(measures: Measures) -> str:
    """Write a table, a row for each work and size, the rows of one work together and their growth in the last."""
    works = tuple(dict.fromkeys(work for work, _ in measures))
    return "\n".join(
        (
            "| work | sources | seconds | CPU seconds | peak MB | output MB | growth |",
            "|---|--:|--:|--:|--:|--:|--:|",
            *(row for work in works for row in _rows(work, measures)),
        )
    )


def _rows(work: str, measures: Measures) -> list[str]:
    sizes = [size for name, size in measures if name == work]
    growth = fit_growth([(size, measures[work, size][0].seconds) for size in sizes])
    return [
        f"| {work} | {size:,} | {run.seconds:.2f} | {run.processor:.2f} | {run.memory:.0f} | {output / 1e6:.1f} "
        f"| {f'n^{growth:.2f}' if size == sizes[-1] and growth is not None else ''} |"
        for size in sizes
        for run, output in (measures[work, size],)
    ]


def fit_growth(points: Sequence[tuple[int, float]]) -> float | None:
    """Fit the power of `cost = factor * size ** power` by least squares of the logarithms; none for a single size.

    1 is a cost in line with the size, 2 a quadratic one.
    """
    logs = [(math.log(size), math.log(cost)) for size, cost in points]
    middle_x, middle_y = (sum(axis) / len(logs) for axis in zip(*logs, strict=True))
    spread = sum((x - middle_x) ** 2 for x, _ in logs)
    return sum((x - middle_x) * (y - middle_y) for x, y in logs) / spread if spread else None
