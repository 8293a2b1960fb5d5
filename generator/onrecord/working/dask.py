"""An existing Dask cluster as the executor; Dask itself is an extra, `onrecord[dask]`."""

import importlib
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from onrecord.working.stamp import stamp

_PATIENCE = 10
"""Seconds until a scheduler, or a first worker, that does not answer counts as not there."""


class NoClusterError(Exception):
    """There is no cluster to work on; says why, and what to do."""


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Give the executor of the cluster whose scheduler is at this address; NoClusterError where it cannot be used."""
    distributed = _import_distributed()
    try:
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as fault:
        raise NoClusterError(
            f"no scheduler answers at {address} ({fault or type(fault).__name__}). "
            "Start one with `dask scheduler`, name the address that it prints, or leave --dask out"
        ) from fault
    with client:
        executor = client.get_executor(pure=False)
        _require_workers(client, executor, address)
        yield executor


def _import_distributed() -> Any:  # noqa: ANN401  a module that may not be there
    try:
        return importlib.import_module("distributed")
    except ModuleNotFoundError as fault:
        raise NoClusterError(
            "Dask is not installed. Install it with `pip install 'onrecord[dask]'`, or leave --dask out"
        ) from fault


def _require_workers(client: Any, executor: Executor, address: str) -> None:  # noqa: ANN401  Dask is not typed
    """Have a worker say what it is, before anything is handed over."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
        theirs = executor.submit(stamp).result(timeout=_PATIENCE)
    except TimeoutError as fault:
        raise NoClusterError(
            f"the scheduler at {address} has no workers. Start some with `dask worker {address}`, or leave --dask out"
        ) from fault
    except Exception as fault:
        raise NoClusterError(
            f"the workers of {address} cannot do the work ({fault}). Install onrecord {stamp().split(';')[0]} "
            "on them, or leave --dask out"
        ) from fault
    if theirs != stamp():
        raise NoClusterError(
            f"the workers of {address} are of another version: {theirs}; here is {stamp()}. "
            "Install the same there, or leave --dask out"
        )
