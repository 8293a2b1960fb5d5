"""Making one product in this process, and hearing what it says."""

import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from onrecord.making.product import NotMadeError, Order, Product
from onrecord.progress import Told, listen
from onrecord.timings import recording, write_timings

SAID = "said.txt"
"""In the folder of a product: what was said while it was made."""
_TICK = 0.1
"""Seconds between two tellings of how it comes along."""


class FailedError(Exception):
    """A product was not made; says which, and what it said."""


@dataclass(frozen=True, slots=True)
class Step:
    """A product is begun, has come along, or is made."""

    name: str
    is_made: bool
    done: float = 0
    whole: float = 0
    """How many of how many steps are done, as far as the product says."""


def make_here(order: Order, product: Product, aside: Path, tell: Callable[[Step], None]) -> None:
    """Make a product in this process; FailedError with what it said, where it was not made."""
    aside.mkdir()
    tell(Step(product.name, is_made=False))
    with _counting(product.name, tell), _temporary_in(aside), heard_in(aside / SAID):
        is_made = attempt(order, product, aside)
    if not is_made:
        raise FailedError(read_said(aside) or f"{product.name} was not made\n")
    tell(Step(product.name, is_made=True))


def attempt(order: Order, product: Product, aside: Path) -> bool:
    """Make a product and tell whether it was made; what kept it from being made is said."""
    try:
        with recording(product.name) as stages:
            product.make(order, aside)
        if order.is_timed:
            sys.stderr.write(write_timings(stages))
    except NotMadeError as fault:
        sys.stderr.write(f"{fault}\n" if str(fault) else "")
        return False
    except Exception:  # noqa: BLE001  what is wrong with the program is told whole
        traceback.print_exc()
        return False
    return True


def read_said(aside: Path) -> str:
    """Read what was said while a product was made."""
    path = aside / SAID
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


@contextmanager
def heard_in(path: Path) -> Iterator[None]:
    """Have all that this process says written to a file, whoever says it, and say nothing else."""
    before, streams = [os.dup(number) for number in (1, 2)], (sys.stdout, sys.stderr)
    for each in streams:
        each.flush()
    with path.open("w", encoding="utf-8", buffering=1) as said:
        for number in (1, 2):
            os.dup2(said.fileno(), number)
        sys.stdout = sys.stderr = said
        try:
            yield
        finally:
            sys.stdout, sys.stderr = streams
            for number, kept in zip((1, 2), before, strict=True):
                os.dup2(kept, number)
                os.close(kept)


@contextmanager
def _temporary_in(folder: Path) -> Iterator[None]:
    """Have temporary files made in a folder, so that what is left of an interrupted product is cleared with the rest."""
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before


@contextmanager
def _counting(name: str, tell: Callable[[Step], None]) -> Iterator[None]:
    """Tell now and then how far the product has come."""
    told = 0.0

    def note(done: int, whole: int) -> None:
        nonlocal told
        if time.monotonic() - told >= _TICK:
            told = time.monotonic()
            tell(Step(name, is_made=False, done=done, whole=whole))

    listen(Told(note))
    try:
        yield
    finally:
        listen(None)
