"""All jobs of a run, answered in their order: from what is kept, by an executor, or in this process."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import count

from onrecord.locations import TextFile
from onrecord.proving import Job, Reading, read_source, restore_reading, store_reading
from onrecord.timings import timed
from onrecord.working.handing import Texts, Work, hand_over
from onrecord.working.packs import Packs
from onrecord.working.stamp import stamp

OpenExecutor = Callable[[int], AbstractContextManager[Executor | None]]
"""Opens an executor for so many characters; None where this process is to do the work."""

LEAST_KEPT = 200_000
"""Characters from which on readings are kept: fewer are read in less time than it takes to look at a folder of files."""

_PACK = 4_000_000
"""Bytes of readings that are kept at once: those of a thousand sources."""


def nobody(_: int) -> AbstractContextManager[None]:
    """Open no executor."""
    return nullcontext()


def _silent(_done: int, _all: int) -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Who reads the sources of a run."""

    known: Mapping[Job, Reading] | None = None
    """What was read before in this process."""
    open_executor: OpenExecutor = nobody
    keep: Packs | None = None
    tell: Callable[[int, int], None] = _silent
    """Is told after each source how many are read, and how many there are."""
    warn: Callable[[str], None] = lambda _: None
    """Is told of what went wrong with others' work, which is done here then."""

    def read_all(self, jobs: Sequence[Job]) -> tuple[Reading, ...]:
        """Read every source; the readings come in the order of the jobs, the same whoever made them."""
        characters = sum(map(_count, jobs))
        keep = self.keep if characters >= LEAST_KEPT else None
        with timed("kept readings"):
            names = [] if keep is None else list(map(name_of, jobs))
            readings: list[Reading | None] = [self.known.get(job) if self.known is not None else None for job in jobs]
            if keep is not None:
                readings = [
                    reading if reading is not None else _recall(keep, name, job)
                    for reading, name, job in zip(readings, names, jobs, strict=True)
                ]
        left = [number for number, reading in enumerate(readings) if reading is None]
        with timed("new readings"):
            made = self._make([jobs[number] for number in left])
            if keep is None:
                new = (reading for reading, _ in made)
            else:
                new = _keep_all(keep, (names[number] for number in left), made)
            for reading, number, done in zip(new, left, count(len(jobs) - len(left) + 1), strict=False):
                self.tell(done, len(jobs))
                readings[number] = reading
        if keep is not None:
            keep.tidy()
        return tuple(reading for reading in readings if reading is not None)

    def do_all(self, texts: Sequence[Texts], work: Work) -> Iterator[bytes]:
        """Have other work done for every source; what came of each is given as it is stored, in the order of the texts."""
        with self.open_executor(sum(len(text) for each in texts for text in each if text is not None)) as executor:
            made = iter(work(texts)[1]) if executor is None else hand_over(executor, texts, self.warn, work)
            for done, stored in enumerate(made, start=1):
                self.tell(done, len(texts))
                yield stored

    def _make(self, jobs: Sequence[Job]) -> Iterator[tuple[Reading, bytes | None]]:
        """Make readings in order, each as it is stored too where somebody else made it."""
        if not jobs:
            return
        with self.open_executor(sum(map(_count, jobs))) as executor:
            if executor is None:
                yield from ((read_source(job), None) for job in jobs)
                return
            made = hand_over(executor, ((_text_of(job.record), job.text) for job in jobs), self.warn)
            for job, stored in zip(jobs, made, strict=True):
                yield restore_reading(stored, job), stored


ALONE = Crew()
"""Whoever works by itself and keeps nothing."""


def _count(job: Job) -> int:
    return len(_text_of(job.record) or "") + len(job.text or "")


def _text_of(file: TextFile | None) -> str | None:
    return file.text if file is not None else None


def name_of(job: Job) -> str:
    """Name what a job depends on: its two texts, and what this program is."""
    parts = (stamp(), _text_of(job.record), job.text)
    return Packs.name(*(b"\0" if part is None else b"\1" + part.encode("utf-8", "surrogatepass") for part in parts))


def _keep_all(
    keep: Packs, names: Iterable[str], made: Iterable[tuple[Reading, bytes | None]]
) -> Generator[Reading, None, None]:
    """Hand readings on as they come, and keep them a pack at a time, so that an interrupted run has not been for nothing."""
    pack: dict[str, bytes] = {}
    size = 0
    for name, (reading, stored) in zip(names, made, strict=True):
        pack[name] = stored if stored is not None else store_reading(reading)
        size += len(pack[name])
        if size >= _PACK:
            keep.put_all(pack)
            pack, size = {}, 0
        yield reading
    if pack:
        keep.put_all(pack)


def _recall(keep: Packs, name: str, job: Job) -> Reading | None:
    stored = keep.get(name)
    return None if stored is None else restore_reading(stored, job)
