"""What the products of a build take by themselves and all at once, side by side where there are cores."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from pypdf import PdfReader

from .measuring import Run, middle, run

MEASURED = (("site",), ("offline",), ("pdf",), ("site", "offline", "pdf"))
"""As arguments of `onrecord build`."""


def measure_products(program: Sequence[str], project: Path, times: int) -> Iterator[tuple[str, Run, int]]:
    """Measure each product cold, in turn, `times` over; gives its name, the median, and the bytes that it wrote.

    The name of the print says how many pages it has, all its files together.
    """
    runs: dict[tuple[str, ...], list[Run]] = {names: [] for names in MEASURED}
    written: dict[tuple[str, ...], tuple[str, int]] = {}
    for _ in range(times):
        for names, taken in runs.items():
            for each in (project / "build", project / ".cache"):
                shutil.rmtree(each, ignore_errors=True)
            taken.append(run((*program, "build", *names), project))
            written[names] = (_name(names, project / "build"), _size(project / "build"))
    for names, taken in runs.items():
        name, size = written[names]
        yield name, middle(taken), size


def _name(names: tuple[str, ...], folder: Path) -> str:
    pages = sum(len(PdfReader(path).pages) for path in folder.rglob("*.pdf") if path.parent.name != "data")
    return f"of the products, {' '.join(names)}{f', {pages:,} pages' if names == ('pdf',) else ''}"


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
