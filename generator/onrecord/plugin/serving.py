"""The site of a server: what it was made of is remembered from one rebuild to the next, by the server itself."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from onrecord.remembered import Memory

_ANEW = Memory(is_living=True)


class Served:
    """The last site of a server, of which the next takes over what has not changed."""

    def __init__(self) -> None:
        """Begin before the first build."""
        self._memory = _ANEW
        self._last: tuple[Path, Path, Memory] | None = None
        """Of the site that was put out of the way: where it is, where it was, and what is remembered of it."""
        self._is_first = True

    @property
    def workers(self) -> int | None:
        """Say how many processes may make pages: as many as are worth it before the server has threads, then one."""
        return None if self._is_first else 1

    @property
    def memory(self) -> Memory:
        """Say what is remembered of the last site, where it is."""
        return self._memory

    def begin(self, folder: Path) -> Memory:
        """Put the last site out of the way, before MkDocs empties its folder; gives what is remembered of it."""
        self.end()
        memory, self._memory = self._memory, _ANEW
        if not memory.pieces or not folder.is_dir():
            return _ANEW
        aside = Path(tempfile.mkdtemp(dir=folder.parent)) / folder.name
        folder.rename(aside)
        folder.mkdir()
        self._last = aside, folder, memory
        return replace(memory, folder=aside)

    def remember(self, memory: Memory) -> None:
        """Take what is remembered of the new site."""
        self._memory = memory
        self._is_first = False

    def restore(self) -> None:
        """Put the last site back: there is no new one."""
        if self._last is not None:
            aside, folder, self._memory = self._last
            shutil.rmtree(folder, ignore_errors=True)
            aside.rename(folder)
            self.end()

    def end(self) -> None:
        """Clear the last site away."""
        if self._last is not None:
            shutil.rmtree(self._last[0].parent, ignore_errors=True)
            self._last = None
