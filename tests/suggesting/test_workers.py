"""Sources are suggested for by any process, with the same proposals."""

import shutil
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager
from multiprocessing import get_context
from pathlib import Path

import pytest

from onrecord.suggesting.project import evaluate, suggest
from onrecord.working import ALONE, Crew

GOLD = Path(__file__).with_name("gold")


def one_process(_: int) -> AbstractContextManager[Executor]:
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


@pytest.fixture
def crew() -> Crew:
    """Let another process work; whatever it fails to do is a failure."""
    return Crew(open_executor=one_process, warn=pytest.fail)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(GOLD / "content", tmp_path / "content")
    for record in (tmp_path / "content" / "sources").glob("*.yml"):
        record.unlink()
    return tmp_path


def test_another_process_proposes_the_same(project: Path, crew: Crew) -> None:
    theirs = [each.suggested for each in suggest(project, (), crew)]
    for path in (project / "content" / "sources").glob("*.suggested.yml"):
        path.unlink()
    assert theirs == [each.suggested for each in suggest(project, (), ALONE)]
    assert sum(each.quotes for each in theirs) > 50


def test_another_process_scores_the_same(crew: Crew) -> None:
    assert evaluate(GOLD, ("report", "report-ru"), crew) == evaluate(GOLD, ("report", "report-ru"), ALONE)
