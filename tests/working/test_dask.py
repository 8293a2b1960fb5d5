"""A Dask cluster reads the sources: a scheduler and two workers, each a process of its own, on this machine."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from distributed import Client, LocalCluster

from onrecord.cli import main
from onrecord.locations import TextFile
from onrecord.proving import Job
from onrecord.working import ALONE, Crew, NoClusterError, cluster, handing
from tests.bench.projects import write_project
from tests.cli.conftest import Ended, run_apart
from tests.working.sources import jobs


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as running:
        yield running.scheduler_address


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing, "_MOST_SOURCES", 2)


def free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


def test_the_readings_of_a_cluster_are_those_of_this_process(address: str) -> None:
    many = jobs(10)
    assert Crew(open_executor=lambda _: cluster(address), warn=pytest.fail).read_all(many) == ALONE.read_all(many)


def test_nothing_is_lost_where_a_worker_is_killed_half_way(address: str) -> None:
    many = jobs(60)
    with Client(address, set_as_default=False) as client:
        workers = client.run(os.getpid)
    assert len(workers) == 2
    killed: list[int] = []

    def kill_half_way(done: int, whole: int) -> None:
        if not killed and 2 * done >= whole:
            killed.append(next(iter(workers.values())))
            os.kill(killed[0], signal.SIGKILL)

    crew = Crew(open_executor=lambda _: cluster(address), tell=kill_half_way)
    assert crew.read_all(many) == ALONE.read_all(many)
    assert killed


def test_the_command_reports_the_same_with_a_cluster_as_without(tmp_path: Path, address: str) -> None:
    record = write_project(tmp_path / "bench", 12) / "content" / "sources" / "s3.yml"
    stored = record.read_text(encoding="utf-8")
    record.write_text(stored.replace("speaker: p1", "speaker: p99").replace('."\n', 'xx."\n', 1), encoding="utf-8")
    alone = run_apart("onrecord check --project bench", tmp_path)
    assert alone.status == 1
    assert run_apart(f"onrecord check --project bench --dask {address}", tmp_path) == alone


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_scheduler_that_does_not_answer_is_told_with_a_way_out(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.working.dask._PATIENCE", 0.5)
    project = write_project(tmp_path / "bench", 2)
    line = [command, "--project", str(project), "--dask", f"tcp://127.0.0.1:{free_port()}"]
    ended = CliRunner().invoke(main, line)
    assert ended.exit_code == 2
    assert "no scheduler answers at tcp://127.0.0.1:" in " ".join(ended.output.split())
    assert "Start one with `dask scheduler`" in " ".join(ended.output.split())


def test_a_scheduler_without_workers_is_told_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.working.dask._PATIENCE", 3)
    with LocalCluster(n_workers=0, dashboard_address=":0", processes=True) as idle:
        many = [Job(record=TextFile("a.yml", "title: x"), text=None)]
        with pytest.raises(NoClusterError, match=r"has no workers\. Start some with `dask worker"):
            Crew(open_executor=lambda _: cluster(idle.scheduler_address)).read_all(many)


def test_a_missing_dask_is_told_with_a_way_out(tmp_path: Path) -> None:
    write_project(tmp_path / "bench", 2)
    ended = run_without_dask("check --project bench --dask tcp://127.0.0.1:8786", tmp_path)
    assert ended.status == 2
    assert "pip install 'onrecord[dask]'" in ended.err


def run_without_dask(line: str, folder: Path) -> Ended:
    """Run the command where `distributed` cannot be imported."""
    code = "import sys; sys.modules['distributed'] = None\nfrom onrecord.cli import main; main(prog_name='onrecord')"
    ended = subprocess.run(
        [sys.executable, "-c", code, *line.split()], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    return Ended(status=ended.returncode, out=ended.stdout, err=ended.stderr)
