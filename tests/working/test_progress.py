"""How the reading comes along is shown to whoever waits at a terminal, and to nobody else."""

import io

import pytest
from rich.console import Console

from onrecord.progress import Told, advance, expect, listen
from onrecord.working.progress import showing_reading


def shown(*, is_terminal: bool, seconds: float, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read ten sources, each in so many seconds, and give what was written."""
    now = 0.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    written = io.StringIO()
    console = Console(file=written, force_terminal=is_terminal, width=80)
    with showing_reading(console) as tell:
        for done in range(1, 11):
            now += seconds
            tell(done, 10)
    return written.getvalue()


def test_it_is_told_what_is_done_how_far_it_is_and_how_long_it_will_take(monkeypatch: pytest.MonkeyPatch) -> None:
    told = shown(is_terminal=True, seconds=0.5, monkeypatch=monkeypatch)
    assert "Reading sources" in told
    assert "10/10" in told
    assert "0:00:00" in told


def test_what_is_done_within_a_second_is_not_worth_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not shown(is_terminal=True, seconds=0.05, monkeypatch=monkeypatch)


def test_where_nobody_looks_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not shown(is_terminal=False, seconds=0.5, monkeypatch=monkeypatch)


def test_the_steps_of_other_work_are_told_as_long_as_somebody_listens() -> None:
    told: list[tuple[int, int]] = []
    listen(Told(lambda done, whole: told.append((done, whole))))
    expect(2)
    advance()
    advance()
    listen(None)
    advance()
    assert told == [(0, 2), (1, 2), (2, 2)]
