"""A place beside the products, where new ones are made and from which they are swapped in.

It is a hidden folder that bears the number of the process that owns it. One whose owner is gone was interrupted: it
is cleared, and what it had taken out of the way is put back where nothing took its place.
"""

import os
import shutil
import signal
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_MARK = ".making-"
_OLD = "old"


@contextmanager
def working_aside(folder: Path) -> Iterator[Path]:
    """Give an empty folder inside `folder`, which is cleared in the end whatever happens."""
    folder.mkdir(parents=True, exist_ok=True)
    clear_interrupted(folder)
    aside = Path(tempfile.mkdtemp(prefix=f"{_MARK}{os.getpid()}-", dir=folder))
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def clear_interrupted(folder: Path) -> None:
    """Clear what interrupted runs left, and put back what they had moved and not replaced."""
    for aside in folder.glob(f"{_MARK}*"):
        if _is_alive(aside.name.removeprefix(_MARK).partition("-")[0]):
            continue
        for old in (aside / _OLD).glob("*"):
            if not (folder / old.name).exists():
                old.rename(folder / old.name)
        shutil.rmtree(aside, ignore_errors=True)


def swap_in(made: Iterable[Path], folder: Path, aside: Path) -> None:
    """Put each file or folder in the place of its like, not to be interrupted by a signal that can wait."""
    (aside / _OLD).mkdir()
    with _signals_held():
        for new in made:
            place = folder / new.name
            if os.path.lexists(place):
                place.rename(aside / _OLD / new.name)
            new.rename(place)


@contextmanager
def _signals_held() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _is_alive(owner: str) -> bool:
    """Tell whether a process with this number runs; the asking process itself has made nothing yet."""
    if not owner.isdecimal() or int(owner) == os.getpid():
        return False
    with suppress(ProcessLookupError, OverflowError):
        try:
            os.kill(int(owner), 0)
        except PermissionError:
            return True
        return True
    return False
