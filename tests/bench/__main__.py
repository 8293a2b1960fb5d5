"""Measure Onrecord beside other engines: `nox -s bench`, or `nox -s bench -- 1000 --corpus FILE`.

Each size gets a project; each work is run on it in turn, several times over, each time in a fresh process and the
engines side by side in one run. The table holds medians. Times depend on the machine and on what else it does; what
the works cost beside each other and how they grow does so much less.
"""

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .engines import Engine, find_engines
from .measuring import Run, middle, run
from .products import measure_products
from .projects import write_corpus_project, write_project
from .tables import write_table

SIZES = (100, 1000, 3000, 10_000)
_PATIENCE = 600
"""Seconds after which an engine is not run on larger projects."""
_PROGRAM = (sys.executable, "-c", "from onrecord.cli import main; main()")
_EDITED = "content/sources/s0.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to measure."""

    sizes: tuple[int, ...]
    times: int
    corpus: Path | None
    engines: tuple[Engine, ...]
    has_products: bool
    """Whether the products of a build are measured too, each by itself and all at once."""
    patience: float = _PATIENCE


def measure(options: Options, size: int, folder: Path, engines: tuple[Engine, ...]) -> Iterator[tuple[str, Run, int]]:
    """Measure every work on a project of one size; gives its name, the median, and the bytes that it wrote."""
    project = folder / "project"
    if options.corpus:
        write_corpus_project(project, options.corpus, size)
    else:
        write_project(project, size)
    yield "onrecord check", middle(run((*_PROGRAM, "check"), project) for _ in range(options.times)), 0
    cold: dict[str, list[Run]] = {engine.name: [] for engine in engines}
    prepared = {engine.name: engine.prepare(project) for engine in engines}
    for _ in range(options.times):
        for engine in engines:
            cold[engine.name].append(_run_cold(engine, prepared[engine.name]))
    for engine in engines:
        yield engine.name, middle(cold[engine.name]), _size(prepared[engine.name] / engine.output)
    ours = engines[0]
    yield f"{ours.name}, nothing changed", middle(_run(ours, project) for _ in range(options.times)), 0
    yield f"{ours.name}, one passage edited", middle(_run_edited(ours, project, at) for at in range(options.times)), 0
    if options.has_products:
        yield from measure_products(_PROGRAM, project, options.times)


def _run(engine: Engine, folder: Path) -> Run:
    return run(engine.command, folder, engine.environment)


def _run_cold(engine: Engine, folder: Path) -> Run:
    for each in (folder / engine.output, folder / ".cache"):
        shutil.rmtree(each, ignore_errors=True)
    return _run(engine, folder)


def _run_edited(engine: Engine, project: Path, at: int) -> Run:
    """Give a passage another context, run, and take it back."""
    record = project / _EDITED
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("    topics:", f"    context: Edited {at}\n    topics:", 1), encoding="utf-8")
    taken = _run(engine, project)
    record.write_text(text, encoding="utf-8")
    return taken


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def describe_machine() -> str:
    """Say what the measures were taken on."""
    return (
        f"{os.cpu_count()} processors ({platform.machine()}), {platform.system()}, "
        f"{platform.python_implementation()} {platform.python_version()}"
    )


def read_options() -> Options:
    """Read what the command line asks for."""
    found = find_engines()
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="how many sources (default: %(default)s)")
    parser.add_argument("--times", type=int, default=3, help="how often each is run (default: %(default)s)")
    parser.add_argument("--corpus", type=Path, help="documents as JSON Lines, instead of invented ones")
    parser.add_argument("--engines", nargs="*", help=f"names that begin so, of: {', '.join(e.name for e in found)}")
    parser.add_argument(
        "--products", action="store_true", help="measure site, bundle and print by themselves and at once"
    )
    parser.add_argument(
        "--patience", type=float, default=_PATIENCE, help="seconds after which an engine is spared larger projects"
    )
    chosen = parser.parse_args()
    wanted = None if chosen.engines is None else ("onrecord", *chosen.engines)
    engines = tuple(engine for engine in found if wanted is None or engine.name.startswith(wanted))
    return Options(
        sizes=tuple(chosen.sizes),
        times=chosen.times,
        corpus=chosen.corpus,
        engines=engines,
        has_products=chosen.products,
        patience=chosen.patience,
    )


def main() -> None:
    """Measure, and print the table."""
    options = read_options()
    measures: dict[tuple[str, int], tuple[Run, int]] = {}
    engines = options.engines
    for size in sorted(options.sizes):
        with tempfile.TemporaryDirectory() as folder:
            for work, taken, written in measure(options, size, Path(folder), engines):
                measures[work, size] = (taken, written)
                sys.stderr.write(f"{size:>6} {work}: {taken.seconds:.2f} s\n")
        engines = tuple(each for each in engines if measures[each.name, size][0].seconds < options.patience)
    sys.stdout.write(f"Medians of {options.times}, on {describe_machine()}.\n\n{write_table(measures)}\n")


if __name__ == "__main__":
    main()
