"""Making products side by side, each in a process of its own, as many at once as there are cores.

A process keeps what one product says apart from the others, gives its memory back, and can be ended. Where the system
can fork, it has the reading of the content without a copy.
"""

import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import FrameType

from onrecord.forking import count_cores
from onrecord.making.aside import swap_in, working_aside
from onrecord.making.here import SAID, FailedError, Step, attempt, heard_in, make_here, read_said
from onrecord.making.product import Order, Product
from onrecord.progress import DONE, WHOLE, Count, listen

_NOT_MADE = 1
_BROKEN = 3
"""When its parent is gone."""
_TICK = 0.1
"""Seconds between two looks at the progress."""

if sys.platform == "linux":
    _context = multiprocessing.get_context("fork")
else:
    _context = multiprocessing.get_context("spawn")


def make_products(
    order: Order,
    products: Sequence[Product],
    folder: Path,
    *,
    tell: Callable[[Step], None] = lambda _: None,
    is_last: bool = False,
) -> str:
    """Make the products and put them into the folder, all or none; give what was said meanwhile.

    `tell` is called now and then with how each comes along. Where the caller asks for what was read no more (`is_last`),
    no process holds it for nothing: it is let go as soon as each product has it, or one product is made here. FailedError where a product was not made; what was in the
    folder is as it was then.
    """
    with _terminable(), working_aside(folder) as aside:
        if is_last and len(products) == 1 and products[0].is_made_here:
            make_here(order, products[0], aside / products[0].name, tell)
        else:
            _run_all(order, products, aside, tell, let_go=order.checked.let_go if is_last else lambda: None)
        _hand_out(products, aside)
        said = _without_repeats("".join(read_said(aside / each.name) for each in products))
        swap_in((aside / each.name / target for each in products for target in each.targets), folder, aside)
        return said


def _run_all(
    order: Order,
    products: Sequence[Product],
    aside: Path,
    tell: Callable[[Step], None],
    let_go: Callable[[], None],
) -> None:
    waiting, running = list(products), dict[str, BaseProcess]()
    counts = {each.name: _context.RawArray("d", 2) for each in products}
    try:
        while waiting or running:
            while waiting and len(running) < count_cores():
                product = waiting.pop(0)
                running[product.name] = _start(order, product, aside / product.name, counts[product.name])
                tell(Step(product.name, is_made=False))
                if not waiting:
                    let_go()
            connection.wait([each.sentinel for each in running.values()], timeout=_TICK)
            for name in running:
                tell(_step(name, counts[name], is_made=False))
            for name in [name for name, each in running.items() if not each.is_alive()]:
                _require_made(name, running.pop(name), aside)
                tell(_step(name, counts[name], is_made=True))
    finally:
        _end(running.values())


def _step(name: str, count: Count, *, is_made: bool) -> Step:
    return Step(name, is_made=is_made, done=count[DONE], whole=count[WHOLE])


def _start(order: Order, product: Product, aside: Path, count: Count) -> BaseProcess:
    aside.mkdir()
    process = _context.Process(target=_make, args=(order, product, aside, count), name=product.name)
    process.start()
    return process


def _make(order: Order, product: Product, aside: Path, count: Count) -> None:
    """Make one product, in its own process."""
    listen(count)
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)  # to be ended with all that it starts
    tempfile.tempdir = str(aside)  # what is left of an interrupted one is cleared with the rest
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent gets it too, and ends us
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with heard_in(aside / SAID):
        try:
            is_made = attempt(order, product, aside)
        except BaseException:  # noqa: BLE001  nothing but this may end the process
            traceback.print_exc()
            is_made = False
    os._exit(0 if is_made else _NOT_MADE)


def _end_with_parent() -> None:
    """End as soon as the parent is gone, however it went."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        if hasattr(os, "killpg"):
            os.killpg(0, signal.SIGKILL)
        os._exit(_BROKEN)


def _require_made(name: str, process: BaseProcess, aside: Path) -> None:
    process.join()
    if process.exitcode:
        said = read_said(aside / name)
        raise FailedError(said or f"{name} was not made: its process ended with {process.exitcode}\n")


def _without_repeats(said: str) -> str:
    """Leave out the lines that were said before: several products are made by the same settings."""
    return "".join(dict.fromkeys(said.splitlines(keepends=True)))


def _end(processes: Iterable[BaseProcess]) -> None:
    for each in processes:
        _kill(each)
    for each in processes:
        each.join()


def _kill(process: BaseProcess) -> None:
    """Kill a process and what it has started; it may not have come to be a group of its own yet."""
    if hasattr(os, "killpg") and process.pid is not None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _hand_out(products: Sequence[Product], aside: Path) -> None:
    """Put what the website offers where its pages look for it."""
    for product in products:
        for each in products:
            for target in each.offered:
                for place in (aside / product.name).glob(f"*/data/{target}"):
                    shutil.copyfile(aside / each.name / target, place)


@contextmanager
def _terminable() -> Iterator[None]:
    """Let a request to end go through the same cleaning up as Ctrl-C."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
