"""Pages put aside on the disk while a site is made: there may be more of them than memory has room for.

What is asked of many pages at once stays in memory, and so does nothing else.
"""

import os
import pickle
import shutil
import sys
import tempfile
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from onrecord.rendered import Block, HtmlBlock, RenderedPage

if sys.platform != "win32":
    import fcntl


class Store:
    """A file without a name, gone with the last process that has it; forked processes put into it and read what others put."""

    def __init__(self) -> None:
        """Open an empty store."""
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  it is open as long as the store is there
        weakref.finalize(self, self._file.close)

    def put(self, content: bytes) -> tuple[int, int]:
        """Keep bytes; gives where they are, and how many."""
        descriptor = self._file.fileno()
        with _alone(descriptor):
            start = os.fstat(descriptor).st_size
            left = memoryview(content)
            while left:
                left = left[os.pwrite(descriptor, left, start + len(content) - len(left)) :]
        return start, len(content)

    def get(self, place: tuple[int, int]) -> bytes:
        """Read bytes, without moving what other processes share: the position in the file."""
        return os.pread(self._file.fileno(), place[1], place[0])


@contextmanager
def _alone(descriptor: int) -> Iterator[None]:
    """Keep the other processes that have a file from writing to it."""
    fcntl.lockf(descriptor, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.lockf(descriptor, fcntl.LOCK_UN)


class Aside:
    """A folder of files that are to become the site's, gone with the last that has it."""

    def __init__(self) -> None:
        """Open an empty one."""
        self._folder = Path(tempfile.mkdtemp())
        self._count = 0
        weakref.finalize(self, _remove, str(self._folder), os.getpid())

    def new(self) -> Path:
        """Give a place for one more file."""
        self._count += 1
        return self._folder / str(self._count)

    def put(self, content: bytes) -> Path:
        """Put a file aside; gives its place."""
        place = self.new()
        place.write_bytes(content)
        return place


def _remove(folder: str, owner: int) -> None:
    """Remove a folder, unless this is a process that was forked while it was there."""
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A page on its way to a store."""

    told: "StoredPage"
    """What is kept in memory; it has no place yet."""
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPage:
    """A page of which only that is in memory which is asked of many pages at once; see `RenderedPage`.

    It lies in a store; or it is in the last site as it would be made again, and `remake` makes it where it has to be.
    """

    address: str
    title: str
    description: str
    is_hub: bool
    edit_path: PurePosixPath | None
    language: str
    modified: str
    headings: int
    store: Store | None = field(default=None, compare=False, repr=False)
    place: tuple[int, int] = (0, 0)
    remake: Callable[[], RenderedPage] | None = field(default=None, compare=False, repr=False)

    def whole(self) -> RenderedPage:
        """Read the page, or make it."""
        if self.remake is not None:
            return self.remake()
        if self.store is None:
            raise ValueError(f"`{self.address}` was never put aside")
        page = pickle.loads(self.store.get(self.place))  # noqa: S301  written in this run, into a file without a name
        if not isinstance(page, RenderedPage):
            raise TypeError(page)
        return page

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Read its blocks."""
        return self.whole().blocks

    @property
    def head(self) -> str:
        """Read its head."""
        return self.whole().head

    @property
    def marking(self) -> HtmlBlock | None:
        """Read its marking."""
        return self.whole().marking


SitePage = RenderedPage | StoredPage


def pack(page: RenderedPage) -> Packed:
    """Make a page ready to be put aside."""
    return Packed(told=tell(page), content=pickle.dumps(page, protocol=pickle.HIGHEST_PROTOCOL))


def tell(page: RenderedPage) -> StoredPage:
    """Give what is kept in memory of a page."""
    return StoredPage(
        address=page.address,
        title=page.title,
        description=page.description,
        is_hub=page.is_hub,
        edit_path=page.edit_path,
        language=page.language,
        modified=page.modified,
        headings=page.headings,
    )
