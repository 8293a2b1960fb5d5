"""The site of a server: what it was made of is remembered from one rebuild to the next, by the server itself."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from onrecord.drafting import Draft
from onrecord.plugin.standing import Standing
from onrecord.remembered import Memory
from onrecord.timings import timed

_ANEW = Memory(is_living=True)


class Served:
    """The last site of a server, of which the next takes over what has not changed."""

    def __init__(self) -> None:
        """Begin before the first build."""
        self._memory = _ANEW
        self._last: tuple[Path, Path, Memory] | None = None
        """Of the site that was put out of the way: where it is, where it was, and what is remembered of it."""
        self._is_first = True
        self._standing: Standing | None = None

    @property
    def workers(self) -> int | None:
        """Say how many processes may make pages: as many as are worth it before the server has threads, then one."""
        return None if self._is_first else 1

    def begin(self, folder: Path) -> Memory:
        """Put the last site out of the way, before MkDocs empties its folder; gives what is remembered of it."""
        self.end()
        self._standing = None
        memory, self._memory = self._memory, _ANEW
        if not memory.pieces or not folder.is_dir():
            return _ANEW
        aside = Path(tempfile.mkdtemp(dir=folder.parent)) / folder.name
        folder.rename(aside)
        folder.mkdir()
        self._last = aside, folder, memory
        return replace(memory, folder=aside)

    def remember(self, memory: Memory, standing: Standing | None) -> None:
        """Take what is remembered of the new site, and what stands, where that can be mended."""
        self._memory = memory
        self._standing = standing
        self._is_first = False

    def mend(self, make: Callable[[MkDocsConfig, Memory], Draft]) -> Draft | None:
        """Mend the site that stands; gives what it shows then, None where it has to be built anew.

        Where the work fails it is built anew the next time: what was put in place by then is not what is remembered.
        """
        standing, self._standing = self._standing, None
        if standing is None or not standing.is_as_before():
            return None
        draft = make(standing.surroundings.config, self._memory)
        if not standing.fits(draft):
            return None
        with timed("pages"):
            self._standing, self._memory = standing.show(draft)
        return draft

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
