"""One product is made in the process that asks for it, which then holds what was read once; it is heard and told as others are."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.build import check_project
from onrecord.making import FailedError, NotMadeError, Order, Product, make_products
from onrecord.making.here import Step
from onrecord.progress import advance, expect
from tests.products import DEMO


@pytest.fixture
def order() -> Order:
    return Order(project=DEMO, checked=check_project(DEMO))


def product(make: Callable[[Order, Path], None], name: str = "one") -> Product:
    return Product(name=name, targets=(f"{name}.txt",), make=make, done="", is_made_here=True)


def writing(order: Order, folder: Path) -> None:
    (folder / f"{folder.name}.txt").write_text(f"{os.getpid()} {order.checked.dossier.title}", encoding="utf-8")
    expect(2)
    advance(2)
    with tempfile.NamedTemporaryFile() as file:
        assert Path(file.name).is_relative_to(folder)
    sys.stdout.write("to whoever reads\n")
    os.write(2, b"to whoever listens\n")


def refusing(order: Order, folder: Path) -> None:
    del order, folder
    raise NotMadeError("no ink")


def broken(order: Order, folder: Path) -> None:
    del order
    raise KeyError(folder)


def interrupted(order: Order, folder: Path) -> None:
    del order, folder
    raise KeyboardInterrupt


def test_one_product_is_made_here_and_heard(order: Order, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    steps: list[Step] = []
    streams = sys.stdout, sys.stderr, tempfile.tempdir
    said = make_products(order, [product(writing)], tmp_path, tell=steps.append, is_last=True)
    assert said == "to whoever reads\nto whoever listens\n"
    assert (tmp_path / "one.txt").read_text(encoding="utf-8") == f"{os.getpid()} {order.checked.dossier.title}"
    assert [path.name for path in tmp_path.iterdir()] == ["one.txt"]
    assert [steps[0], steps[-1]] == [Step("one", is_made=False), Step("one", is_made=True)]
    assert any(each.whole for each in steps)
    assert (sys.stdout, sys.stderr, tempfile.tempdir) == streams
    assert "".join(capfd.readouterr()) == ""


@pytest.mark.parametrize(("make", "said"), [(refusing, r"^no ink\n$"), (broken, r"Traceback[\s\S]*KeyError")])
def test_where_it_is_not_made_here_that_is_told_and_nothing_is_left(
    order: Order, tmp_path: Path, make: Callable[[Order, Path], None], said: str
) -> None:
    with pytest.raises(FailedError, match=said):
        make_products(order, [product(make)], tmp_path, is_last=True)
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_goes_through_and_leaves_nothing(order: Order, tmp_path: Path) -> None:
    streams = sys.stdout, sys.stderr, tempfile.tempdir
    with pytest.raises(KeyboardInterrupt):
        make_products(order, [product(interrupted)], tmp_path, is_last=True)
    assert (sys.stdout, sys.stderr, tempfile.tempdir) == streams
    assert list(tmp_path.iterdir()) == []


def test_several_are_made_aside_and_what_was_read_is_let_go(order: Order, tmp_path: Path) -> None:
    title = order.checked.dossier.title
    make_products(order, [product(writing), product(writing, "two")], tmp_path, is_last=True)
    told = [(tmp_path / f"{name}.txt").read_text(encoding="utf-8").partition(" ") for name in ("one", "two")]
    assert [each for _, _, each in told] == [title, title]
    assert str(os.getpid()) not in {process for process, _, _ in told}
    with pytest.raises(AttributeError):
        order.checked.dossier  # noqa: B018  there is none any more


def test_whoever_asks_for_more_afterwards_keeps_what_was_read(order: Order, tmp_path: Path) -> None:
    make_products(order, [product(writing)], tmp_path)
    assert order.checked.dossier.title
    assert not (tmp_path / "one.txt").read_text(encoding="utf-8").startswith(f"{os.getpid()} ")
