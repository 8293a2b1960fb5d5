"""Hand sources to an executor in chunks, and take the readings back in order; what is lost on the way is read here.

Only texts go out and only readings as JSON come back, so that a worker needs this program and no file of the project.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future

from onrecord.locations import TextFile
from onrecord.proving import Job, read_source, store_reading
from onrecord.working.stamp import stamp

_CHUNK = 250_000
"""Characters that go out at once: about a tenth of a second of work, beside which handing over costs little."""
_MOST_SOURCES = 100
_IN_FLIGHT = 32
"""Chunks that are out at once, so that memory stays bounded here and where they go."""

Texts = tuple[str | None, ...]
"""All that a worker has of a source: for a reading, the texts of its record and of its words."""
_Done = tuple[str, list[bytes]]
"""The stamp of who did it, and what came of each source."""
Work = Callable[[Sequence[Texts]], _Done]
"""What is done with a chunk, by a function that a worker can import."""


class OtherProgramError(Exception):
    """A worker runs another version, so what it says is not what this program would."""


def read_texts(chunk: Sequence[Texts]) -> _Done:
    """Read sources, wherever this runs."""
    return stamp(), [store_reading(read_source(_job(*texts))) for texts in chunk]


def hand_over(
    executor: Executor, texts: Iterable[Texts], warn: Callable[[str], None], work: Work = read_texts
) -> Iterator[bytes]:
    """Have the work done for every source; gives what came of each as it is stored, in the order of the texts."""
    out: deque[tuple[list[Texts], Future[_Done] | None]] = deque()
    lost: list[str] = []
    for chunk in _chunks(texts):
        out.append((chunk, _submit(executor, work, chunk)))
        if len(out) >= _IN_FLIGHT:
            yield from _take(work, *out.popleft(), lost)
    while out:
        yield from _take(work, *out.popleft(), lost)
    if lost:
        parts = "one part" if len(lost) == 1 else f"{len(lost)} parts"
        warn(f"{parts} of the work got lost, and was done here: {lost[0]}")


def _submit(executor: Executor, work: Work, chunk: list[Texts]) -> Future[_Done] | None:
    try:
        return executor.submit(work, chunk)
    except Exception:  # noqa: BLE001  an executor that broke says so in its own way
        return None


def _take(work: Work, chunk: list[Texts], future: Future[_Done] | None, lost: list[str]) -> list[bytes]:
    """Wait for a chunk; one that nobody did, for whatever reason, is done here, where a fault of ours shows as what it is."""
    try:
        if future is None:
            raise RuntimeError("nobody took it")  # noqa: TRY301  the same way out as for all other losses
        done_by, readings = future.result()
        if done_by != stamp():
            raise OtherProgramError(f"the worker runs {done_by}")  # noqa: TRY301  as above
    except Exception as fault:  # noqa: BLE001  lost workers and broken connections have many names
        lost.append(str(fault) or type(fault).__name__)
        return work(chunk)[1]
    return readings


def _chunks(texts: Iterable[Texts]) -> Iterator[list[Texts]]:
    chunk: list[Texts] = []
    size = 0
    for each in texts:
        chunk.append(each)
        size += sum(len(text) for text in each if text is not None)
        if size >= _CHUNK or len(chunk) >= _MOST_SOURCES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _job(record: str | None = None, text: str | None = None) -> Job:
    return Job(record=None if record is None else TextFile("", record), text=text)
