"""How the reading of the sources, or other work, comes along, shown where somebody looks at a terminal and waits for it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

_PATIENCE = 1.0
"""Seconds that nobody minds to wait without being told why."""
_TICK = 0.1
"""Seconds between two looks of the display."""


@contextmanager
def showing_reading(
    console: Console | None = None, *, what: str = "Reading sources"
) -> Iterator[Callable[[int, int], None]]:
    """Show a line on standard error from the second second on; give what takes how many of how many are done.

    The display has no thread of its own: processes are forked while it is shown.
    """
    console = console or Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=console, auto_refresh=False, transient=True)
    task = progress.add_task(what)
    begun = shown = time.monotonic()

    def tell(done: int, whole: int) -> None:
        nonlocal shown
        now = time.monotonic()
        if not console.is_terminal or now - begun < _PATIENCE or now - shown < _TICK:
            return
        shown = now
        progress.start()
        progress.update(task, completed=done, total=whole, refresh=True)

    try:
        yield tell
    finally:
        if progress.live.is_started:  # to stop what never began prints a line
            progress.stop()
