"""How the products come along, shown while they are made where somebody looks at a terminal."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from onrecord.making.here import Step


@contextmanager
def showing_progress(names: Sequence[str]) -> Iterator[Callable[[Step], None]]:
    """Show a line a product on standard error, with how long it will take; give what takes the steps.

    The display draws when it is told to and has no thread of its own: processes are forked while it is shown.
    """
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    columns = (
        SpinnerColumn(finished_text="✓"),
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with (
        os.fdopen(os.dup(sys.stderr.fileno()), "w", encoding="utf-8") as own,  # what is said here may go elsewhere
        Progress(*columns, console=Console(file=own), auto_refresh=False, transient=True) as progress,
    ):
        tasks: dict[str, TaskID] = {name: progress.add_task(name, total=None, start=False) for name in names}

        def tell(step: Step) -> None:
            task = tasks[step.name]
            progress.start_task(task)
            if step.is_made:
                progress.update(task, completed=step.whole or 1, total=step.whole or 1)
            elif step.whole:
                progress.update(task, completed=step.done, total=step.whole)
            progress.refresh()

        yield tell
