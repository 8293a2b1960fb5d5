"""How the products come along, shown while they are made where somebody looks at a terminal."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from onrecord.making.running import Step


@contextmanager
def showing_progress(names: Sequence[str]) -> Iterator[Callable[[Step | None], None]]:
    """Show a line a product on standard error; give what takes the steps.

    The display draws when it is told to and has no thread of its own: processes are forked while it is shown.
    """
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    columns = (SpinnerColumn(finished_text="✓"), TextColumn("{task.description}"), TimeElapsedColumn())
    progress = Progress(*columns, console=console, auto_refresh=False, transient=True)
    with progress:
        tasks: dict[str, TaskID] = {name: progress.add_task(name, total=1, start=False) for name in names}

        def tell(step: Step | None) -> None:
            if step is not None and step.is_made:
                progress.update(tasks[step.name], completed=1)
            elif step is not None:
                progress.start_task(tasks[step.name])
            progress.refresh()

        yield tell
