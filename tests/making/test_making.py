"""Products are made side by side, all or none, and whatever interrupts that leaves the last good ones and nothing else."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.build import check_project
from onrecord.making import FailedError, NotMadeError, Order, Product, make_products
from onrecord.making.here import Step
from onrecord.progress import advance, expect
from tests.products import DEMO


@pytest.fixture(scope="module")
def order() -> Order:
    return Order(project=DEMO, checked=check_project(DEMO))


def product(name: str, make: Callable[[Order, Path], None], *targets: str) -> Product:
    return Product(name=name, targets=targets or (f"{name}.txt",), make=make, done="")


def writing(name: str, text: str) -> Product:
    def make(order: Order, folder: Path) -> None:
        del order
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        sys.stderr.write(f"{name} says {text}\n")

    return product(name, make)


def refusing(name: str, why: str) -> Product:
    def make(order: Order, folder: Path) -> None:
        del order, folder
        raise NotMadeError(why)

    return product(name, make)


def texts_in(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_products_are_put_in_place_and_what_they_said_is_given_in_their_order(order: Order, tmp_path: Path) -> None:
    said = make_products(order, [writing("one", "1"), writing("two", "2")], tmp_path)
    assert said == "one says 1\ntwo says 2\n"
    assert texts_in(tmp_path) == {"one.txt": "1", "two.txt": "2"}


def test_new_products_take_the_place_of_old_ones_and_leave_the_others(order: Order, tmp_path: Path) -> None:
    make_products(order, [writing("one", "1"), writing("two", "2")], tmp_path)
    make_products(order, [writing("two", "3")], tmp_path)
    assert texts_in(tmp_path) == {"one.txt": "1", "two.txt": "3"}


def test_where_one_is_not_made_all_stay_as_they_were(order: Order, tmp_path: Path) -> None:
    make_products(order, [writing("one", "1")], tmp_path)
    with pytest.raises(FailedError, match=r"^no ink\n$"):
        make_products(order, [writing("one", "2"), refusing("two", "no ink")], tmp_path)
    assert texts_in(tmp_path) == {"one.txt": "1"}


def test_a_fault_of_the_program_is_told_with_its_traceback(order: Order, tmp_path: Path) -> None:
    def make(order: Order, folder: Path) -> None:
        raise KeyError(order.project, folder)

    with pytest.raises(FailedError, match=r"Traceback[\s\S]*KeyError"):
        make_products(order, [product("one", make)], tmp_path)
    assert texts_in(tmp_path) == {}


def test_a_process_that_is_killed_is_told(order: Order, tmp_path: Path) -> None:
    def make(order: Order, folder: Path) -> None:
        del order, folder
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(FailedError, match="one was not made: its process ended with -9"):
        make_products(order, [product("one", make)], tmp_path)


def test_a_slow_product_is_not_waited_for_where_another_has_failed(order: Order, tmp_path: Path) -> None:
    def make(order: Order, folder: Path) -> None:
        del order, folder
        signal.pause()

    with pytest.raises(FailedError, match="no ink"):
        make_products(order, [refusing("two", "no ink"), product("slow", make)], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_it_is_told_how_a_product_comes_along(order: Order, tmp_path: Path) -> None:
    def make(order: Order, folder: Path) -> None:
        del order
        expect(3)
        advance(2)
        time.sleep(1)
        advance()
        (folder / "one.txt").write_text("1")

    steps: list[Step] = []
    make_products(order, [product("one", make)], tmp_path, tell=steps.append)
    assert [steps[0], steps[-1]] == [Step("one", is_made=False), Step("one", is_made=True, done=3, whole=3)]
    assert Step("one", is_made=False, done=2, whole=3) in steps


def test_what_is_offered_is_put_where_the_website_offers_it(order: Order, tmp_path: Path) -> None:
    def site(order: Order, folder: Path) -> None:
        (folder / "site" / "data").mkdir(parents=True)
        for name in order.take_away:
            (folder / "site" / "data" / name).touch()

    def book(order: Order, folder: Path) -> None:
        del order
        (folder / "it.epub").write_text("book", encoding="utf-8")

    offered = Order(project=order.project, checked=order.checked, take_away=("it.epub",))
    books = Product(name="book", targets=("it.epub",), make=book, done="", offered=("it.epub",))
    make_products(offered, [product("site", site, "site"), books], tmp_path)
    assert texts_in(tmp_path) == {"it.epub": "book", "site/data/it.epub": "book"}


PATIENCE = 60
"""In seconds: how long a test waits for what must come."""
SLOW = """
import os, signal, subprocess, sys
from pathlib import Path
from onrecord.build import check_project
from onrecord.making import Order, Product, make_products

def make(order, folder):
    (folder / "one.txt").write_text("2", encoding="utf-8")
    started = subprocess.Popen(["sleep", "600"])
    Path(sys.argv[2]).write_text(f"{os.getpid()} {started.pid}.", encoding="utf-8")
    signal.pause()

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell lets what it runs in the background ignore it
project = Path(sys.argv[1])
order = Order(project=project, checked=check_project(project))
make_products(order, [Product(name="one", targets=("one.txt",), make=make, done="")], Path(sys.argv[3]))
"""


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=str)
def test_an_interrupted_build_leaves_the_last_products_and_no_process(
    order: Order, tmp_path: Path, by: signal.Signals
) -> None:
    folder, begun = tmp_path / "build", tmp_path / "begun"
    make_products(order, [writing("one", "1")], folder)
    command = [sys.executable, "-c", SLOW, str(DEMO), str(begun), str(folder)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    _wait_for(lambda: begun.exists() and begun.read_text(encoding="utf-8").endswith("."))
    process.send_signal(by)
    assert process.wait(PATIENCE) != 0
    started = begun.read_text(encoding="utf-8").rstrip(".").split()
    _wait_for(lambda: not any(map(_is_running, started)))
    if by is not signal.SIGKILL:
        assert [path.name for path in folder.iterdir()] == ["one.txt"]
    assert (folder / "one.txt").read_text(encoding="utf-8") == "1"
    make_products(order, [writing("one", "3")], folder)
    assert texts_in(folder) == {"one.txt": "3"}


def test_what_a_killed_build_had_moved_away_comes_back(order: Order, tmp_path: Path) -> None:
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    aside = tmp_path / f".making-{int(gone.stdout)}-x"
    (aside / "old").mkdir(parents=True)
    (aside / "old" / "one.txt").write_text("1", encoding="utf-8")
    make_products(order, [writing("two", "2")], tmp_path)
    assert texts_in(tmp_path) == {"one.txt": "1", "two.txt": "2"}


def test_what_another_build_is_making_is_left_alone(order: Order, tmp_path: Path) -> None:
    aside = tmp_path / f".making-{os.getppid()}-x"
    aside.mkdir()
    make_products(order, [writing("one", "1")], tmp_path)
    assert aside.is_dir()


def _wait_for(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


def _is_running(number: str) -> bool:
    """Tell whether a process runs; one that ended and was not waited for does not."""
    try:
        state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in {"Z", "X"}
